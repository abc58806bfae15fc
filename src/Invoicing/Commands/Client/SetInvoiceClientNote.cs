using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Changes the text of a note. Its client and document cannot be changed.</summary>
[Cmdlet(VerbsCommon.Set, "InvoiceClientNote", SupportsShouldProcess = true)]
[OutputType(typeof(ClientNote))]
public sealed class SetInvoiceClientNoteCommand : RowCmdlet<IUpdater<ClientNote>>
{
    /// <summary>The note: the object or its identifier.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [RecordTransformation(Many = true)]
    [Completes]
    public Input<RecordIdentity>? InputObject { get; set; }

    /// <summary>The provider's identifier.</summary>
    [Parameter]
    [RecordTransformation(Many = true, Kind = RecordKeyKind.Id)]
    [Completes]
    public Input<RecordIdentity>? Id { get; set; }

    /// <summary>The new text.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Text")]
    [Needed]
    [TextTransformation]
    [Completes]
    public Input<string>? Note { get; set; }

    /// <summary>Writes the changed note. Costs one request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEach(OneWay("note", InputObject, Id), identity =>
    {
        Target = identity.Source;

        // Only the identifier is needed, so nothing is asked for.
        ClientNote known = FindRecord<ClientNote>(identity, whole: false);
        var note = new ClientNote { Id = known.Id, Note = Note.Get() };
        if (Send(Await(Records(known).ClientNotes.PrepareUpdateAsync(note, Before(known), Cancel))) is not null && PassThru)
        {
            WriteObject(Await(Use<IReader<ClientNote>>(known).GetAsync(note.Id!, Cancel)));
        }
    });
}

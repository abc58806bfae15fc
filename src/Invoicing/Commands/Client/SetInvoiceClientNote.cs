using System.Management.Automation;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Commands;

/// <summary>Changes the text of a note. Its client and document cannot be changed.</summary>
[Cmdlet(VerbsCommon.Set, "InvoiceClientNote", SupportsShouldProcess = true)]
[OutputType(typeof(ClientNote))]
public sealed class SetInvoiceClientNoteCommand : RowCmdlet<IUpdater<ClientNote>>
{
    /// <summary>The note: the object or its identifier.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id")]
    [RecordTransformation(Many = true)]
    public Input<RecordIdentity>? InputObject { get; set; }

    /// <summary>The new text.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Text")]
    [Needed]
    [TextTransformation]
    public Input<string>? Note { get; set; }

    /// <summary>Writes the changed note. Costs one request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEach(InputObject, identity =>
    {
        Target = identity.Source;

        // Only the identifier is needed, so nothing is asked for.
        var note = new ClientNote { Id = identity.Record?.Id ?? identity.Id ?? identity.Name, Note = Note.Get() };
        AccountRecords records = Records(identity.Record);
        ClientNote? before = ShowsPlans ? null : identity.Record as ClientNote ?? new ClientNote { Id = note.Id };
        if (Send(Await(records.ClientNotes.PrepareUpdateAsync(note, before, Cancel))) is not null && PassThru)
        {
            WriteObject(Await(Use<IReader<ClientNote>>(identity.Record).GetAsync(note.Id!, Cancel)));
        }
    });
}

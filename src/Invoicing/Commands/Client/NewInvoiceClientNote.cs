using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Writes a note on a client, or on one of its documents.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceClientNote", SupportsShouldProcess = true)]
[OutputType(typeof(ClientNote))]
public sealed class NewInvoiceClientNoteCommand : ClientCmdlet<ICreator<ClientNote>>
{
    /// <summary>The text.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Text")]
    [Needed]
    [TextTransformation]
    [Completes]
    public Input<string>? Note { get; set; }

    /// <summary>
    /// The provider's name for the kind of document that the note belongs to, such as Invoice. Default: a note on the client.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? DocumentType { get; set; }

    /// <summary>Identifier of the document.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? DocumentId { get; set; }

    /// <inheritdoc/>
    protected override void Execute(Client client)
    {
        ClientNote note = Fill(new ClientNote { ClientId = client.Id });
        if (Send(Await(Records(client).ClientNotes.PrepareAsync(note, Cancel))) is { } made)
        {
            WriteObject(made);
        }
    }
}

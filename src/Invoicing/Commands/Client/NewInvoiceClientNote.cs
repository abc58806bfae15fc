using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Writes a note on a client, or on one of its documents.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceClientNote", SupportsShouldProcess = true)]
[OutputType(typeof(ClientNote))]
public sealed class NewInvoiceClientNoteCommand : ClientCmdlet<ICreator<ClientNote>>
{
    /// <summary>The text.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("Text")]
    public string Note { get; set; } = "";

    /// <summary>
    /// The provider's name for the kind of document that the note belongs to, such as Invoice. Default: a note on the client.
    /// </summary>
    [Parameter]
    public string? DocumentType { get; set; }

    /// <summary>Identifier of the document.</summary>
    [Parameter]
    public string? DocumentId { get; set; }

    /// <inheritdoc/>
    protected override void Execute(Client client)
    {
        var note = new ClientNote { ClientId = client.Id, Note = Note, DocumentType = DocumentType, DocumentId = DocumentId };
        if (ShouldProcess($"note on client '{client}' in session '{SessionFor(client)}'", "Create"))
        {
            WriteObject(Await(Provider(client).CreateAsync(note, Cancel)));
        }
    }
}

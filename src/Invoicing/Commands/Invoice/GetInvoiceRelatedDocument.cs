using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Gets the documents that belong to a document: receipts (also cancelled ones), credit and debit notes.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceRelatedDocument")]
[OutputType(typeof(Invoice))]
public sealed class GetInvoiceRelatedDocumentCommand : InvoiceCmdlet<IRelatedDocumentReader>
{
    /// <inheritdoc/>
    protected override void Execute(Invoice invoice) =>
        WriteObject(Await(Provider(invoice).GetRelatedAsync(invoice, Cancel)), enumerateCollection: true);
}

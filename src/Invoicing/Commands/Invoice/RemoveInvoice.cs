using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Deletes a draft. An issued document can only be cancelled: see Set-InvoiceState.</summary>
[Cmdlet(VerbsCommon.Remove, "Invoice", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveInvoiceCommand : InvoiceCmdlet<IRemover<Invoice>>
{
    /// <inheritdoc/>
    protected override void Execute(Invoice invoice) => Send(Await(Records(invoice).Invoices.PrepareRemoveAsync(invoice, Cancel)));
}

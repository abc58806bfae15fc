using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>
/// Issues a draft: it gets its number and binds legally. This cannot be undone, only cancelled or corrected by a credit note. A document
/// that is already issued is passed on unchanged.
/// </summary>
[Cmdlet(VerbsLifecycle.Complete, "Invoice", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Invoice))]
public sealed class CompleteInvoiceCommand : InvoiceCmdlet<IStateChanger>
{
    /// <inheritdoc/>
    protected override bool NeedsWhole => true;

    /// <inheritdoc/>
    protected override void Execute(Invoice invoice)
    {
        ChangePlan<Invoice> plan = Await(Records(invoice).Invoices.PrepareCompleteAsync(invoice, Cancel));
        if (plan.IsDone)
        {
            WriteVerbose($"{invoice} was issued before.");
            WriteObject(invoice);
        }
        else if (Send(plan) is { } issued)
        {
            WriteObject(issued);
        }
    }
}

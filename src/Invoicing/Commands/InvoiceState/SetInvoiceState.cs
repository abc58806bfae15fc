using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Settles, cancels, accepts, refuses ...: moves documents to another state, as far as their type and state allow it.</summary>
[Cmdlet(VerbsCommon.Set, "InvoiceState", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Invoice))]
public sealed class SetInvoiceStateCommand : InvoiceCmdlet<IStateChanger>
{
    /// <summary>What shall become of it.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public InvoiceTransition State { get; set; }

    /// <summary>Why; a cancellation needs it, and it is printed or kept with the document.</summary>
    [Parameter(Position = 2)]
    public string? Reason { get; set; }

    /// <inheritdoc/>
    protected override void Execute(Invoice invoice)
    {
        if (ShouldProcess($"{invoice} in session '{SessionFor(invoice)}'", $"Make it {State}"))
        {
            WriteObject(Await(Provider(invoice).ChangeStateAsync(invoice, State, Reason, Cancel)));
        }
    }
}

using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Changes the state of documents: settles, cancels, accepts, refuses and so on, as their type and state allow.</summary>
[Cmdlet(VerbsCommon.Set, "InvoiceState", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Invoice))]
public sealed class SetInvoiceStateCommand : InvoiceCmdlet<IStateChanger>
{
    /// <summary>The new state.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public InvoiceTransition State { get; set; }

    /// <summary>Reason. Required for a cancellation, and stored or printed with the document.</summary>
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

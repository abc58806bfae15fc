using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Changes the state of documents: settles, cancels, accepts, refuses and so on, as their type and state allow.</summary>
[Cmdlet(VerbsCommon.Set, "InvoiceState", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Invoice))]
public sealed class SetInvoiceStateCommand : InvoiceCmdlet<IStateChanger>
{
    /// <summary>The new state.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Completes]
    [Needed]
    [MemberTransformation(typeof(InvoiceTransition))]
    public Input<InvoiceTransition>? State { get; set; }

    /// <summary>Reason. Required for a cancellation, and stored or printed with the document.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Reason { get; set; }

    /// <inheritdoc/>
    protected override void Execute(Invoice invoice)
    {
        InvoiceTransition state = State.Get()!.Value;
        if (Send(Await(Records(invoice).Invoices.PrepareStateAsync(invoice, state, Reason.Get(), Cancel))) is { } changed)
        {
            WriteObject(changed);
        }
    }
}

using System.Management.Automation;
using Invoicing.Connectors;

namespace Invoicing.Commands;

/// <summary>Settles, cancels, accepts, refuses ...: moves documents to another state, as far as their type and state allow it.</summary>
[Cmdlet(VerbsCommon.Set, "InvoiceState", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Invoice))]
public sealed class SetInvoiceStateCommand : InvoiceCmdlet<IStateChanger>
{
    /// <summary>What shall become of it.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(MemberCompleter<InvoiceTransition>))]
    [Needed]
    [MemberTransformation(typeof(InvoiceTransition))]
    public Input<InvoiceTransition>? State { get; set; }

    /// <summary>Why; a cancellation needs it, and it is printed or kept with the document.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? Reason { get; set; }

    /// <inheritdoc/>
    protected override void Execute(Invoice invoice)
    {
        InvoiceTransition state = State.Get()!.Value;
        if (ShouldProcess($"{invoice} in session '{SessionFor(invoice)}'", $"Make it {state}"))
        {
            WriteObject(Await(Provider(invoice).ChangeStateAsync(invoice, state, Reason.Get(), Cancel)));
        }
    }
}

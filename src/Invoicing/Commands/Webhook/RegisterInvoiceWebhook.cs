using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>
/// Registers an address that the provider notifies of an event. It posts a code to the address at once, and sends nothing before
/// Confirm-InvoiceWebhook has sent the code back.
/// </summary>
[Cmdlet(VerbsLifecycle.Register, "InvoiceWebhook", SupportsShouldProcess = true)]
[OutputType(typeof(Webhook))]
public sealed class RegisterInvoiceWebhookCommand : RecordCmdlet<IWebhookKeeper, Webhook>
{
    /// <summary>The event, such as payment.create. The provider defines the events.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Needed]
    [TextTransformation]
    [Completes]
    public Input<string>? Event { get; set; }

    /// <summary>The address, which must be reachable for the provider.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Needed]
    [TextTransformation]
    [Completes]
    public Input<string>? Uri { get; set; }

    /// <summary>The row that the values come from; an error carries it.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => Create(InputObject);
}

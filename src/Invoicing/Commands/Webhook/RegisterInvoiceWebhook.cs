using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>
/// Registers an address that the provider shall tell of an event. It posts a code to the address at once, and tells nothing before
/// Confirm-InvoiceWebhook has sent the code back.
/// </summary>
[Cmdlet(VerbsLifecycle.Register, "InvoiceWebhook", SupportsShouldProcess = true)]
[OutputType(typeof(Webhook))]
public sealed class RegisterInvoiceWebhookCommand : RecordCmdlet<IWebhookKeeper, Webhook>
{
    /// <summary>The event, such as payment.create. Which ones there are is the provider's business.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string Event { get; set; } = "";

    /// <summary>The address, which must be reachable for the provider.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string Uri { get; set; } = "";

    /// <inheritdoc/>
    protected override void Execute() => Create(null);
}

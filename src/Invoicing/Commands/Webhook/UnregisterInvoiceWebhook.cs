using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Unregisters webhooks: their addresses are no longer notified.</summary>
[Cmdlet(VerbsLifecycle.Unregister, "InvoiceWebhook", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class UnregisterInvoiceWebhookCommand : RecordCmdlet<IWebhookKeeper, Webhook>
{
    /// <summary>The webhook: its object or identifier.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Webhook")]
    [RecordTransformation(Many = true)]
    [Completes]
    public Input<RecordIdentity>? InputObject { get; set; }

    /// <summary>The provider's identifier.</summary>
    [Parameter]
    [RecordTransformation(Many = true, Kind = RecordKeyKind.Id)]
    [Completes]
    public Input<RecordIdentity>? Id { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(hook =>
    {
        if (ShouldProcess($"web hook '{hook}' in session '{SessionFor(hook)}'", "Unregister"))
        {
            Await(Provider(hook).RemoveAsync(hook, Cancel));
        }
    }, InputObject, Id);
}

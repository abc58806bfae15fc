using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Confirms a webhook with the code that the provider posted to its address, or requests the code again.</summary>
[Cmdlet(VerbsLifecycle.Confirm, "InvoiceWebhook", SupportsShouldProcess = true, DefaultParameterSetName = nameof(Code))]
[OutputType(typeof(Webhook))]
public sealed class ConfirmInvoiceWebhookCommand : RecordCmdlet<IWebhookKeeper, Webhook>
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

    /// <summary>The code that was posted to the address.</summary>
    [Parameter(ParameterSetName = nameof(Code), Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Verifier")]
    [TextTransformation]
    [Completes]
    public Input<string>? Code { get; set; }

    /// <summary>Requests the code again.</summary>
    [Parameter(ParameterSetName = nameof(Resend), Mandatory = true)]
    public SwitchParameter Resend { get; set; }

    /// <summary>Writes the changed webhook. Costs one request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEach(OneWay("web hook", InputObject, Id), identity =>
    {
        Target = identity.Source;

        // Only the identifier is needed, so a webhook given by it costs no request.
        Webhook hook = FindRecord<Webhook>(identity, whole: false);
        IWebhookKeeper keeper = Provider(hook);
        if (!ShouldProcess($"web hook {hook.Id} in session '{SessionFor(hook)}'", Resend ? "Post the code again" : "Confirm"))
        {
            return;
        }

        Await(Resend ? keeper.ResendCodeAsync(hook, Cancel) : keeper.ConfirmAsync(hook, Code.Get()!, Cancel));
        if (PassThru)
        {
            WriteObject(Await(keeper.GetAsync(hook.Id!, Cancel)));
        }
    });
}

using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Gets webhooks: addresses that the provider notifies of events.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceWebhook", DefaultParameterSetName = NameSet)]
[OutputType(typeof(Webhook))]
public sealed class GetInvoiceWebhookCommand : GetRecordCmdlet<Webhook>
{
    /// <summary>Only webhooks of this event, such as payment.create.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [Completes]
    public string? Event { get; set; }

    /// <summary>Only webhooks with this address.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [Completes]
    public string? Uri { get; set; }

    private protected override ListQuery Query() => new WebhookQuery { PageSize = PageSize, Event = Event, Uri = Uri };
}

using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Gets web hooks: the addresses that the provider tells of what happens.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceWebhook", DefaultParameterSetName = NameSet)]
[OutputType(typeof(Webhook))]
public sealed class GetInvoiceWebhookCommand : GetRecordCmdlet<Webhook>
{
    /// <summary>Only those of this event, such as payment.create.</summary>
    [Parameter(ParameterSetName = NameSet)]
    public string? Event { get; set; }

    /// <summary>Only those with this address.</summary>
    [Parameter(ParameterSetName = NameSet)]
    public string? Uri { get; set; }

    private protected override ListQuery Query() => new WebhookQuery { PageSize = PageSize, Event = Event, Uri = Uri };
}

using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>
/// Sends documents by e-mail through the provider. An e-mail is never repeated automatically: one that was sent before, as the provider or the
/// journal of this machine knows, is sent again with -Force alone.
/// </summary>
[Cmdlet(VerbsCommunications.Send, "Invoice", SupportsShouldProcess = true)]
[OutputType(typeof(Invoice))]
public sealed class SendInvoiceCommand : InvoiceCmdlet<IInvoiceMailer>
{
    /// <summary>Recipient. Default: the client's e-mail address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? To { get; set; }

    /// <summary>Recipient of a copy.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Cc { get; set; }

    /// <summary>Recipient of a blind copy.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Bcc { get; set; }

    /// <summary>Subject. Default: the provider's text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Subject { get; set; }

    /// <summary>Text of the e-mail. Default: the provider's text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Body { get; set; }

    /// <summary>Stores the recipient as the client's address.</summary>
    [Parameter]
    public SwitchParameter SaveAddress { get; set; }

    /// <summary>Omits the company's logo.</summary>
    [Parameter]
    public SwitchParameter NoLogo { get; set; }

    /// <summary>Sends it again although the same e-mail was sent before.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Guides: waits for the tax authority's code, which may come some time after the guide was issued.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>With -Wait: maximum wait for one guide in seconds; 0 for no limit.</summary>
    [Parameter]
    [Alias("Timeout")]
    [ValidateRange(0, int.MaxValue / 1000)]
    [CountTransformation(Needed = true)]
    [Completes]
    public int TimeoutSec { get; set; } = 600;

    /// <summary>With -Wait: seconds before a guide is read again. Each later wait is 1.5 times as long, up to 30 seconds.</summary>
    [Parameter]
    [Alias("PollInterval")]
    [ValidateRange(0.01, 3600.0)]
    [AmountTransformation(Needed = true)]
    [Completes]
    public double PollIntervalSec { get; set; } = 5;

    /// <summary>Writes the documents that were sent.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private readonly RepeatedChanges _sentBefore = new();

    /// <inheritdoc/>
    protected override void End() => _sentBefore.Say("sent before and not sent again", WriteWarning);

    /// <inheritdoc/>
    protected override bool NeedsWhole => To.Get() is null;

    /// <inheritdoc/>
    protected override void Execute(Invoice invoice)
    {
        invoice = WithTransportCode(invoice);
        EmailMessage message = Fill(new EmailMessage { SaveAddress = SaveAddress, IncludeLogo = !NoLogo, SkipIfSent = !Force });
        ChangePlan<Invoice> plan = Await(Records(invoice).Invoices.PrepareSendAsync(invoice, message, Cancel));
        if (plan.IsDone)
        {
            _sentBefore.Add(invoice.ToString());
        }

        if (Send(plan) is not null && PassThru)
        {
            WriteObject(invoice);
        }
    }

    /// <summary>A guide with the tax authority's code, without which goods must not travel; read again where it was not there yet.</summary>
    private Invoice WithTransportCode(Invoice invoice)
    {
        if (!invoice.AwaitsTransportCode() || invoice.Id is null)
        {
            return invoice;
        }

        if (Wait)
        {
            return AwaitTransportCode(invoice, TimeoutSec, PollIntervalSec);
        }

        Invoice read = Await(Use<IInvoiceReader>(invoice).GetAsync(invoice.Type, invoice.Id, Cancel));
        if (read.AwaitsTransportCode())
        {
            WriteWarning($"{invoice} has no code of the tax authority yet. Use -Wait to send it once it has one.");
        }

        return read;
    }
}

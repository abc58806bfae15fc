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
    public Input<string>? To { get; set; }

    /// <summary>Recipient of a copy.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? Cc { get; set; }

    /// <summary>Recipient of a blind copy.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? Bcc { get; set; }

    /// <summary>Subject. Default: the provider's text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? Subject { get; set; }

    /// <summary>Text of the e-mail. Default: the provider's text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
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
}

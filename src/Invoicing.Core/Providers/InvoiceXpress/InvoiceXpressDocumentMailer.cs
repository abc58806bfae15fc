using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>Documents by e-mail (docs/facts/invoicexpress.md#email).</summary>
internal sealed class InvoiceXpressDocumentMailer(ConnectorContext context) : IInvoiceMailer
{
    public async Task<PreparedChange<EmailMessage>> PrepareMailAsync(
        Invoice invoice, EmailMessage message, CancellationToken cancellationToken = default)
    {
        Invoice own = invoice.Copy();
        EmailMessage mail = message.Copy();
        mail.To ??= own.Client?.Email ?? await ClientAddressAsync(own, cancellationToken).ConfigureAwait(false)
            ?? throw InvoicingException.InvalidInput("e-mail", [new FieldError("To", "the client has no e-mail address")]);
        return Mails.Prepared(context, mail, own, (prepared, cancel) => SendAsync(own, prepared, cancel));
    }

    private Task SendAsync(Invoice invoice, EmailMessage message, CancellationToken cancel)
    {
        var content = new JObject
        {
            ["client"] = new JObject { ["email"] = message.To, ["save"] = message.SaveAddress ? "1" : "0" },
            ["logo"] = message.IncludeLogo ? "1" : "0",
        };
        Add("subject", message.Subject);
        Add("body", message.Body);
        Add("cc", message.Cc);
        Add("bcc", message.Bcc);
        ApiRequest request = InvoiceXpressEndpoints.EmailDocument.Request(
            InvoiceXpressEnvelope.Wrap("message", content), DocumentType.PathOf(invoice.Type), invoice.Id ?? "");
        return context.Api.SendAsync(request, cancel);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                content[name] = value;
            }
        }
    }

    /// <summary>Documents do not always repeat the client's address (docs/facts/invoicexpress.md#documents); the client has it.</summary>
    private async Task<string?> ClientAddressAsync(Invoice invoice, CancellationToken cancel) =>
        invoice.ClientId is { } id ? (await new InvoiceXpressClients(context).GetAsync(id, cancel).ConfigureAwait(false)).Email : null;
}

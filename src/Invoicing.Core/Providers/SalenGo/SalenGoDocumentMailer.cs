using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.SalenGo;

/// <summary>
/// Documents by e-mail (docs/facts/salengo.md#methods). The provider takes the address from the client and the text from the account.
/// </summary>
internal sealed class SalenGoDocumentMailer(ConnectorContext context) : IInvoiceMailer
{
    public Task<PreparedChange<EmailMessage>> PrepareMailAsync(
        Invoice invoice, EmailMessage message, CancellationToken cancellationToken = default)
    {
        var given = new Dictionary<string, string?>
        {
            [nameof(message.To)] = message.To,
            [nameof(message.Cc)] = message.Cc,
            [nameof(message.Bcc)] = message.Bcc,
            [nameof(message.Subject)] = message.Subject,
            [nameof(message.Body)] = message.Body,
        };
        Complaints.Throw("e-mail", [.. given.Where(field => field.Value is not null).Select(field => new FieldError(
            field.Key, "no such field is known of SalenGo, which sends to the client's address with the account's text"))]);
        var store = DocumentStore.Of(context, invoice.Type);
        Invoice own = invoice.Copy();
        return Task.FromResult(Mails.Prepared(context, message.Copy(), own, (_, cancel) => store.CallAsync("sendByEmail", own, cancel)));
    }
}

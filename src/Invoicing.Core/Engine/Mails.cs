using System;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Engine;

/// <summary>E-mails with documents. One whose answer was lost stays in doubt: nothing tells whether it went out.</summary>
internal static class Mails
{
    /// <summary>Prepares an e-mail that is sent once.</summary>
    /// <param name="context">The session.</param>
    /// <param name="message">The connector's own copy of the e-mail.</param>
    /// <param name="invoice">The connector's own copy of the document.</param>
    /// <param name="send">Sends it.</param>
    public static PreparedChange<EmailMessage> Prepared(
        ConnectorContext context, EmailMessage message, Invoice invoice, Func<EmailMessage, CancellationToken, Task> send) => new(
        message,
        (prepared, cancel) => new IdempotentSender(context).DoAsync<EmailMessage>(
            ChangeSubjects.Of(prepared, invoice),
            async () =>
            {
                await send(prepared, cancel).ConfigureAwait(false);
                return prepared;
            },
            null,
            cancel))
        {
            IsBinding = true,
        };
}

using System;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.SalenGo;

/// <summary>Changes of state. There is little of it: payments decide what is paid, and nothing is cancelled.</summary>
internal sealed class SalenGoDocumentStates(ConnectorContext context) : IStateChanger, IRemover<Invoice>
{
    public Task<PreparedChange<Invoice>> PrepareStateAsync(
        Invoice invoice, InvoiceTransition transition, string? reason = null, CancellationToken cancellationToken = default)
    {
        var store = DocumentStore.Of(context, invoice.Type);
        Func<Invoice, CancellationToken, Task> change = transition switch
        {
            // A document has its number from the beginning; what makes it more than a draft is that it is marked as sent [inferred].
            InvoiceTransition.Finalized or InvoiceTransition.Sent => (own, cancel) => store.SetStatusAsync(own, SalenGoVocabulary.Sent, cancel),
            InvoiceTransition.Accepted when invoice.Type == InvoiceType.Quote => (own, cancel) => store.CallAsync("accept", own, cancel),
            InvoiceTransition.Deleted => store.RemoveAsync,
            _ => throw new InvoicingException(ErrorKind.NotSupported, $"At SalenGo, a document of the type {invoice.Type} cannot become {transition}.")
            {
                Advice = "An invoice is settled by its payments (Add-InvoicePayment), and what is wrong is deleted (Remove-Invoice).",
            },
        };
        return Task.FromResult(context.Prepared(invoice.Copy(), [], async (own, cancel) =>
        {
            await change(own, cancel).ConfigureAwait(false);
            if (transition != InvoiceTransition.Deleted)
            {
                return await store.GetAsync(own.Id!, cancel).ConfigureAwait(false);
            }

            Invoice deleted = own.Copy();
            deleted.State = InvoiceState.Deleted;
            return deleted;
        }));
    }

    public Task RemoveAsync(Invoice item, CancellationToken cancellationToken = default) =>
        DocumentStore.Of(context, item.Type).RemoveAsync(item, cancellationToken);
}

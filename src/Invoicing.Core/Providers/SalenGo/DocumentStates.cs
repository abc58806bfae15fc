using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.SalenGo;

/// <summary>Changes of state. There is little of it: payments decide what is paid, and nothing is cancelled.</summary>
internal sealed class DocumentStates : IStateChanger, IRemover<Invoice>
{
    private readonly ConnectorContext _context;

    public DocumentStates(ConnectorContext context) => _context = context;

    public async Task<Invoice> ChangeStateAsync(
        Invoice invoice, InvoiceTransition transition, string? reason = null, CancellationToken cancellationToken = default)
    {
        var store = DocumentStore.Of(_context, invoice.Type);
        switch (transition)
        {
            // A document has its number from the beginning; what makes it more than a draft is that it is marked as sent [inferred].
            case InvoiceTransition.Finalized or InvoiceTransition.Sent:
                await store.SetStatusAsync(invoice, Vocabulary.Sent, cancellationToken).ConfigureAwait(false);
                break;
            case InvoiceTransition.Accepted when invoice.Type == InvoiceType.Quote:
                await store.CallAsync("accept", invoice, cancellationToken).ConfigureAwait(false);
                break;
            case InvoiceTransition.Deleted:
                await RemoveAsync(invoice, cancellationToken).ConfigureAwait(false);
                invoice.State = InvoiceState.Deleted;
                return invoice;
            default:
                throw new InvoicingException(ErrorKind.NotSupported, $"At SalenGo, a document of the type {invoice.Type} cannot become {transition}.")
                {
                    Advice = "An invoice is settled by its payments (Add-InvoicePayment), and what is wrong is deleted (Remove-Invoice).",
                };
        }

        return await store.GetAsync(invoice.Id!, cancellationToken).ConfigureAwait(false);
    }

    public Task RemoveAsync(Invoice item, CancellationToken cancellationToken = default) =>
        DocumentStore.Of(_context, item.Type).RemoveAsync(item, cancellationToken);
}

using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;

namespace Invoicing.Providers.SimplBooks;

/// <summary>Marks invoices as sent and cancels price offers: all the changes of state that there are, beside payments.</summary>
internal sealed class SimplBooksDocumentStates(ConnectorContext context) : IStateChanger, IRemover<Invoice>
{
    public Task<PreparedChange<Invoice>> PrepareStateAsync(
        Invoice invoice, InvoiceTransition transition, string? reason = null, CancellationToken cancellationToken = default)
    {
        bool isQuote = invoice.Type == InvoiceType.Quote;
        Endpoint operation = (transition, isQuote) switch
        {
            (InvoiceTransition.Sent, false) => SimplBooksEndpoints.MarkInvoiceSent,
            (InvoiceTransition.Canceled, true) => SimplBooksEndpoints.CancelQuote,
            (InvoiceTransition.Settled, false) => throw Cannot(invoice, transition, "A payment settles it: see Add-InvoicePayment."),
            (InvoiceTransition.Canceled, false) => throw Cannot(invoice, transition,
                "A credit invoice takes it back: see New-Invoice -Type CreditNote -For."),
            _ => throw Cannot(invoice, transition, null),
        };
        return Task.FromResult(context.Prepared(invoice.Copy(), [], async (own, cancel) =>
        {
            ApiRequest request = operation.Request(null, own.Id ?? "");
            await context.Api.SendAsync(request, reader => SimplBooksEnvelope.Read(reader), cancel).ConfigureAwait(false);

            // The new state is known; asking for it would cost one of sixty requests a minute.
            Invoice changed = own.Copy();
            changed.SentDate = isQuote ? changed.SentDate : context.Today;
            changed.State = isQuote ? InvoiceState.Canceled : changed.State == InvoiceState.Unknown ? InvoiceState.Final : changed.State;
            changed.IsPartial |= own.Lines.Count == 0;
            return context.Own(changed);
        }));
    }

    public Task RemoveAsync(Invoice item, CancellationToken cancellationToken = default) =>
        SimplBooksDocuments.Of(context, item.Type).RemoveAsync(item, cancellationToken);

    private static InvoicingException Cannot(Invoice invoice, InvoiceTransition transition, string? advice) =>
        new(ErrorKind.NotSupported, $"At SimplBooks, a document of the type {invoice.Type} cannot be made {transition}.") { Advice = advice };
}

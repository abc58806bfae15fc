using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.SalenGo;

/// <summary>Makes and changes documents, each once. The order number is the caller's own key, by which a document is found again.</summary>
internal sealed class SalenGoDocumentCreator(ConnectorContext context) : IInvoiceCreator, IUpdater<Invoice>, IReferenceDoubt
{
    /// <summary>Fields that no document has (docs/facts/salengo.md#invoices).</summary>
    private static readonly MissingFields Missing = new(
        "SalenGo",
        nameof(Invoice.PricesIncludeTax), nameof(Invoice.Surcharge), nameof(Invoice.TaxExemption), nameof(Invoice.DueDate), nameof(Invoice.ExchangeRate),
        nameof(Invoice.RequestMultibanco), nameof(Invoice.LinkRelated), nameof(Invoice.LoadedAt), nameof(Invoice.AddressFrom), nameof(Invoice.AddressTo),
        nameof(Invoice.LoadSite), nameof(Invoice.DeliverySite), nameof(Invoice.LicensePlate), MissingFields.Line + nameof(InvoiceLine.ItemId),
        MissingFields.Line + nameof(InvoiceLine.ItemCode), MissingFields.Line + nameof(InvoiceLine.WarehouseId), MissingFields.Line + nameof(InvoiceLine.AccountId),
        MissingFields.Line + nameof(InvoiceLine.Unit));

    public async Task<PreparedChange<Invoice>> PrepareAsync(Invoice item, CancellationToken cancellationToken = default)
    {
        Invoice own = item.Copy();
        var store = DocumentStore.Of(context, own.Type);
        Missing.Check(CommonRules.Name(own), own);
        InvoiceTotals totals = await FillAsync(own, cancellationToken).ConfigureAwait(false);
        return context.Prepared(own, Missing.LeftOut(CommonRules.Name(own), own), (ready, cancel) => SendAsync(store, ready, totals, cancel), totals: totals);
    }

    public async Task<PreparedChange<Invoice>> PrepareUpdateAsync(Invoice item, CancellationToken cancellationToken = default)
    {
        Invoice own = item.Copy();
        Missing.Check(CommonRules.Name(own), own);
        InvoiceTotals? totals = own.Lines.Count > 0 ? await FillAsync(own, cancellationToken).ConfigureAwait(false) : null;
        return new PreparedChange<Invoice>(own, DocumentStore.Of(context, own.Type).SendUpdateAsync) { Totals = totals };
    }

    /// <summary>Lists cannot be asked for it, so the session keeps an index of the keys; what is found there is got anew.</summary>
    public async Task<Invoice?> FindByReferenceAsync(InvoiceType type, string reference, CancellationToken cancellationToken = default)
    {
        var store = DocumentStore.Of(context, type);
        Invoice? found = await CachedIdReader.GetAsync(
            () => Index(type).FindAsync(reference, since => store.List(ListFilter.UpdatedSince(since)), context.Api.Endpoint.Clock, cancellationToken),
            id => store.GetAsync(id, cancellationToken),
            id => Index(type).Forget(reference, id)).ConfigureAwait(false);
        return found?.Reference == reference && found.State is not (InvoiceState.Canceled or InvoiceState.Deleted) ? found : null;
    }

    public void Doubt(InvoiceType type, string reference) => Index(type).Doubt(reference);

    private ReferenceIndex<Invoice> Index(InvoiceType type) => context.Session.Cache
        .Notes<ConcurrentDictionary<InvoiceType, ReferenceIndex<Invoice>>>()
        .GetOrAdd(type, _ => new ReferenceIndex<Invoice>(invoice => invoice.Reference, ListFilter.Fresh) { DoubtsWhatItKnows = true });

    private async Task<InvoiceTotals> FillAsync(Invoice own, CancellationToken cancel)
    {
        DocumentRules.Withhold(own);
        DocumentRules.Check(own);
        await SalenGoTaxTable.ResolveAsync(context, CommonRules.Name(own), own.Lines, cancel).ConfigureAwait(false);
        return Arithmetic.OrRefuse(CommonRules.Name(own), () => SalenGoTotals.Of(own.Lines, own.GlobalDiscount));
    }

    private async Task<Invoice> SendAsync(DocumentStore store, Invoice item, InvoiceTotals expected, CancellationToken cancel)
    {
        item.Reference ??= CommonRules.NewReference();
        item.Client = await Parties.ResolveAsync(context, CommonRules.Name(item), item.Client, cancel).ConfigureAwait(false);
        Invoice made = await IdempotentSender.OrDoubtAsync(() => store.SendNewAsync(item, cancel), () => Index(item.Type).Doubt(item.Reference!)).ConfigureAwait(false);
        Index(item.Type).Add(made);
        context.CompareTotal(made, item, expected);

        return made;
    }
}

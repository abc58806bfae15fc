using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.SalenGo;

/// <summary>Makes and changes documents, each once. The order number is the caller's own key, by which a document is found again.</summary>
internal sealed class DocumentCreator : IInvoiceCreator, IUpdater<Invoice>
{
    private readonly ConnectorContext _context;

    public DocumentCreator(ConnectorContext context) => _context = context;

    public async Task<InvoiceTotals> PreviewAsync(Invoice item, CancellationToken cancellationToken = default)
    {
        DocumentStore.Of(_context, item.Type);
        DocumentRules.Withhold(item);
        DocumentRules.Check(item);
        await TaxTable.ResolveAsync(_context, DocumentRules.Name(item), item.Lines, cancellationToken).ConfigureAwait(false);
        return Arithmetic.OrRefuse(DocumentRules.Name(item), () => Totals.Of(item.Lines, item.GlobalDiscount));
    }

    public async Task<Invoice> CreateAsync(Invoice item, CancellationToken cancellationToken = default)
    {
        InvoiceTotals expected = await PreviewAsync(item, cancellationToken).ConfigureAwait(false);
        item.Reference ??= "PS-" + Guid.NewGuid().ToString("N").Substring(0, 12);
        TellLeftOut(item);
        Invoice made;
        try
        {
            made = await DocumentStore.Of(_context, item.Type).CreateAsync(item, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception unsure) when (IdempotentSender.LeavesDoubt(unsure))
        {
            Book(item.Type).Doubt(item.Reference!);
            throw;
        }

        await Book(item.Type).NoteAsync(made, cancellationToken).ConfigureAwait(false);
        if (made.Total is { } total && total != expected.Total)
        {
            _context.Api.Observer?.OnWarning(FormattableString.Invariant(
                $"{DocumentRules.Name(item)} has a total of {total:0.00} at the provider, where {expected.Total:0.00} was computed from its lines."));
        }

        return made;
    }

    public async Task UpdateAsync(Invoice item, CancellationToken cancellationToken = default)
    {
        if (item.Lines.Count > 0)
        {
            await PreviewAsync(item, cancellationToken).ConfigureAwait(false);
        }

        await DocumentStore.Of(_context, item.Type).UpdateAsync(item, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists cannot be asked for it, so the session keeps a book of the keys; what is found there is got anew.</summary>
    public async Task<Invoice?> FindByReferenceAsync(InvoiceType type, string reference, CancellationToken cancellationToken = default)
    {
        var store = DocumentStore.Of(_context, type);
        Invoice? found = await CachedIdReader.GetAsync(
            () => Book(type).FindAsync(reference, filter => store.List(filter), _context, cancellationToken),
            id => store.GetAsync(id, cancellationToken),
            _ => Book(type).ForgetAsync(reference, cancellationToken)).ConfigureAwait(false);
        return found?.Reference == reference && found.State is not (InvoiceState.Canceled or InvoiceState.Deleted) ? found : null;
    }

    private Book<Invoice> Book(InvoiceType type) => _context.Session.Cache
        .Notes<ConcurrentDictionary<InvoiceType, Book<Invoice>>>()
        .GetOrAdd(type, _ => new Book<Invoice>(invoice => invoice.Reference));

    private void TellLeftOut(Invoice item) => Rules.TellLeftOut(
        _context,
        DocumentRules.Name(item),
        (nameof(Invoice.DueDate), item.DueDate),
        (nameof(Invoice.ExchangeRate), item.ExchangeRate),
        (nameof(Invoice.TaxExemption), item.TaxExemption),
        (nameof(Invoice.LoadedAt), item.LoadedAt),
        (nameof(Invoice.AddressFrom), item.AddressFrom),
        (nameof(Invoice.AddressTo), item.AddressTo),
        (nameof(Invoice.LicensePlate), item.LicensePlate));
}

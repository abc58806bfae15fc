using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>Reads what counts for the tax: one listing, whole documents only where the list does not show their lines, and the taxes once.</summary>
internal sealed class TaxReader
{
    /// <summary>Documents that are read at once.</summary>
    private const int AtOnce = 4;

    private readonly AccountRecords _account;
    private readonly IInvoiceReader _reader;
    private readonly IProgress<int>? _progress;
    private int _count;

    public TaxReader(AccountRecords account, IProgress<int>? progress)
    {
        _account = account;
        _reader = account.Use<IInvoiceReader>();
        _progress = progress;
    }

    /// <summary>Reads the documents of a period.</summary>
    public Task<IReadOnlyList<TaxedDocument>> ReadAsync(TaxPeriod period, CancellationToken cancel) => ReadAsync(period.First, period, cancel);

    /// <summary>Reads the documents of a period with their lines, and those since an earlier day as the list shows them.</summary>
    public Task<IReadOnlyList<TaxedDocument>> ReadAsync(DateTime since, TaxPeriod period, CancellationToken cancel) =>
        ReadAsync(_reader.List(QueryOf(since, period.Last)), one => one.Date is not { } day || period.Contains(day), cancel);

    /// <summary>Reads what documents lack.</summary>
    public Task<IReadOnlyList<TaxedDocument>> ReadAsync(IReadOnlyList<Invoice> documents, CancellationToken cancel) =>
        ReadAsync(new Listing<Invoice>(() => (_, _) => Task.FromResult(new Page<Invoice> { Items = documents })), _ => true, cancel);

    private async Task<IReadOnlyList<TaxedDocument>> ReadAsync(Listing<Invoice> documents, Func<Invoice, bool> isWanted, CancellationToken cancel)
    {
        List<Invoice> read = await Paging.Whole<Invoice>(documents, (one, stop) => WholeAsync(one, isWanted(one), stop), AtOnce).ToListAsync(cancel).ConfigureAwait(false);
        IReadOnlyList<Tax> taxes = read.Any(one => isWanted(one) && one.Lines.Any(line => line.TaxId is not null)) && _account.Owner.Provider.Can(typeof(IReader<Tax>))
            ? await _account.Taxes.ListAsync().ToListAsync(cancel).ConfigureAwait(false)
            : [];
        return [.. read.Select(one => TaxedDocument.Of(one, taxes)).OfType<TaxedDocument>()];
    }

    private InvoiceQuery QueryOf(DateTime first, DateTime last) => new()
    {
        Types = [.. InvoiceTaxes.Types.Intersect(_reader.Types)],
        DateFrom = first,
        DateTo = last,
        IncludeArchived = true,
    };

    /// <summary>The document, with its lines if they are wanted; <c>null</c> for one that bears no tax, of which nothing is read.</summary>
    private async Task<Invoice?> WholeAsync(Invoice document, bool isWanted, CancellationToken cancel)
    {
        _progress?.Report(Interlocked.Increment(ref _count));
        return InvoiceTaxes.StateOf(document) is null ? null
            : !isWanted || InvoiceTaxes.IsWhole(document) || document.Id is not { } id ? document
            : await _reader.GetAsync(document.Type, id, cancel).ConfigureAwait(false);
    }
}

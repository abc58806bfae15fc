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

    /// <summary>Adds the documents of a period to a summary.</summary>
    public Task AddAsync(TaxMeasurer measurer, TaxPeriod period, CancellationToken cancel) => AddAsync(measurer, _reader.List(QueryOf(period)), cancel);

    /// <summary>Adds documents to a summary.</summary>
    public Task AddAsync(TaxMeasurer measurer, IReadOnlyList<Invoice> documents, CancellationToken cancel) =>
        AddAsync(measurer, new Listing<Invoice>(() => (_, _) => Task.FromResult(new Page<Invoice> { Items = documents })), cancel);

    private async Task AddAsync(TaxMeasurer measurer, Listing<Invoice> documents, CancellationToken cancel)
    {
        List<Invoice> whole = await Paging.Whole<Invoice>(documents, WholeAsync, AtOnce).ToListAsync(cancel).ConfigureAwait(false);
        IReadOnlyList<Tax> taxes = whole.Any(one => one.Lines.Any(line => line.TaxId is not null)) && _account.Owner.Provider.Can(typeof(IReader<Tax>))
            ? await _account.Taxes.ListAsync().ToListAsync(cancel).ConfigureAwait(false)
            : [];
        foreach (TaxedDocument document in whole.Select(one => TaxedDocument.Of(one, taxes)).OfType<TaxedDocument>())
        {
            measurer.Add(document);
        }
    }

    private InvoiceQuery QueryOf(TaxPeriod period) => new()
    {
        Types = [.. InvoiceTaxes.Types.Intersect(_reader.Types)],
        DateFrom = period.First,
        DateTo = period.Last,
        IncludeArchived = true,
    };

    /// <summary>The document with its lines; <c>null</c> for one that bears no tax, of which nothing is read.</summary>
    private async Task<Invoice?> WholeAsync(Invoice document, CancellationToken cancel)
    {
        _progress?.Report(Interlocked.Increment(ref _count));
        return InvoiceTaxes.StateOf(document) is null ? null
            : InvoiceTaxes.IsWhole(document) || document.Id is not { } id ? document
            : await _reader.GetAsync(document.Type, id, cancel).ConfigureAwait(false);
    }
}

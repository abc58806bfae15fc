using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Archives;
using Invoicing.Engine;
using Invoicing.Reports;

namespace Invoicing;

/// <summary>
/// Reads the data of a report of a month from an archive, without the provider. What is open is told as of the last export: as the documents say
/// it, else their totals less the payments of the archive.
/// </summary>
public sealed class ArchiveReportSource : IMonthReportSource
{
    private readonly InvoiceArchive _archive;
    private readonly int? _paymentDays;

    /// <summary>Makes a source.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="paymentDays">Payment term in days for documents that have no due date; they stay without one if it is <c>null</c>.</param>
    public ArchiveReportSource(InvoiceArchive archive, int? paymentDays = null) => (_archive, _paymentDays) = (archive, paymentDays);

    /// <inheritdoc/>
    public Task<MonthReportData> ReadAsync(TaxPeriod month, IProgress<int>? progress = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => Read(month, progress, cancellationToken), cancellationToken);

    private MonthReportData Read(TaxPeriod month, IProgress<int>? progress, CancellationToken cancel)
    {
        Tax[] taxes = [.. _archive.Read<Tax>()];
        ILookup<string, Payment> payments = _archive.Payments.Where(payment => payment.InvoiceId is not null).ToLookup(payment => payment.InvoiceId!, StringComparer.Ordinal);
        bool hasPayments = InvoiceProvider.All.Any(provider => provider.Name == _archive.Provider && provider.Can(typeof(IPaymentReader)));
        DateTime since = month.TwelveMonths[0].First;
        DateTime asOf = (_archive.CompletedAt?.LocalDateTime ?? File.GetLastWriteTime(ArchiveManifest.PathIn(_archive.Path))).Date;
        DateTime? earliest = null;
        var documents = new List<TaxedDocument>();
        var open = new List<Receivable>();
        int count = 0;
        foreach (Invoice document in _archive.Documents)
        {
            cancel.ThrowIfCancellationRequested();
            earliest = document.Date < (earliest ?? DateTime.MaxValue) ? document.Date : earliest;
            if (document.Date >= since && document.Date <= month.Last && TaxedDocument.Of(document, taxes) is { } taxed)
            {
                documents.Add(taxed);
            }

            if (OpenOf(document, payments, hasPayments) is { Amount: not 0 } rest)
            {
                open.Add(Receivable.Of(document, rest.Amount, rest.Basis, asOf, _paymentDays));
            }

            progress?.Report(++count);
        }

        return new MonthReportData
        {
            Month = month,
            Source = $"{_archive.Provider}, {_archive.Account}",
            Documents = documents,
            Receivables = open,
            AsOf = asOf,
            Notes = [.. Notes(since, earliest)],
        };
    }

    private static OpenAmount? OpenOf(Invoice document, ILookup<string, Payment> payments, bool hasPayments)
    {
        if (!OwedTypes.OpenStates.Contains(document.State) || !(OwedTypes.Debts.Contains(document.Type) || OwedTypes.Credits.Contains(document.Type)))
        {
            return null;
        }

        Payment[] paid = [.. payments[document.Id ?? ""]];
        return OpenAmounts.Told(document) ?? new OpenAmount
        {
            Invoice = document,
            Amount = OpenAmounts.Left(document, document.Total ?? 0, paid),
            Basis = hasPayments ? OutstandingBasis.Payments : OutstandingBasis.AtMost,
        };
    }

    private IEnumerable<string> Notes(DateTime since, DateTime? earliest)
    {
        yield return $"The numbers are those of the archive '{Path.GetFileName(_archive.Path)}', and not of today.";
        if (_archive.CompletedAt is null)
        {
            yield return "The last export to the archive was not completed: documents may be missing.";
        }

        if (earliest > since)
        {
            yield return FormattableString.Invariant($"The archive has no documents before {earliest:yyyy-MM-dd}.");
        }
    }
}

using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Reports;

namespace Invoicing;

/// <summary>
/// Reads what a report of a month is made of from an account: the list of twelve months, the month's documents where the list does not show their
/// lines, the taxes, and the open documents.
/// </summary>
public sealed class SessionReportSource : IMonthReportSource
{
    private readonly AccountRecords _account;
    private readonly ReceivableQuery _receivables;

    /// <summary>Makes a source.</summary>
    /// <param name="account">The account: a session, or <c>session.With(observer)</c>.</param>
    /// <param name="receivables">The day for which open documents are told, and the payment term of those without a due date; today if it is <c>null</c>.</param>
    public SessionReportSource(AccountRecords account, ReceivableQuery? receivables = null) =>
        (_account, _receivables) = (account, receivables ?? new ReceivableQuery());

    /// <inheritdoc/>
    public async Task<MonthReportData> ReadAsync(TaxPeriod month, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<TaxedDocument> documents = await new TaxReader(_account, progress).ReadAsync(month.TwelveMonths[0].First, month, cancellationToken).ConfigureAwait(false);
        return new MonthReportData
        {
            Month = month,
            Source = $"{_account.Owner.Provider.Name}, {_account.Owner.Account}",
            Documents = documents,
            Receivables = await _account.Receivables.ListAsync(_receivables).ToListAsync(cancellationToken).ConfigureAwait(false),
            AsOf = (_receivables.AsOf ?? _account.Owner.Today).Date,
        };
    }
}

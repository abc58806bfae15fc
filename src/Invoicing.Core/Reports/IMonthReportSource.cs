using System;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Reports;

/// <summary>A source of the data of a report: an account, files, an archive.</summary>
public interface IMonthReportSource
{
    /// <summary>Reads the month and the eleven months before it.</summary>
    /// <param name="month">The month.</param>
    /// <param name="progress">Hears the number of documents that were read so far.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The data.</returns>
    Task<MonthReportData> ReadAsync(TaxPeriod month, IProgress<int>? progress = null, CancellationToken cancellationToken = default);
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Reports;
using Invoicing.Saft;

namespace Invoicing.Commands;

/// <summary>Reads what a report of a month is made of from SAF-T (PT) files of one company: that of the month, and those of earlier months as far as they are given.</summary>
internal sealed class SaftReportSource : IMonthReportSource
{
    private readonly IReadOnlyList<string> _paths;
    private readonly List<TaxedDocument> _documents = [];
    private readonly HashSet<string> _months = [];
    private string? _company;
    private string? _name;

    public SaftReportSource(IReadOnlyList<string> paths) => _paths = paths;

    /// <inheritdoc/>
    public Task<MonthReportData> ReadAsync(TaxPeriod month, IProgress<int>? progress = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => Read(month, progress, cancellationToken), cancellationToken);

    private MonthReportData Read(TaxPeriod month, IProgress<int>? progress, CancellationToken cancel)
    {
        foreach (string path in _paths)
        {
            try
            {
                Add(path, month, progress, cancel);
            }
            catch (SaftFormatException fault)
            {
                throw new InvoicingException(ErrorKind.InvalidFile, $"{path}: {fault.Message}", fault);
            }
            catch (Exception fault) when (FileFault.IsOf(fault))
            {
                throw FileFault.Reading(path, fault);
            }
        }

        if (!_months.Contains(month.Name))
        {
            throw new InvoicingException(ErrorKind.InvalidInput, $"None of the files is of {month.Name}: they are of {string.Join(", ", _months.OrderBy(name => name, StringComparer.Ordinal))}.")
            {
                Advice = "Give the file of the month too, or another -Year and -Month.",
            };
        }

        string[] missing = [.. month.TwelveMonths.Select(one => one.Name).Where(name => !_months.Contains(name))];
        return new MonthReportData
        {
            Month = month,
            Source = $"SAF-T of {_name} ({_company})",
            Documents = _documents,
            AsOf = month.Last,
            Notes = missing.Length == 0 ? [] : [$"No file was given for {string.Join(", ", missing)}: turnover is 0 there because it is not known."],
        };
    }

    private void Add(string path, TaxPeriod month, IProgress<int>? progress, CancellationToken cancel)
    {
        var names = new Dictionary<string, string?>(StringComparer.Ordinal);
        DateTime since = month.TwelveMonths[0].First;
        foreach (SaftRecord record in SaftReader.Read(path, SaftSection.Header | SaftSection.Customers | SaftSection.Invoices))
        {
            cancel.ThrowIfCancellationRequested();
            switch (record)
            {
                case SaftHeader header:
                    Add(path, header);
                    break;
                case SaftCustomer { Id: { } id } customer:
                    names[id] = customer.CompanyName;
                    break;
                case SaftInvoice { Date: { } day } invoice when day.Date <= month.Last && day.Date >= since:
                    _documents.Add(SaftTaxes.Of(invoice, _company, invoice.CustomerId is { } key && names.TryGetValue(key, out string? name) ? name : null));
                    progress?.Report(_documents.Count);
                    break;
            }
        }
    }

    /// <summary>A file of a quarter or a year stands for each of its months.</summary>
    private void Add(string path, SaftHeader header)
    {
        if (_company is not null && _company != header.TaxRegistrationNumber)
        {
            throw new InvoicingException(
                ErrorKind.InvalidInput, $"The files are of two companies: '{_company}', and '{header.TaxRegistrationNumber}' in {Path.GetFileName(path)}.")
            {
                Advice = "Give the files of one company.",
            };
        }

        (_company, _name) = (header.TaxRegistrationNumber, header.CompanyName);
        for (DateTime? day = header.StartDate; day <= header.EndDate; day = day.Value.AddMonths(1))
        {
            _months.Add(TaxPeriod.OfMonth(day.Value).Name);
        }
    }
}

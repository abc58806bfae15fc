using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Invoicing.Saft.Reading;

namespace Invoicing.Saft;

/// <summary>
/// Adds up the documents of one file, or of several: VAT by rate, receipts by means of payment, customers, and the tables against what
/// they declare. What it keeps in memory grows with the number of customers, not of documents.
/// </summary>
public sealed class SaftMeasurer
{
    private const decimal Tolerance = 0.01m;

    private readonly Dictionary<VatKey, VatSum> _vat = [];
    private readonly Dictionary<(string? Month, SaftMeasureState State, string? Method), SaftReceiptMeasure> _receipts = [];
    private readonly Dictionary<(string? Company, string Id), SaftCustomerMeasure> _customers = [];
    private readonly Dictionary<(string? Path, SaftTable Table), SaftTableMeasure> _tables = [];
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _companies = new(StringComparer.Ordinal);
    private readonly SaftMeasureKey _by;
    private string? _company;
    private string? _path;

    /// <summary>Makes a measurer.</summary>
    /// <param name="by">The properties that keep the rows of the VAT summary apart.</param>
    public SaftMeasurer(SaftMeasureKey by = SaftMeasureKey.All) => _by = by;

    /// <summary>The VAT summary of the sales documents, by month, type, region and rate.</summary>
    public IReadOnlyList<SaftVatMeasure> Vat => _vat
        .Select(pair => WithFile(pair.Key.ToRow(pair.Value)))
        .OrderBy(row => row.Month, StringComparer.Ordinal).ThenBy(row => row.Type, StringComparer.Ordinal).ThenBy(row => row.State)
        .ThenBy(row => row.TaxType, StringComparer.Ordinal).ThenBy(row => row.Region, StringComparer.Ordinal)
        .ThenByDescending(row => row.Rate).ThenBy(row => row.TaxCode, StringComparer.Ordinal).ThenBy(row => row.ExemptionCode, StringComparer.Ordinal)
        .ToList();

    /// <summary>The receipts, by month and means of payment.</summary>
    public IReadOnlyList<SaftReceiptMeasure> Receipts => _receipts.Values.Select(WithFile)
        .OrderBy(row => row.Month, StringComparer.Ordinal).ThenBy(row => row.State).ThenBy(row => row.Method, StringComparer.Ordinal).ToList();

    /// <summary>The tables of documents, against what they declare.</summary>
    public IReadOnlyList<SaftTableMeasure> Tables => _tables.Values.ToList();

    /// <summary>The customers with the largest net totals.</summary>
    /// <param name="count">The number of customers.</param>
    public IReadOnlyList<SaftCustomerMeasure> Customers(int count)
    {
        var rows = _customers.Values.Where(row => row.Documents > 0).OrderByDescending(row => row.Net)
            .ThenBy(row => row.CustomerId, StringComparer.Ordinal).Take(count).Select(WithFile).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i].Rank = i + 1;
        }

        return rows;
    }

    /// <summary>Adds a file.</summary>
    /// <param name="path">The XML file, ZIP or gzip.</param>
    /// <param name="progress">Hears how many bytes of XML were read so far.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SaftFormatException">The file cannot be read as SAF-T (PT).</exception>
    public void Add(string path, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        _paths.Add(path);
        _path = path;
        using var source = SaftSource.Open(path, progress: progress);
        using var parser = new SaftParser(source, SaftSection.Header | SaftSection.Customers | SaftSection.Documents);
        while (parser.Read() is { } record)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(record);
        }
    }

    private static SaftMeasureState StateOf(SaftDocument document) => document.IsCancelled ? SaftMeasureState.Cancelled
        : document is SaftInvoice && document.Status == "F" ? SaftMeasureState.Billed
        : SaftMeasureState.Counted;

    private static string? MonthOf(DateTime? date) => date is { } day ? SaftText.Date(day).Substring(0, 7) : null;

    private static string? Differing(string name, decimal sum, decimal? declared)
        => declared is { } value && Math.Abs(value - sum) > Tolerance
            ? $"{name} declares {SaftText.Of(value)}, the lines that count add up to {SaftText.Of(sum)}."
            : null;

    private T WithFile<T>(T row)
        where T : SaftMeasure
    {
        row.Path ??= _paths.Count == 1 ? _paths.First() : null;
        row.Company ??= _companies.Count == 1 ? _companies.First() : null;
        return row;
    }

    private void Add(SaftRecord record)
    {
        switch (record)
        {
            case SaftHeader { TaxRegistrationNumber: { } number }:
                _companies.Add(number);
                _company = number;
                break;
            case SaftCustomer { Id: { } id } customer:
                var row = CustomerOf(id);
                (row.Name, row.TaxNumber) = (customer.CompanyName, customer.TaxId);
                break;
            case SaftDocument document:
                AddDocument(document);
                break;
            case SaftTableTotals totals when totals.Table != SaftTable.MovementOfGoods:
                Compare(TableOf(totals.Table), totals);
                break;
        }
    }

    private void AddDocument(SaftDocument document)
    {
        var state = StateOf(document);
        AddToTable(document, state);
        if (document is SaftInvoice)
        {
            AddVat(document, state);
            if (state == SaftMeasureState.Counted && document.CustomerId is { } id)
            {
                var customer = CustomerOf(id);
                var side = LineTax.Side(document);
                customer.Documents++;
                customer.Net += side * (document.NetTotal ?? 0);
                customer.Gross += side * (document.GrossTotal ?? 0);
            }
        }
        else if (document is SaftPayment)
        {
            AddReceipt(document, state);
        }
    }

    private void AddToTable(SaftDocument document, SaftMeasureState state)
    {
        var table = TableOf(document.Table);
        table.Documents++;
        table.LeftOut += state == SaftMeasureState.Counted ? 0 : 1;
        foreach (var line in document.Lines)
        {
            if (state == SaftMeasureState.Counted)
            {
                table.Debit += line.DebitAmount ?? 0;
                table.Credit += line.CreditAmount ?? 0;
            }
            else
            {
                table.LeftOutDebit += line.DebitAmount ?? 0;
                table.LeftOutCredit += line.CreditAmount ?? 0;
            }
        }
    }

    private void AddVat(SaftDocument document, SaftMeasureState state)
    {
        var month = (_by & SaftMeasureKey.Month) != 0 ? MonthOf(document.Date) : null;
        var type = (_by & SaftMeasureKey.Type) != 0 ? document.Type : null;
        foreach (var line in document.Lines)
        {
            var key = new VatKey(
                month, type, state, line.Tax?.Type, (_by & SaftMeasureKey.Region) != 0 ? line.Tax?.Region : null,
                (_by & SaftMeasureKey.Rate) != 0 ? line.Tax?.Code : null, (_by & SaftMeasureKey.Rate) != 0 ? line.Tax?.Percentage : null,
                (_by & SaftMeasureKey.Exemption) != 0 ? line.TaxExemptionCode : null);
            if (!_vat.TryGetValue(key, out var sum))
            {
                _vat.Add(key, sum = new VatSum());
            }

            sum.Add(document, line.Amount, LineTax.Of(line, taxBaseTimesQuantity: false) ?? 0);
        }
    }

    private void AddReceipt(SaftDocument document, SaftMeasureState state)
    {
        var side = LineTax.Side(document);
        var month = MonthOf(document.Date);
        if (document.PaymentMethods.Count == 0)
        {
            AddPayment(month, state, null, side * (document.GrossTotal ?? 0));
        }

        foreach (var method in document.PaymentMethods)
        {
            AddPayment(month, state, method.Mechanism, side * (method.Amount ?? 0));
        }
    }

    private void AddPayment(string? month, SaftMeasureState state, string? method, decimal amount)
    {
        if (!_receipts.TryGetValue((month, state, method), out var row))
        {
            _receipts.Add((month, state, method), row = new SaftReceiptMeasure { Month = month, State = state, Method = method });
        }

        row.Payments++;
        row.Amount += amount;
    }

    private void Compare(SaftTableMeasure table, SaftTableTotals totals)
    {
        table.DeclaredDebit = totals.Debit;
        table.DeclaredCredit = totals.Credit;
        var differences = new[] { Differing("TotalDebit", table.Debit, totals.Debit), Differing("TotalCredit", table.Credit, totals.Credit) };
        table.Difference = differences.Any(text => text is not null) ? string.Join(" ", differences.Where(text => text is not null)) : null;
    }

    private SaftCustomerMeasure CustomerOf(string id)
    {
        if (!_customers.TryGetValue((_company, id), out var row))
        {
            _customers.Add((_company, id), row = new SaftCustomerMeasure { CustomerId = id, Company = _company });
        }

        return row;
    }

    private SaftTableMeasure TableOf(SaftTable table)
    {
        if (!_tables.TryGetValue((_path, table), out var row))
        {
            _tables.Add((_path, table), row = new SaftTableMeasure { Table = table, Path = _path, Company = _company });
        }

        return row;
    }

    private readonly struct VatKey(
        string? month, string? type, SaftMeasureState state, string? taxType, string? region, string? code, decimal? rate, string? exemption)
        : IEquatable<VatKey>
    {
        private readonly (string? Month, string? Type, SaftMeasureState State, string? TaxType, string? Region, string? Code, decimal? Rate)
            _parts = (month, type, state, taxType, region, code, rate);

        private readonly string? _exemption = exemption;

        public bool Equals(VatKey other) => _parts.Equals(other._parts) && _exemption == other._exemption;

        public override bool Equals(object? obj) => obj is VatKey other && Equals(other);

        public override int GetHashCode() => (_parts.GetHashCode() * 31) + (_exemption?.GetHashCode() ?? 0);

        public SaftVatMeasure ToRow(VatSum sum) => new()
        {
            Month = _parts.Month,
            Type = _parts.Type,
            State = _parts.State,
            TaxType = _parts.TaxType,
            Region = _parts.Region,
            TaxCode = _parts.Code,
            Rate = _parts.Rate,
            ExemptionCode = _exemption,
            Documents = sum.Documents,
            Base = sum.Base,
            Tax = Math.Round(sum.Tax, 2, MidpointRounding.AwayFromZero),
        };
    }

    private sealed class VatSum
    {
        private SaftDocument? _last;

        public long Documents { get; private set; }

        public decimal Base { get; private set; }

        public decimal Tax { get; private set; }

        public void Add(SaftDocument document, decimal amount, decimal tax)
        {
            Documents += ReferenceEquals(document, _last) ? 0 : 1;
            _last = document;
            Base += amount;
            Tax += tax;
        }
    }
}

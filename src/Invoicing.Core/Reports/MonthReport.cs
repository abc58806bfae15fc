using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine;

namespace Invoicing.Reports;

/// <summary>
/// The month of a company in numbers. Amounts are in the currency of most documents; those in another currency are told in <see cref="Notes"/> and
/// never added.
/// </summary>
public sealed class MonthReport
{
    private readonly List<string> _notes;

    private MonthReport(MonthReportData data, int top)
    {
        Data = data;
        _notes = [.. data.Notes];
        TaxedDocument[] all = [.. data.Documents.GroupBy(one => (one.Origin, one.Type, one.Id ?? one.Number)).Select(same => same.First())];
        Currency = all.Where(one => one.State == TaxMeasureState.Counted).GroupBy(one => one.Currency).OrderByDescending(same => same.Count()).FirstOrDefault()?.Key;
        TaxedDocument[] counted = [.. all.Where(one => one.State == TaxMeasureState.Counted && one.Currency == Currency)];
        TaxedDocument[] month = [.. all.Where(one => one.Date is { } day && data.Month.Contains(day))];
        Turnover = TurnoverOf(counted);

        var tax = new TaxMeasurer(TaxMeasureKey.Region | TaxMeasureKey.Rate | TaxMeasureKey.Exemption);
        tax.Add(month);
        Tax = tax.Rows;
        Differences = tax.Differences;
        Net = Counted.Sum(row => row.Net);
        TaxTotal = Counted.Sum(row => row.Tax + row.Surcharge);
        Documents = month.Count(one => one.State == TaxMeasureState.Counted && one.Currency == Currency);
        Clients = ClientsOf([.. month.Where(one => one.State == TaxMeasureState.Counted && one.Currency == Currency)], top);
        Ages = data.Receivables is { } open ? AgesOf(open) : null;
        _notes.AddRange(MonthReportNotes.Of(this, all));
        Numbers = new MonthReportNumbers(data.Month.Name, data.Source, Currency, data.AsOf, MonthReportChanges.NumbersOf(this));
    }

    /// <summary>The data that the report was made of.</summary>
    public MonthReportData Data { get; }

    /// <summary>ISO code of the currency; <c>null</c> for that of the account.</summary>
    public string? Currency { get; }

    /// <summary>Turnover of the month and the eleven months before it, the earliest first.</summary>
    public IReadOnlyList<MonthTurnover> Turnover { get; }

    /// <summary>Amount of the month without tax, less credit notes.</summary>
    public decimal Net { get; }

    /// <summary>Tax of the month, with surcharges.</summary>
    public decimal TaxTotal { get; }

    /// <summary>Number of documents of the month.</summary>
    public int Documents { get; }

    /// <summary>The VAT summary of the month, also of cancelled documents and other currencies.</summary>
    public IReadOnlyList<TaxMeasure> Tax { get; }

    /// <summary>Documents of the month whose amounts are not those of their lines.</summary>
    public IReadOnlyList<TaxDifference> Differences { get; }

    /// <summary>The largest clients of the month.</summary>
    public IReadOnlyList<MonthClient> Clients { get; }

    /// <summary>The amounts that clients owe, by the days since they were due; <c>null</c> if the source cannot tell.</summary>
    public IReadOnlyList<MonthAge>? Ages { get; }

    /// <summary>The open documents in the currency of the report, the longest overdue first; <c>null</c> if the source cannot tell.</summary>
    public IReadOnlyList<Receivable>? Open => Data.Receivables is not { } open ? null
        : [.. open.Where(IsOurs).OrderByDescending(one => one.DaysOverdue ?? -1).ThenByDescending(one => one.Outstanding).ThenBy(one => one.Number, StringComparer.Ordinal)];

    /// <summary>The report that this one is compared with; <c>null</c> without one.</summary>
    public MonthReportNumbers? Before { get; private set; }

    /// <summary>Numbers that are not what they were in the report before; <c>null</c> without one.</summary>
    public IReadOnlyList<MonthChange>? Changes => Before is null ? null : MonthReportChanges.Between(Before, Numbers);

    /// <summary>Sentences on the amounts that the numbers do not contain.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>The numbers by name.</summary>
    public MonthReportNumbers Numbers { get; }

    /// <summary>The rows of the VAT summary that count in the currency of the report.</summary>
    internal IEnumerable<TaxMeasure> Counted => Tax.Where(row => row.State == TaxMeasureState.Counted && row.Currency == Currency);

    /// <summary>Makes the report of a month.</summary>
    /// <param name="data">The data that it is made of.</param>
    /// <param name="before">The numbers of an earlier report to compare with.</param>
    /// <param name="top">Number of clients to tell.</param>
    /// <returns>The report.</returns>
    public static MonthReport Of(MonthReportData data, MonthReportNumbers? before = null, int top = 10)
    {
        var report = new MonthReport(data, top) { Before = before };
        if (before is not null && before.Currency != report.Currency)
        {
            throw new InvoicingException(
                ErrorKind.InvalidInput, $"The earlier report is in {before.Currency ?? "the currency of its account"}, this one in {report.Currency ?? "the currency of the account"}.")
            {
                Advice = "Compare with a report in the same currency.",
            };
        }

        if (before is not null && before.Source != data.Source)
        {
            report._notes.Add($"The earlier report was made from {before.Source}.");
        }

        return report;
    }

    /// <summary>Makes the page of the report.</summary>
    /// <returns>The page.</returns>
    public ReportPage ToPage() => new MonthReportPage(this).Make();

    /// <summary>A name with the currency of its amounts.</summary>
    internal string Named(string name) => Currency is null ? name : $"{name}, {Currency}";

    /// <summary>The rate of a row with its region and exemption.</summary>
    internal static string RateOf(TaxMeasure row) => row.Rate is not { } rate ? "no rate"
        : string.Join(" ", new[] { FormattableString.Invariant($"{rate:0.##} %"), row.Region, row.ExemptionCode ?? row.ExemptionReason }.Where(part => part is not null));

    /// <summary>True if an open document is in the currency of the report, as far as either is told.</summary>
    internal bool IsOurs(Receivable one) => one.Currency == Currency || one.Currency is null || Currency is null;

    private List<MonthTurnover> TurnoverOf(TaxedDocument[] counted)
    {
        ILookup<string, TaxedDocument> byMonth = counted.Where(one => one.Date is not null).ToLookup(one => TaxPeriod.OfMonth(one.Date!.Value).Name);
        return [.. Data.Month.TwelveMonths.Select(one => one.Name).Select(month => new MonthTurnover
        {
            Month = month,
            Documents = byMonth[month].Count(),
            Net = byMonth[month].All(one => one.Net is not null) ? byMonth[month].Sum(one => one.Net!.Value) : null,
            Total = byMonth[month].Sum(one => one.Total ?? ((one.Net ?? 0) + (one.Tax ?? 0) + one.Surcharge)),
        })];
    }

    private List<MonthClient> ClientsOf(TaxedDocument[] month, int top) =>
    [
        .. month.GroupBy(one => one.ClientId ?? one.ClientName)
            .Select(same => (Name: same.Select(one => one.ClientName).FirstOrDefault(name => name is not null) ?? same.Key ?? "(no client)", Net: same.Sum(NetOf), Count: same.Count()))
            .OrderByDescending(client => client.Net).ThenBy(client => client.Name, StringComparer.Ordinal)
            .Take(top)
            .Select(client => new MonthClient
            {
                Name = client.Name,
                Documents = client.Count,
                Net = client.Net,
                Share = Net > 0 ? Math.Round(client.Net * 100 / Net, 1, MidpointRounding.AwayFromZero) : null,
            }),
    ];

    private static decimal NetOf(TaxedDocument document) => document.Net ?? Arithmetic.Cents(document.Parts.Sum(part => part.Net));

    private List<MonthAge> AgesOf(IReadOnlyList<Receivable> open)
    {
        IReadOnlyList<ReceivableAging> rows = ReceivableAging.Of(open.Where(IsOurs));
        (string Age, Func<ReceivableAging, decimal> Amount)[] columns =
        [
            ("not due", row => row.Current), ("1 to 30 days", row => row.Days1To30), ("31 to 60 days", row => row.Days31To60),
            ("61 to 90 days", row => row.Days61To90), ("over 90 days", row => row.Over90), ("no due date", row => row.NoDueDate),
        ];
        return [.. columns.Select(column => new MonthAge { Age = column.Age, Amount = rows.Sum(column.Amount) })];
    }
}

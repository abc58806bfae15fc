using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Reports;

/// <summary>The VAT of the month on the page of a report: what counts, what does not, and which documents differ from their lines.</summary>
internal static class MonthTaxSection
{
    public static void Add(MonthReport report, ReportPage page)
    {
        ReportSection section = page.AddSection("VAT of the month");
        TaxMeasure[] counted = [.. report.Counted];
        if (report.Tax.Count == 0)
        {
            section.AddText("There are no documents in this month.");
            return;
        }

        ReportBars bars = section.AddBars("Tax by rate");
        foreach (TaxMeasure row in counted)
        {
            bars.Add(MonthReport.RateOf(row), row.Tax, report.Currency);
        }

        AddTaxTable(section, report.Named("VAT by rate"), counted);
        foreach (IGrouping<(TaxMeasureState State, string? Currency), TaxMeasure> other in report.Tax.Except(counted).GroupBy(row => (row.State, row.Currency)))
        {
            string what = other.Key.State == TaxMeasureState.Counted ? "In another currency" : $"Not counted: {other.Key.State}";
            AddTaxTable(section, other.Key.Currency is { } code ? $"{what}, {code}" : what, [.. other]);
        }

        AddDifferences(section, report.Differences);
    }

    private static void AddTaxTable(ReportSection section, string caption, TaxMeasure[] rows)
    {
        bool hasSurcharge = rows.Any(row => row.Surcharge != 0);
        ReportTable table = section.AddTable(caption,
        [
            ReportColumn.Text("Rate"), ReportColumn.Number("Documents"), ReportColumn.Number("Without tax"), ReportColumn.Number("Tax"),
            .. hasSurcharge ? [ReportColumn.Number("Surcharge")] : Array.Empty<ReportColumn>(), ReportColumn.Number("With tax"),
        ]);
        foreach (TaxMeasure row in rows)
        {
            table.AddRow(Cells(MonthReport.RateOf(row), row.Documents, row.Net, row.Tax, hasSurcharge, row.Surcharge, row.Gross));
        }

        // A document with two rates is in two rows, so their numbers of documents do not add up.
        table.AddTotal(Cells("All", null, rows.Sum(row => row.Net), rows.Sum(row => row.Tax), hasSurcharge, rows.Sum(row => row.Surcharge), rows.Sum(row => row.Gross)));
    }

    private static object?[] Cells(string name, long? documents, decimal net, decimal tax, bool hasSurcharge, decimal surcharge, decimal gross) =>
        [name, documents, net, tax, .. hasSurcharge ? [surcharge] : Array.Empty<object?>(), gross];

    private static void AddDifferences(ReportSection section, IReadOnlyList<TaxDifference> differences)
    {
        TaxDifference[] odd = [.. differences.Where(one => one.Reason is not TaxDifferenceReason.Rounding)];
        if (differences.Count > odd.Length)
        {
            TaxDifference[] rounded = [.. differences.Except(odd)];
            section.AddText(FormattableString.Invariant(
                $"{rounded.Select(one => one.Document).Distinct().Count()} documents round to cents what their lines do not: {rounded.Sum(one => one.Net):0.00####} without tax, {rounded.Sum(one => one.Tax):0.00####} of tax. Measure-InvoiceTax -Report Difference lists them."));
        }

        if (odd.Length > 0)
        {
            ReportTable table = section.AddTable(
                "Documents whose amounts are not those of their lines", ReportColumn.Text("Document"), ReportColumn.Text("Reason"), ReportColumn.Number("Without tax"), ReportColumn.Number("Tax"), ReportColumn.Number("Total"));
            foreach (TaxDifference one in odd)
            {
                table.AddRow(one.Document, one.Reason, one.Net, one.Tax, one.Total);
            }
        }
    }
}

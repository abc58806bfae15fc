using System;
using System.Globalization;
using System.Linq;

namespace Invoicing.Reports;

/// <summary>The page of a report: each chart has its numbers beside it, and each sum its rows.</summary>
internal sealed class MonthReportPage
{
    /// <summary>Open documents that the page lists one by one.</summary>
    private const int MostOpen = 100;

    private readonly MonthReport _report;
    private readonly ReportPage _page;

    public MonthReportPage(MonthReport report)
    {
        _report = report;
        string month = report.Data.Month.First.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        _page = new ReportPage($"Invoicing in {month}");
    }

    private string? Currency => _report.Currency;

    public ReportPage Make()
    {
        _page.Data = _report.Numbers.ToJson();
        _page.Footer = "Amounts are those that the documents say. Credit notes are below zero; drafts, quotes and cancelled documents do not count.";
        AddFacts();
        AddTurnover();
        MonthTaxSection.Add(_report, _page);
        AddReceivables();
        AddClients();
        AddOpen();
        AddChanges();
        return _page;
    }

    private void AddFacts()
    {
        _page.AddFact("Source", _report.Data.Source);
        _page.AddFact("Month", _report.Data.Month.Name);
        _page.AddFact(Named("Without tax"), _report.Net);
        _page.AddFact(Named("Tax"), _report.TaxTotal);
        _page.AddFact(Named("With tax"), _report.Net + _report.TaxTotal);
        _page.AddFact("Documents", _report.Documents);
        if (_report.Ages is { } ages)
        {
            _page.AddFact(Named("Clients owe"), ages.Sum(age => age.Amount));
        }

        if (_report.Notes.Count > 0)
        {
            ReportSection section = _page.AddSection("What these numbers do not tell");
            foreach (string note in _report.Notes)
            {
                section.AddNote(note);
            }
        }
    }

    private void AddTurnover()
    {
        ReportSection section = _page.AddSection("Turnover of twelve months");
        bool hasNet = _report.Turnover.All(month => month.Net is not null);
        ReportBars bars = section.AddBars(hasNet ? "Turnover by month, without tax" : "Turnover by month, with tax");
        ReportTable table = section.AddTable(
            Named("Turnover by month"), ReportColumn.Text("Month"), ReportColumn.Number("Documents"), ReportColumn.Number("Without tax"), ReportColumn.Number("Total"));
        foreach (MonthTurnover month in _report.Turnover)
        {
            bars.Add(month.Month, hasNet ? month.Net!.Value : month.Total, Currency);
            table.AddRow(month.Month, month.Documents, month.Net, month.Total);
        }

        table.AddTotal(
            "Twelve months", _report.Turnover.Sum(month => month.Documents), hasNet ? _report.Turnover.Sum(month => month.Net) : null, _report.Turnover.Sum(month => month.Total));
    }

    private void AddReceivables()
    {
        ReportSection section = _page.AddSection("What clients owe, by age");
        if (_report.Ages is not { } ages)
        {
            section.AddNote("The source does not tell what is open.");
            return;
        }

        section.AddText($"On {_report.Data.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, by the days since the due date. Credits are below zero.");
        ReportBars bars = section.AddBars("What clients owe by age");
        foreach (MonthAge age in ages)
        {
            bars.Add(age.Age, age.Amount, Currency);
        }
    }

    private void AddClients()
    {
        ReportSection section = _page.AddSection("Largest clients of the month");
        if (_report.Clients.Count == 0)
        {
            section.AddText("There are no documents in this month.");
            return;
        }

        ReportBars bars = section.AddBars("Clients by amount without tax");
        ReportTable table = section.AddTable(
            Named("Largest clients"), ReportColumn.Text("Client"), ReportColumn.Number("Documents"), ReportColumn.Number("Without tax"), ReportColumn.Number("Share in %"));
        foreach (MonthClient client in _report.Clients)
        {
            bars.Add(client.Name, client.Net, Currency);
            table.AddRow(client.Name, client.Documents, client.Net, client.Share);
        }
    }

    private void AddOpen()
    {
        if (_report.Open is not { } open)
        {
            return;
        }

        ReportSection section = _page.AddSection("Open documents");
        if (open.Count == 0)
        {
            section.AddText("Nothing is open.");
            return;
        }

        ReportTable table = section.AddTable(
            Named("Open documents, the longest overdue first"), ReportColumn.Text("Client"), ReportColumn.Text("Document"), ReportColumn.Text("Date"), ReportColumn.Text("Due"), ReportColumn.Number("Days overdue"), ReportColumn.Number("Open"));
        foreach (Receivable one in open.Take(MostOpen))
        {
            table.AddRow(one.ClientName, one.GetInvoice(), one.Date, one.DueDate, one.DaysOverdue, one.Outstanding);
        }

        if (open.Count > MostOpen)
        {
            table.AddRow(FormattableString.Invariant($"{open.Count - MostOpen} more"), null, null, null, null, open.Skip(MostOpen).Sum(one => one.Outstanding));
        }

        table.AddTotal("All", null, null, null, null, open.Sum(one => one.Outstanding));
    }

    private void AddChanges()
    {
        ReportSection section = _page.AddSection("Changes since the last report");
        if (_report is not { Before: { } before, Changes: { } changes })
        {
            section.AddText("This report was compared with none. Give the page of the last one with -Since.");
            return;
        }

        section.AddText($"Compared with the report of {before.Period}, whose open documents are those of {before.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.");
        if (changes.Count == 0)
        {
            section.AddText("No number is another.");
            return;
        }

        ReportTable table = section.AddTable(
            Named("Numbers that are not what they were"), ReportColumn.Text("Number"), ReportColumn.Number("Before"), ReportColumn.Number("Now"), ReportColumn.Number("Difference"));
        foreach (MonthChange change in changes)
        {
            table.AddRow(change.Name, change.Before, change.Now, change.Difference);
        }
    }

    private string Named(string name) => _report.Named(name);
}

using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Invoicing.Reports;

/// <summary>The page of a client's statement.</summary>
public static class StatementReport
{
    /// <summary>Makes the page.</summary>
    /// <param name="statements">The statements of one client, one for each currency.</param>
    /// <param name="company">Name of the company that the statement comes from.</param>
    /// <returns>The page.</returns>
    public static ReportPage Of(IReadOnlyList<ClientStatement> statements, string? company = null)
    {
        ClientStatement first = statements[0];
        var page = new ReportPage($"Statement of account: {first.ClientName ?? first.ClientId}");
        if (company is not null)
        {
            page.AddFact("From", company);
        }

        page.AddFact("Client", first.ClientName ?? first.ClientId);
        if (!string.IsNullOrEmpty(first.TaxNumber))
        {
            page.AddFact("Tax number", first.TaxNumber);
        }

        page.AddFact("Period", first.From is { } from ? $"{Day(from)} to {Day(first.To)}" : $"up to {Day(first.To)}");
        foreach (ClientStatement statement in statements)
        {
            Add(page, statement, statements.Count > 1);
        }

        page.Footer = "A positive balance is owed by the client, a negative one to the client.";
        return page;
    }

    private static void Add(ReportPage page, ClientStatement statement, bool isOneOfMany)
    {
        string money = statement.Currency is { } code ? $" in {code}" : "";
        if (statement.Closing is { } closing)
        {
            page.AddFact($"Balance on {Day(statement.To)}{money}", closing);
        }

        ReportSection section = page.AddSection(isOneOfMany ? $"Account{money}" : "Account");
        foreach (string note in statement.Notes)
        {
            section.AddNote(note);
        }

        ReportTable table = section.AddTable(
            $"Documents and payments{money}",
            ReportColumn.Text("Date"),
            ReportColumn.Text("Entry"),
            ReportColumn.Text("Number"),
            ReportColumn.Text("Due"),
            ReportColumn.Number("Debit"),
            ReportColumn.Number("Credit"),
            ReportColumn.Number(statement.Closing is null ? "State" : "Balance"));
        foreach (StatementLine line in statement.Lines)
        {
            bool isBalance = line.Kind is StatementLineKind.Opening or StatementLineKind.Closing;
            if (isBalance && statement.Closing is null)
            {
                continue;
            }

            object?[] cells = [line.Date, Entry(line), NumberOf(line), line.DueDate, line.Debit, line.Credit, statement.Closing is null ? line.State?.ToString() : line.Balance];
            if (isBalance)
            {
                table.AddTotal(cells);
            }
            else
            {
                table.AddRow(cells);
            }
        }
    }

    /// <summary>The type in words, or the kind of line.</summary>
    private static string Entry(StatementLine line) => line.Kind switch
    {
        StatementLineKind.Opening => "Opening balance",
        StatementLineKind.Closing => "Closing balance",
        StatementLineKind.Payment => line.Debit is null ? "Payment" : "Repayment",
        _ => InWords(line.Type.ToString()),
    };

    private static string? NumberOf(StatementLine line) => line.Reference is null || line.Reference == line.Number ? line.Number : $"{line.Number} ({line.Reference})";

    private static string InWords(string name) => string.Concat(name.Select((letter, place) => place > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));

    private static string Day(System.DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

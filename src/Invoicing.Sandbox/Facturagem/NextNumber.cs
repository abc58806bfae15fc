using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>
/// Proposes a number the way the ancestor's form did: the last one with its year brought up to date and its other figure increased, or
/// <c>2026_0001</c> for the first. [seen]
/// </summary>
internal static class NextNumber
{
    private const int MaxTries = 100_000;
    private const int MaxDigits = 17;

    public static string Propose(Book book, DateTime date)
    {
        var last = book.Invoices.All.LastOrDefault();
        var probe = new Record(Resource.Invoice) { ["date"] = date, ["number"] = last is null ? First(date) : After(last, date) };
        for (var i = 0; i < MaxTries && book.IsTaken(probe); i++)
        {
            probe["number"] = Increase(probe.Text("number"), Year(date));
        }

        return probe.Text("number");
    }

    private static string After(Record last, DateTime date)
    {
        var number = last.Text("number");
        var lastYear = Year((DateTime)last["date"]!);
        return lastYear == Year(date) || number.IndexOf(lastYear, StringComparison.Ordinal) < 0
            ? Increase(number, Year(date))
            : First(date);
    }

    /// <summary>Increases the last figure, unless that is the year, and keeps its width.</summary>
    private static string Increase(string number, string year)
    {
        var figures = Regex.Matches(number, "[0-9]+").Cast<Match>().ToList();
        figures.Remove(figures.FirstOrDefault(match => match.Value == year)!);
        var figure = figures.LastOrDefault();
        if (figure is null || figure.Length > MaxDigits)
        {
            return number + "_0001";
        }

        var next = long.Parse(figure.Value, CultureInfo.InvariantCulture) + 1;
        return number.Substring(0, figure.Index)
            + next.ToString(CultureInfo.InvariantCulture).PadLeft(figure.Length, '0')
            + number.Substring(figure.Index + figure.Length);
    }

    private static string First(DateTime date) => Year(date) + "_0001";

    private static string Year(DateTime date) => date.Year.ToString(CultureInfo.InvariantCulture);
}

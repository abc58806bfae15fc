using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>Compares the document that has a reference already with the one that is to be created.</summary>
internal static class ExistingDocument
{
    private const decimal Cent = 0.01m;

    /// <summary>The differences in client, day, total and lines, in words. What the provider does not tell is taken for the same.</summary>
    /// <param name="there">The document that is there.</param>
    /// <param name="ready">The document that was prepared, with its totals.</param>
    /// <param name="date">Its day, if the caller gave one.</param>
    public static IReadOnlyList<string> Differences(Invoice there, PreparedChange<Invoice> ready, DateTime? date)
    {
        Invoice wanted = ready.Record;
        var found = new List<string>();
        if (!HasClientOf(wanted, there))
        {
            found.Add(Text("client", there.Client, wanted.Client));
        }

        if (date is { } day && there.Date is { } known && known.Date != day.Date)
        {
            found.Add(Text("date", known.Date, day.Date));
        }

        // A provider that computes by rules of its own may round each line in another way.
        decimal tolerance = ready.Totals is { IsEstimate: true } ? Cent * (wanted.Lines.Count + 1) : 0;
        if (ready.Totals is { Total: decimal total } && there.Total is { } sum && Math.Abs(sum - total) > tolerance)
        {
            found.Add(Text("total", sum, total));
        }

        if (there.Lines.Count > 0)
        {
            found.AddRange(LineDifferences(there, wanted));
        }

        return found;
    }

    /// <summary>The refusal that names the differences.</summary>
    public static InvoicingException Conflict(Invoice there, IEnumerable<string> differences) => new(
        ErrorKind.Conflict, $"{there} ({there.State}) has the reference '{there.Reference}' already and differs: {string.Join("; ", differences)}.")
    {
        Advice = there.State == InvoiceState.Draft
            ? "Use -Update to rewrite the draft, or give the new document a reference of its own."
            : "Correct the row, or give the new document a reference of its own. An issued document is corrected by a credit note.",
    };

    /// <summary>The draft that is there with the values of the document that is to be created. What that does not say stays.</summary>
    public static Invoice Rewritten(Invoice there, Invoice wanted)
    {
        Invoice merged = there.Copy();
        foreach (PropertyInfo property in typeof(Invoice).GetProperties().Where(FieldChanges.IsSent))
        {
            if (property.GetValue(wanted) is { } value && value is not IList<InvoiceLine> { Count: 0 })
            {
                property.SetValue(merged, value);
            }
        }

        foreach (KeyValuePair<string, object?> field in wanted.Extra)
        {
            merged.Extra[field.Key] = field.Value;
        }

        return merged;
    }

    private static bool HasClientOf(Invoice wanted, Invoice there) =>
        wanted.ClientId is null || there.ClientId is null
            ? there.ClientName is null || string.Equals(wanted.ClientName, there.ClientName, StringComparison.OrdinalIgnoreCase)
            : wanted.ClientId == there.ClientId;

    private static IEnumerable<string> LineDifferences(Invoice there, Invoice wanted)
    {
        if (there.Lines.Count != wanted.Lines.Count)
        {
            return [Text("number of lines", there.Lines.Count, wanted.Lines.Count)];
        }

        // Prices with tax are stored without it at some providers.
        bool comparesPrices = (wanted.PricesIncludeTax == true) == (there.PricesIncludeTax == true);
        return wanted.Lines.SelectMany((line, place) => LineDifferences(place + 1, there.Lines[place], line, comparesPrices));
    }

    private static IEnumerable<string> LineDifferences(int place, InvoiceLine there, InvoiceLine wanted, bool comparesPrices)
    {
        (string Name, decimal? There, decimal? Wanted)[] amounts =
        [
            (nameof(InvoiceLine.Quantity), there.Quantity, wanted.Quantity),
            (nameof(InvoiceLine.UnitPrice), comparesPrices ? there.UnitPrice : null, wanted.UnitPrice),
            (nameof(InvoiceLine.Discount), there.Discount ?? 0, wanted.Discount ?? 0),
            (nameof(InvoiceLine.TaxRate), there.TaxRate, wanted.TaxRate),
        ];
        foreach ((string name, decimal? known, decimal? asked) in amounts)
        {
            if (known is { } one && asked is { } other && Math.Abs(one - other) >= Cent)
            {
                yield return Text($"line {place} {name}", one, other);
            }
        }

        if (!string.IsNullOrEmpty(there.Name) && !string.IsNullOrEmpty(wanted.Name) && !HasTextOf(wanted, there))
        {
            yield return IsSame(there.Name, wanted.Name)
                ? Text($"line {place} Description", there.Description, wanted.Description)
                : Text($"line {place} Name", there.Name, wanted.Name);
        }
    }

    /// <summary>Some providers have one text for name and description. A description that is not told is taken for the same.</summary>
    private static bool HasTextOf(InvoiceLine wanted, InvoiceLine there) =>
        IsSame(TextOf(there), TextOf(wanted)) || (string.IsNullOrEmpty(there.Description) && IsSame(there.Name, wanted.Name));

    private static string? TextOf(InvoiceLine line) =>
        string.IsNullOrWhiteSpace(line.Description) || line.Description == line.Name ? line.Name : $"{line.Name}: {line.Description}";

    private static bool IsSame(string? one, string? other) => string.Equals(one?.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string Text(string field, object? there, object? wanted) => $"{field} is {Value(there)}, not {Value(wanted)}";

    private static string Value(object? value) =>
        value is int number ? number.ToString(CultureInfo.InvariantCulture) : PlanText.Value(value is Client client ? client.Name ?? client.Id : value);
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Invoicing;

/// <summary>
/// The lines of a document. As text, for a cell of a CSV file, each is a line such as <c>2 x SVC @ 10.00 | Tax=IVA23 | Discount=5</c>, which can be
/// read again.
/// </summary>
internal sealed class LineList : List<InvoiceLine>
{
    private const string Separator = " | ";

    private static readonly Regex Head = new(
        @"^(?<quantity>-?[0-9.]*) x (?<name>.*) @ (?<price>-?[0-9.]*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <summary>Fields beside quantity, name and price.</summary>
    private static readonly (string Name, Func<InvoiceLine, object?> Get, Action<InvoiceLine, string> Set)[] Fields =
    [
        (nameof(InvoiceLine.Tax), line => line.Tax, (line, text) => line.Tax = text),
        (nameof(InvoiceLine.TaxRate), line => line.TaxRate, (line, text) => line.TaxRate = Number(text)),
        (nameof(InvoiceLine.SecondTax), line => line.SecondTax, (line, text) => line.SecondTax = text),
        (nameof(InvoiceLine.SecondTaxRate), line => line.SecondTaxRate, (line, text) => line.SecondTaxRate = Number(text)),
        (nameof(InvoiceLine.Discount), line => line.Discount, (line, text) => line.Discount = Number(text)),
        (nameof(InvoiceLine.Unit), line => line.Unit, (line, text) => line.Unit = text),
        (nameof(InvoiceLine.ItemCode), line => line.ItemCode, (line, text) => line.ItemCode = text),
        (nameof(InvoiceLine.ItemId), line => line.ItemId, (line, text) => line.ItemId = text),
        (nameof(InvoiceLine.WarehouseId), line => line.WarehouseId, (line, text) => line.WarehouseId = text),
        (nameof(InvoiceLine.AccountId), line => line.AccountId, (line, text) => line.AccountId = text),
        (nameof(InvoiceLine.Description), line => line.Description, (line, text) => line.Description = text),
    ];

    public LineList()
    {
    }

    public LineList(IEnumerable<InvoiceLine> lines)
        : base(lines)
    {
    }

    /// <summary>The lines as text.</summary>
    public override string ToString() => string.Join("\n", this.Select(Text));

    /// <summary>Reads lines from their text.</summary>
    /// <exception cref="FormatException">The text is not that of lines.</exception>
    public static LineList Parse(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(Line)];

    private static string Text(InvoiceLine line)
    {
        string head = FormattableString.Invariant($"{line.Quantity:0.############} x {Escaped(line.Name)} @ {line.UnitPrice:0.00##########}");
        return string.Join(Separator, new[] { head }.Concat(Fields.Where(field => field.Get(line) is not null)
            .Select(field => $"{field.Name}={Escaped(Convert.ToString(field.Get(line), CultureInfo.InvariantCulture))}")));
    }

    private static InvoiceLine Line(string text)
    {
        string[] parts = Regex.Split(text, @"(?<!\\) \| ");
        Match head = Head.Match(parts[0]);
        if (!head.Success)
        {
            throw new FormatException($"'{text}' is not a line: it is written as 2 x SVC @ 10.00{Separator}Tax=IVA23");
        }

        var line = new InvoiceLine { Quantity = Number(head.Groups["quantity"].Value), Name = Plain(head.Groups["name"].Value), UnitPrice = Number(head.Groups["price"].Value) };
        foreach (string part in parts.Skip(1))
        {
            string[] pair = part.Split(['='], 2);
            (Fields.FirstOrDefault(field => field.Name == pair[0]).Set ?? throw new FormatException($"A line has no '{pair[0]}'"))(line, Plain(pair[pair.Length - 1]) ?? "");
        }

        return line;
    }

    private static decimal? Number(string text) => text.Length == 0 ? null
        : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number
        : throw new FormatException($"'{text}' in a line is not a number");

    private static string Escaped(string? text) => (text ?? "").Replace("\\", @"\\").Replace("\r\n", "\n").Replace("\n", @"\n").Replace(Separator, @"\ | ");

    private static string? Plain(string text) => text.Length == 0 ? null
        : Regex.Replace(text, @"\\(.)", match => match.Groups[1].Value == "n" ? "\n" : match.Groups[1].Value);
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Invoicing.Sandbox.Saft;

// The text of the QR code that a document carries on paper [seen].
internal static class SaftQrCode
{
    // The first region of a document has the letter I, whichever it is [seen].
    private static readonly string[] Letters = { "I", "J", "K" };

    private static readonly string[] Regions = { "PT", "PT-AC", "PT-MA" };

    // Where base and tax of a code stand; what is exempt has no tax.
    private static readonly (string Code, string Base, string? Tax)[] Places =
    {
        ("ISE", "2", null), ("RED", "3", "4"), ("INT", "5", "6"), ("NOR", "7", "8"),
    };

    public static string Build(string issuerTaxNumber, SaftCustomer customer, SaftDocument document, int certificateNumber)
    {
        var groups = SaftTaxGroup.Of(document.AllLines);
        var lines = document.AllLines.Where(l => l.Tax != null).ToList();
        var side = SaftTotals.Side(document.AllLines);
        var hash = document.Hash;
        var fields = new List<string?>
        {
            Text("A", issuerTaxNumber, 9),
            Text("B", customer.TaxNumber ?? SaftText.AnonymousTaxNumber, 30),
            Text("C", customer.BillingAddress.Country ?? SaftText.Unknown, 12),
            Text("D", document.Type, 2),
            Text("E", document.Status.Code, 1),
            Text("F", document.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture), 8),
            Text("G", document.Number, 60),
            Text("H", document.Atcud, 70),
        };
        fields.AddRange(Vat(lines, side, document.Totals.TaxPayable - Stamp(lines, side)));
        fields.Add(Sum("L", groups.Where(g => g.Tax.Type == "NS").Sum(g => g.Base)));
        fields.Add(Sum("M", Stamp(lines, side)));
        fields.Add("N:" + SaftText.Money(document.Totals.TaxPayable));
        fields.Add("O:" + SaftText.Money(document.Totals.GrossTotal));
        fields.Add(Sum("P", document.Withholdings.Sum(w => w.Amount)));
        fields.Add("Q:" + (hash == "0" ? hash : SaftSigner.PrintedCharacters(hash)));
        fields.Add("R:" + certificateNumber.ToString(CultureInfo.InvariantCulture));
        return string.Join("*", fields.Where(f => f != null));
    }

    private static IEnumerable<string?> Vat(IReadOnlyList<SaftLine> lines, int side, decimal due)
    {
        var regions = lines.Where(l => l.Tax!.Type == "IVA").GroupBy(l => l.Tax!.Region)
            .OrderBy(g => Array.IndexOf(Regions, g.Key) is var at && at >= 0 ? at : Regions.Length).Take(Letters.Length).ToList();
        if (regions.Count == 0)
        {
            return new[] { "I1:0" };
        }

        var fields = new List<Field>();
        foreach (var (region, letter) in regions.Zip(Letters, (region, letter) => (region, letter)))
        {
            fields.Add(new Field(letter + "1", region.Key));
            foreach (var place in Places)
            {
                var own = region.Where(l => Code(l.Tax!) == place.Code).ToList();
                fields.Add(new Field(letter + place.Base) { Amount = Signed(own, side, l => l.Amount) });
                if (place.Tax != null)
                {
                    fields.Add(new Field(letter + place.Tax) { Amount = Signed(own, side, l => l.TaxDue), IsTax = true });
                }
            }
        }

        // What rounding lost goes to the largest tax, so that the fields add up to N.
        var taxes = fields.Where(f => f.IsTax).ToList();
        var lost = due - taxes.Sum(f => f.Amount);
        var largest = taxes.OrderByDescending(f => f.Amount).First();
        if (largest.Amount > 0 && Math.Abs(lost) <= 0.01m * lines.Count)
        {
            largest.Amount += lost;
        }

        return fields.Select(f => f.Text == null ? Sum(f.Code, f.Amount) : f.Code + ":" + f.Text);
    }

    private static decimal Stamp(IEnumerable<SaftLine> lines, int side) => Signed(lines.Where(l => l.Tax!.Type == "IS"), side, l => l.TaxDue);

    private static decimal Signed(IEnumerable<SaftLine> lines, int side, Func<SaftLine, decimal> amount)
        => SaftText.Round(side * lines.Sum(l => l.IsDebit ? -amount(l) : amount(l)));

    // Special rates have no field of their own [assumed].
    private static string Code(SaftTax tax)
        => Places.Any(p => p.Code == tax.Code) ? tax.Code : tax.Percentage is null or 0 ? "ISE" : "NOR";

    private static string Text(string code, string value, int max) => code + ":" + SaftText.Clean(value, max).Replace('*', ' ');

    private static string? Sum(string code, decimal sum) => sum == 0 ? null : code + ":" + SaftText.Money(sum);

    private sealed class Field
    {
        public Field(string code, string? text = null)
        {
            Code = code;
            Text = text;
        }

        public string Code { get; }

        public string? Text { get; }

        public decimal Amount { get; set; }

        public bool IsTax { get; set; }
    }
}

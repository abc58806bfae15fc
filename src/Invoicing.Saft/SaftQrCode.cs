using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Saft;

/// <summary>
/// The text of the QR code on a printed document, computed from the file: fields A to R, each code, colon and value, with an
/// asterisk between them.
/// </summary>
public static class SaftQrCode
{
    /// <summary>The letters of the regions' fields; the digits behind them are base and VAT of one rate.</summary>
    private static readonly string[] Letters = ["I", "J", "K"];

    /// <summary>The order of the regions; any other region follows in the order of the lines.</summary>
    private static readonly string[] Regions = ["PT", "PT-AC", "PT-MA"];

    /// <summary>The fields of the bases; the field of the VAT is the next one. The exempt base has none.</summary>
    private static readonly (string Code, int Field)[] Rates = [("ISE", 2), ("RED", 3), ("INT", 5), ("NOR", 7)];

    /// <summary>The text of a document's QR code.</summary>
    /// <param name="header">The header of the file.</param>
    /// <param name="document">The document.</param>
    /// <param name="party">The customer, or the supplier of a transport document; null for the anonymous final consumer.</param>
    /// <remarks>
    /// The first region of the document fills I1 to I8, the second J1 to J8, the third K1 to K8; I1 is 0 only for a document without
    /// VAT. A line with TaxBase has a tax field and no base [seen]. Assumptions: a special rate (tax code OUT) counts as exempt where
    /// it is 0, else as the normal rate; a fourth region has no field; cents lost in rounding go to the largest VAT field, so that the
    /// VAT fields and the stamp duty add up to TaxPayable.
    /// </remarks>
    public static string For(SaftHeader header, SaftDocument document, SaftParty? party = null)
    {
        _ = header ?? throw new ArgumentNullException(nameof(header));
        _ = document ?? throw new ArgumentNullException(nameof(document));
        var fields = new List<(string Code, string? Value)>
        {
            ("A", header.TaxRegistrationNumber),
            ("B", party?.TaxId ?? TaxNumber.FinalConsumer),
            ("C", party is null ? "PT" : party.BillingAddress?.Country ?? "Desconhecido"),
            ("D", document.Type),
            ("E", document.Status),
            ("F", document.Date is { } date ? SaftText.Date(date).Replace("-", "") : null),
            ("G", document.Number),
            ("H", document.Atcud ?? "0"),
        };
        var side = LineTax.Side(document);
        var stamp = Cents(side * document.Lines.Sum(line => line.Tax?.Type == "IS" ? LineTax.Of(line, false) ?? 0 : 0));
        AddVat(fields, document, side, stamp);
        AddIfAny(fields, "L", Cents(side * document.Lines.Sum(line => line.Tax?.Type == "NS" ? line.Amount : 0)));
        AddIfAny(fields, "M", stamp);
        fields.Add(("N", SaftText.Money(document.TaxPayable ?? 0)));
        fields.Add(("O", SaftText.Money(document.GrossTotal ?? 0)));
        AddIfAny(fields, "P", Cents(document.WithholdingTaxes.Sum(tax => tax.Amount ?? 0)));
        fields.Add(("Q", PrintedHash(document.Hash)));
        fields.Add(("R", header.SoftwareCertificateNumber));
        return string.Join("*", fields.Select(field => $"{field.Code}:{field.Value?.Replace('*', ' ')}"));
    }

    /// <summary>The four characters of a signature that are printed: 1, 11, 21 and 31; 0 where there is none.</summary>
    /// <param name="hash">The signature as the file has it.</param>
    public static string PrintedHash(string? hash)
        => hash is { Length: > 30 } ? new string([hash[0], hash[10], hash[20], hash[30]]) : "0";

    private static void AddVat(List<(string Code, string? Value)> fields, SaftDocument document, int side, decimal stamp)
    {
        var lines = document.Lines.Where(line => line.Tax is { Type: "IVA", Region: not null }).ToList();
        var regions = lines.Select(line => line.Tax!.Region!).Distinct().OrderBy(Rank).Take(Letters.Length).ToList();
        if (regions.Count == 0)
        {
            fields.Add(("I1", "0"));
        }

        var groups = new List<VatGroup>();
        foreach (var (region, letter) in regions.Zip(Letters, (region, letter) => (region, letter)))
        {
            groups.Add(new VatGroup($"{letter}1", region));
            foreach (var (rate, field) in Rates)
            {
                var some = lines.Where(line => line.Tax!.Region == region && RateOf(line.Tax) == rate).ToList();
                groups.Add(new VatGroup($"{letter}{field}") { Amount = Cents(side * some.Sum(line => line.Amount)) });
                if (rate != "ISE")
                {
                    var tax = Cents(side * some.Sum(line => LineTax.Of(line, false) ?? 0));
                    groups.Add(new VatGroup($"{letter}{field + 1}") { Amount = tax, IsTax = true });
                }
            }
        }

        ShareRounding(groups, (document.TaxPayable ?? 0) - stamp, document.Lines.Count);
        fields.AddRange(groups.Where(group => group.Text is not null || group.Amount != 0)
            .Select(group => (group.Code, (string?)(group.Text ?? SaftText.Money(group.Amount)))));
    }

    /// <summary>Lets the VAT fields add up to the declared tax, where no more than a cent a line is missing.</summary>
    private static void ShareRounding(List<VatGroup> groups, decimal declared, int lines)
    {
        var missing = Cents(declared) - groups.Where(group => group.IsTax).Sum(group => group.Amount);
        var largest = groups.Where(group => group.IsTax).OrderByDescending(group => group.Amount).FirstOrDefault();
        if (largest is { Amount: > 0 } && Math.Abs(missing) <= 0.01m * lines)
        {
            largest.Amount += missing;
        }
    }

    private static int Rank(string region) => Array.IndexOf(Regions, region) is var rank and >= 0 ? rank : Regions.Length;

    private static string RateOf(SaftTax tax) => tax.Code switch
    {
        "ISE" or "RED" or "INT" or "NOR" => tax.Code,
        _ => tax.Percentage is null or 0 ? "ISE" : "NOR",
    };

    private static void AddIfAny(List<(string Code, string? Value)> fields, string code, decimal amount)
    {
        if (amount != 0)
        {
            fields.Add((code, SaftText.Money(amount)));
        }
    }

    private static decimal Cents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    /// <summary>A field of a region: its name, a base or a tax.</summary>
    private sealed class VatGroup(string code, string? text = null)
    {
        public string Code { get; } = code;

        public string? Text { get; } = text;

        public decimal Amount { get; set; }

        public bool IsTax { get; set; }
    }
}

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
    /// <summary>The letters of the regions; the digits behind one are base and VAT of one rate.</summary>
    private static readonly string[] Letters = ["I", "J", "K"];

    /// <summary>The order of the regions; any other comes after them (docs/facts/saft-pt.md#qr-code).</summary>
    private static readonly string[] Order = ["PT", "PT-AC", "PT-MA"];

    private static readonly (string Code, int Field)[] Rates = [("ISE", 2), ("RED", 3), ("INT", 5), ("NOR", 7)];

    /// <summary>The text of a document's QR code.</summary>
    /// <param name="header">The header of the file.</param>
    /// <param name="document">The document.</param>
    /// <param name="party">The customer, or the supplier of a transport document; null for the anonymous final consumer.</param>
    /// <remarks>
    /// Lines of a special rate (tax code OUT) go to the exempt base where the rate is 0, else to the normal rate: the QR code
    /// knows no field for them: an assumption. The first region that a document has is in the fields I, whichever it is; a line that
    /// corrects nothing but tax has no base.
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
        AddVat(fields, document);
        AddIfAny(fields, "L", Sum(document, line => line.Tax?.Type == "NS" ? line.Amount : 0));
        AddIfAny(fields, "M", Sum(document, line => line.Tax?.Type == "IS" ? LineTax.Of(line, false) ?? 0 : 0));
        fields.Add(("N", SaftText.Money(document.TaxPayable ?? 0)));
        fields.Add(("O", SaftText.Money(document.GrossTotal ?? 0)));
        AddIfAny(fields, "P", document.WithholdingTaxes.Sum(tax => tax.Amount ?? 0));
        fields.Add(("Q", PrintedHash(document.Hash)));
        fields.Add(("R", header.SoftwareCertificateNumber));
        return string.Join("*", fields.Select(field => $"{field.Code}:{field.Value?.Replace('*', ' ')}"));
    }

    /// <summary>The four characters of a signature that are printed: 1, 11, 21 and 31; 0 where there is none.</summary>
    /// <param name="hash">The signature as the file has it.</param>
    public static string PrintedHash(string? hash)
        => hash is { Length: > 30 } ? new string([hash[0], hash[10], hash[20], hash[30]]) : "0";

    private static void AddVat(List<(string Code, string? Value)> fields, SaftDocument document)
    {
        var regions = document.Lines.Where(line => line.Tax?.Type == "IVA")
            .GroupBy(line => line.Tax!.Region)
            .OrderBy(region => Order.Contains(region.Key) ? Array.IndexOf(Order, region.Key) : Order.Length)
            .Zip(Letters, (lines, letter) => (Lines: lines, Letter: letter))
            .ToList();
        if (regions.Count == 0)
        {
            fields.Add(("I1", "0"));
        }

        foreach (var (lines, letter) in regions)
        {
            fields.Add((letter + "1", lines.Key));
            foreach (var (rate, field) in Rates)
            {
                AddRate(fields, letter, field, lines.Where(line => RateOf(line.Tax!) == rate).ToList());
            }
        }
    }

    private static void AddRate(List<(string Code, string? Value)> fields, string letter, int field, List<SaftLine> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        if (lines.Any(line => line.TaxBase is null))
        {
            fields.Add(($"{letter}{field}", Money(lines.Sum(line => line.TaxBase is null ? line.Amount : 0))));
        }

        if (field > 2)
        {
            fields.Add(($"{letter}{field + 1}", Money(lines.Sum(line => LineTax.Of(line, false) ?? 0))));
        }
    }

    private static string RateOf(SaftTax tax) => tax.Code switch
    {
        "ISE" or "RED" or "INT" or "NOR" => tax.Code,
        _ => tax.Percentage is null or 0 ? "ISE" : "NOR",
    };

    private static decimal Sum(SaftDocument document, Func<SaftLine, decimal> amount) => Math.Abs(document.Lines.Sum(amount));

    private static void AddIfAny(List<(string Code, string? Value)> fields, string code, decimal amount)
    {
        if (amount > 0)
        {
            fields.Add((code, Money(amount)));
        }
    }

    private static string Money(decimal amount) => SaftText.Money(Math.Round(Math.Abs(amount), 2, MidpointRounding.AwayFromZero));
}

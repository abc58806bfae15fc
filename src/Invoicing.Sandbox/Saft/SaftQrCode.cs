using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Invoicing.Sandbox.Saft;

// The text of the QR code that a document carries on paper [seen].
internal static class SaftQrCode
{
    private static readonly string[] Letters = { "I", "J", "K" };

    private static readonly string[] Order = { "PT", "PT-AC", "PT-MA" };

    // Where base and tax of a code stand; what is exempt has no tax.
    private static readonly (string Code, string Base, string? Tax)[] Places =
    {
        ("ISE", "2", null), ("RED", "3", "4"), ("INT", "5", "6"), ("NOR", "7", "8"),
    };

    public static string Build(string issuerTaxNumber, SaftCustomer customer, SaftDocument document, int certificateNumber)
    {
        var groups = SaftTaxGroup.Of(document.AllLines);
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
        fields.AddRange(Regions(groups));
        fields.Add(Sum("L", groups.Where(g => g.Tax.Type == "NS").Sum(g => g.Base)));
        fields.Add(Sum("M", groups.Where(g => g.Tax.Type == "IS").Sum(g => g.Due)));
        fields.Add("N:" + SaftText.Money(document.Totals.TaxPayable));
        fields.Add("O:" + SaftText.Money(document.Totals.GrossTotal));
        fields.Add(Sum("P", document.Withholdings.Sum(w => w.Amount)));
        fields.Add("Q:" + (hash == "0" ? hash : SaftSigner.PrintedCharacters(hash)));
        fields.Add("R:" + certificateNumber.ToString(CultureInfo.InvariantCulture));
        return string.Join("*", fields.Where(f => f != null));
    }

    // The first region that the document has is in the fields I, whichever it is; without any VAT there is a 0 [seen].
    private static IEnumerable<string?> Regions(IReadOnlyList<SaftTaxGroup> groups)
    {
        var regions = groups.Where(g => g.Tax.Type == "IVA").GroupBy(g => g.Tax.Region)
            .OrderBy(r => Order.Contains(r.Key) ? Array.IndexOf(Order, r.Key) : Order.Length).ToList();
        return regions.Count == 0
            ? new[] { "I1:0" }
            : regions.Zip(Letters, (region, letter) => Region(letter, region.Key, region.ToList())).SelectMany(fields => fields);
    }

    private static IEnumerable<string?> Region(string letter, string region, IReadOnlyList<SaftTaxGroup> own)
    {
        yield return letter + "1:" + region;
        foreach (var place in Places)
        {
            var taxed = own.Where(g => g.Tax.Code == place.Code).ToList();
            yield return Sum(letter + place.Base, taxed.Sum(g => g.Base));
            yield return place.Tax == null ? null : Sum(letter + place.Tax, taxed.Sum(g => g.Due));
        }
    }

    private static string Text(string code, string value, int max) => code + ":" + SaftText.Clean(value, max).Replace('*', ' ');

    private static string? Sum(string code, decimal sum) => sum == 0 ? null : code + ":" + SaftText.Money(sum);
}

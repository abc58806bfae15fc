using System;
using System.Linq;

namespace Invoicing.Sandbox.Saft;

// One entry of the tax table, and the tax of a line.
internal sealed class SaftTax
{
    // Normal, intermediate and reduced rate of each region, as of 2026 [S].
    private static readonly (string Region, decimal[] Rates)[] Rates =
    {
        ("PT", new[] { 23m, 13m, 6m }),
        ("PT-AC", new[] { 16m, 9m, 4m }),
        ("PT-MA", new[] { 22m, 12m, 4m }),
    };

    private static readonly string[] RateCodes = { "NOR", "INT", "RED" };

    /// <summary>IVA (VAT), IS (stamp duty) or NS (not subject).</summary>
    public string Type { get; init; } = "IVA";

    /// <summary>An ISO country, PT-AC (Azores) or PT-MA (Madeira).</summary>
    public string Region { get; init; } = "PT";

    /// <summary>RED, INT, NOR, ISE or OUT for VAT, NS for what is not subject, NA on receipts, a stamp code such as 23.1.</summary>
    public required string Code { get; init; }

    public string Description { get; init; } = string.Empty;

    public DateTime? ExpirationDate { get; init; }

    public decimal? Percentage { get; init; }

    /// <summary>Fixed stamp duty for one unit, in euro, instead of a percentage.</summary>
    public decimal? Amount { get; init; }

    public bool IsZero => (Percentage ?? Amount ?? 0) == 0;

    /// <summary>What makes two taxes the same: code and region may occur with several rates [M].</summary>
    public (string Type, string Region, string Code, decimal? Percentage, decimal? Amount) Key =>
        (Type, Region, Code, Percentage, Amount);

    /// <summary>The VAT of a rate: the code that the law gives it in that region, ISE for none, OUT for a rate of a special scheme.</summary>
    public static SaftTax Vat(decimal percentage, string region = "PT")
    {
        var rates = Rates.Where(r => r.Region == region).Select(r => r.Rates).FirstOrDefault();
        var place = rates == null ? -1 : Array.IndexOf(rates, percentage);
        var code = percentage == 0 ? "ISE" : place < 0 ? "OUT" : RateCodes[place];
        return new SaftTax { Region = region, Code = code, Percentage = percentage, Description = "IVA " + SaftText.Quantity(percentage) + "%" };
    }

    public override string ToString() => $"{Type} {Region} {Code} {SaftText.Quantity(Percentage ?? Amount ?? 0)}";
}

using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.Saft;

// One entry of the tax table, and the tax of a line.
internal sealed class SaftTax
{
    // The rates that have a code, as of 2026 [seen]; any other one belongs to a special scheme.
    private static readonly IReadOnlyDictionary<(string Region, decimal Rate), string> RateCodes = new Dictionary<(string, decimal), string>
    {
        [("PT", 23)] = "NOR",
        [("PT", 13)] = "INT",
        [("PT", 6)] = "RED",
        [("PT-AC", 16)] = "NOR",
        [("PT-AC", 9)] = "INT",
        [("PT-AC", 4)] = "RED",
        [("PT-MA", 22)] = "NOR",
        [("PT-MA", 12)] = "INT",
        [("PT-MA", 4)] = "RED",
    };

    /// <summary>IVA (VAT), IS (stamp duty) or NS (not subject).</summary>
    public string Type { get; init; } = "IVA";

    /// <summary>An ISO country, PT-AC (Azores) or PT-MA (Madeira).</summary>
    public string Region { get; init; } = "PT";

    /// <summary>RED, INT, NOR, ISE or OUT for VAT, NS for not subject, NA on receipts, a stamp code such as 23.1.</summary>
    public required string Code { get; init; }

    public string Description { get; init; } = string.Empty;

    public DateTime? ExpirationDate { get; init; }

    public decimal? Percentage { get; init; }

    /// <summary>Fixed stamp duty for one unit, in euro, instead of a percentage.</summary>
    public decimal? Amount { get; init; }

    public bool IsZero => (Percentage ?? Amount ?? 0) == 0;

    /// <summary>Key of a tax: code and region may occur with several rates [seen].</summary>
    public (string Type, string Region, string Code, decimal? Percentage, decimal? Amount) Key =>
        (Type, Region, Code, Percentage, Amount);

    /// <summary>The VAT of a rate: its code in that region, ISE for none, OUT for the rate of a special scheme.</summary>
    public static SaftTax Vat(decimal percentage, string region = "PT")
    {
        var code = percentage == 0 ? "ISE" : RateCodes.TryGetValue((region, percentage), out var named) ? named : "OUT";
        var description = "IVA " + SaftText.Quantity(percentage) + "%";
        return new SaftTax { Region = region, Code = code, Percentage = percentage, Description = description };
    }

    public override string ToString() => $"{Type} {Region} {Code} {SaftText.Quantity(Percentage ?? Amount ?? 0)}";
}

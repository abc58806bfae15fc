namespace Invoicing;

/// <summary>A tax of the account. Lines refer to it by name.</summary>
public sealed class Tax : InvoiceRecord
{
    /// <summary>Name, such as <c>IVA23</c>. Lines must spell it exactly so.</summary>
    public string? Name { get; set; }

    /// <summary>Rate in percent.</summary>
    public decimal? Rate { get; set; }

    /// <summary>Region of the rate, such as <c>PT</c>, <c>PT-AC</c> or <c>PT-MA</c>.</summary>
    public string? Region { get; set; }

    /// <summary>Kind of rate: <c>NOR</c>, <c>INT</c>, <c>RED</c>, <c>ISE</c> or <c>OUT</c>.</summary>
    public string? Code { get; set; }

    /// <summary>True for the default tax of lines without one.</summary>
    public bool? IsDefault { get; set; }

    /// <summary>Name of the tax.</summary>
    public override string ToString() => Name ?? Id ?? "";
}

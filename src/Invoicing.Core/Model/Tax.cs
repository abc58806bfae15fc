namespace Invoicing;

/// <summary>A tax of the account that lines can name.</summary>
public sealed class Tax : InvoiceRecord
{
    /// <summary>Name, such as <c>IVA23</c>; lines name it exactly.</summary>
    public string? Name { get; set; }

    /// <summary>Rate in percent.</summary>
    public decimal? Rate { get; set; }

    /// <summary>Region that the rate is for, such as <c>PT</c>, <c>PT-AC</c> or <c>PT-MA</c>.</summary>
    public string? Region { get; set; }

    /// <summary>Kind of rate: <c>NOR</c>, <c>INT</c>, <c>RED</c>, <c>ISE</c> or <c>OUT</c>.</summary>
    public string? Code { get; set; }

    /// <summary>Whether lines without a tax get this one.</summary>
    public bool? IsDefault { get; set; }

    /// <summary>Name of the tax.</summary>
    public override string ToString() => Name ?? Id ?? "";
}

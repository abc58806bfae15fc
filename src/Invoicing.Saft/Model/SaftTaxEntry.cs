using System;

namespace Invoicing.Saft;

/// <summary>One row of the tax table.</summary>
public sealed class SaftTaxEntry : SaftRecord
{
    /// <summary>The tax: type, region, code and rate.</summary>
    public SaftTax Tax { get; } = new();

    /// <summary>The description.</summary>
    public string? Description { get; set; }

    /// <summary>The last legal day of a rate that changed in the period.</summary>
    public DateTime? ExpirationDate { get; set; }

    internal override string? Key => Tax.Code;
}

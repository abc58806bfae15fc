using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.Saft;

internal sealed class SaftGoodsLine : SaftLine
{
    public IReadOnlyList<SaftOrderReference> Orders { get; init; } = Array.Empty<SaftOrderReference>();

    public required string ProductCode { get; init; }

    public required string ProductDescription { get; init; }

    public required decimal Quantity { get; init; }

    public string UnitOfMeasure { get; init; } = "un";

    /// <summary>Net of tax and of discounts.</summary>
    public required decimal UnitPrice { get; init; }

    /// <summary>A taxable amount that is not charged; price and amount are then zero [official].</summary>
    public decimal? TaxBase { get; init; }

    /// <summary>Date of supply; not written in stock movements.</summary>
    public required DateTime TaxPointDate { get; init; }

    /// <summary>The documents that this line corrects; not written in stock movements.</summary>
    public IReadOnlyList<SaftReference> References { get; init; } = Array.Empty<SaftReference>();

    /// <summary>Null repeats the description of the product.</summary>
    public string? Description { get; init; }

    // Not multiplied by the quantity, which the texts do not settle [open].
    public override decimal TaxedAmount => TaxBase ?? Amount;

    public override decimal TaxedUnits => Quantity;

    /// <summary>Price of a line in whole cents.</summary>
    public static decimal AmountOf(decimal quantity, decimal unitPrice) => SaftText.Round(quantity * unitPrice);
}

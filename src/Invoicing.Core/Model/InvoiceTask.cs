using System;

namespace Invoicing;

/// <summary>Work for a client that is not invoiced yet.</summary>
public sealed class InvoiceTask : InvoiceRecord
{
    /// <summary>Identifier of the client.</summary>
    public string? ClientId { get; set; }

    /// <summary>Identifier of the article in the catalogue.</summary>
    public string? ItemId { get; set; }

    /// <summary>Identifier of the warehouse for the goods.</summary>
    public string? WarehouseId { get; set; }

    /// <summary>Code of the article.</summary>
    public string? Code { get; set; }

    /// <summary>Short name of the work.</summary>
    public string? Name { get; set; }

    /// <summary>Description of the work.</summary>
    public string? Description { get; set; }

    /// <summary>Unit, such as <c>h</c>.</summary>
    public string? Unit { get; set; }

    /// <summary>Quantity.</summary>
    public decimal? Quantity { get; set; }

    /// <summary>Price of one unit without tax.</summary>
    public decimal? UnitPrice { get; set; }

    /// <summary>Day of the work.</summary>
    public DateTime? Date { get; set; }

    /// <summary>Name of the worker.</summary>
    public string? Worker { get; set; }

    /// <summary>Name of the tax, or its rate as text.</summary>
    public string? Tax { get; set; }

    /// <summary>Rate of the tax in percent.</summary>
    public decimal? TaxRate { get; set; }

    /// <summary>The provider's identifier of the tax.</summary>
    public string? TaxId { get; set; }

    /// <summary>Discount in percent.</summary>
    public decimal? Discount { get; set; }

    /// <summary>Quantity and name.</summary>
    public override string ToString() => Quantity is null ? Name ?? Id ?? "" : FormattableString.Invariant($"{Quantity:0.####} x {Name}");
}

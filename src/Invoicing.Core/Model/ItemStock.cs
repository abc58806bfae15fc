using System;

namespace Invoicing;

/// <summary>How much of an article there is in a warehouse.</summary>
public sealed class ItemStock
{
    internal ItemStock(string itemId, string warehouseId, decimal quantity, DateTime? date)
    {
        ItemId = itemId;
        WarehouseId = warehouseId;
        Quantity = quantity;
        Date = date;
    }

    /// <summary>Identifier of the article.</summary>
    public string ItemId { get; }

    /// <summary>Identifier of the warehouse.</summary>
    public string WarehouseId { get; }

    /// <summary>How much; below zero where more went out than came in.</summary>
    public decimal Quantity { get; }

    /// <summary>The day it is for; <c>null</c> is now.</summary>
    public DateTime? Date { get; }

    /// <summary>Article, warehouse and quantity.</summary>
    public override string ToString() => FormattableString.Invariant($"{ItemId} in {WarehouseId}: {Quantity:0.####}");
}

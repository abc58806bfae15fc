using System;

namespace Invoicing;

/// <summary>Stock of an item in a warehouse.</summary>
public sealed class ItemStock
{
    internal ItemStock(string itemId, string warehouseId, decimal quantity, DateTime? date)
    {
        ItemId = itemId;
        WarehouseId = warehouseId;
        Quantity = quantity;
        Date = date;
    }

    /// <summary>Identifier of the item.</summary>
    public string ItemId { get; }

    /// <summary>Identifier of the warehouse.</summary>
    public string WarehouseId { get; }

    /// <summary>Quantity; negative if more went out than came in.</summary>
    public decimal Quantity { get; }

    /// <summary>Day of the stock; <c>null</c> for now.</summary>
    public DateTime? Date { get; }

    /// <summary>Item, warehouse and quantity.</summary>
    public override string ToString() => FormattableString.Invariant($"{ItemId} in {WarehouseId}: {Quantity:0.####}");
}

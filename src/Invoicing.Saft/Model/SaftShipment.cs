using System;

namespace Invoicing.Saft;

/// <summary>The place that goods go to or come from.</summary>
public sealed class SaftShipment
{
    /// <summary>Identifications of the delivery, for example number plates.</summary>
    public SaftList<string> DeliveryIds { get; } = [];

    /// <summary>The day of the delivery.</summary>
    public DateTime? DeliveryDate { get; set; }

    /// <summary>The warehouses.</summary>
    public SaftList<string> WarehouseIds { get; } = [];

    /// <summary>The places in the warehouses.</summary>
    public SaftList<string> LocationIds { get; } = [];

    /// <summary>The address.</summary>
    public SaftAddress? Address { get; set; }

    /// <summary>Day, identification and address, for display.</summary>
    public override string ToString() => $"{SaftText.Of(DeliveryDate)} {DeliveryIds} {Address}".Trim();
}

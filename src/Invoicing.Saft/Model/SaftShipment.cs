using System;
using System.Collections.Generic;

namespace Invoicing.Saft;

/// <summary>Where goods go to or come from.</summary>
public sealed class SaftShipment
{
    /// <summary>Identifications of the delivery, for example number plates.</summary>
    public List<string> DeliveryIds { get; } = [];

    /// <summary>The day of the delivery.</summary>
    public DateTime? DeliveryDate { get; set; }

    /// <summary>The warehouses.</summary>
    public List<string> WarehouseIds { get; } = [];

    /// <summary>The places in the warehouses.</summary>
    public List<string> LocationIds { get; } = [];

    /// <summary>The address.</summary>
    public SaftAddress? Address { get; set; }
}

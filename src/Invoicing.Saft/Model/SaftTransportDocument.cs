using System;

namespace Invoicing.Saft;

/// <summary>A document that can accompany goods: an invoice or a stock movement.</summary>
public abstract class SaftTransportDocument : SaftDocument
{
    /// <summary>The destination of the goods.</summary>
    public SaftShipment? ShipTo { get; set; }

    /// <summary>The origin of the goods.</summary>
    public SaftShipment? ShipFrom { get; set; }

    /// <summary>The start of the transport.</summary>
    public DateTime? MovementStartTime { get; set; }

    /// <summary>The end of the transport.</summary>
    public DateTime? MovementEndTime { get; set; }
}

using System;

namespace Invoicing.Saft;

/// <summary>A document that can accompany goods: an invoice or a stock movement.</summary>
public abstract class SaftTransportDocument : SaftDocument
{
    /// <summary>Where the goods go.</summary>
    public SaftShipment? ShipTo { get; set; }

    /// <summary>Where the goods come from.</summary>
    public SaftShipment? ShipFrom { get; set; }

    /// <summary>When the transport starts.</summary>
    public DateTime? MovementStartTime { get; set; }

    /// <summary>When the transport ends.</summary>
    public DateTime? MovementEndTime { get; set; }
}

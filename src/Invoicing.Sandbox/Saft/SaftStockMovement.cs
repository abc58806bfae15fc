using System;

namespace Invoicing.Sandbox.Saft;

internal sealed class SaftStockMovement : SaftGoodsDocument
{
    /// <summary>The receiver if it is a supplier: exactly one of customer and supplier is given [official].</summary>
    public string? SupplierId { get; init; }

    public string? Comments { get; init; }

    public SaftShipping? ShipTo { get; init; }

    public SaftShipping? ShipFrom { get; init; }

    public DateTime? MovementEnd { get; init; }

    public required DateTime MovementStart { get; init; }

    /// <summary>The code that the authority gave to the transport.</summary>
    public string? TransportCode { get; init; }
}

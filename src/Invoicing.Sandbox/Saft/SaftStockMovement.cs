using System;

namespace Invoicing.Sandbox.Saft;

internal sealed class SaftStockMovement : SaftGoodsDocument
{
    /// <summary>The receiver when it is no customer: exactly one of the two is named [official].</summary>
    public string? SupplierId { get; init; }

    public string? Comments { get; init; }

    public SaftShipping? ShipTo { get; init; }

    public SaftShipping? ShipFrom { get; init; }

    public DateTime? MovementEnd { get; init; }

    public required DateTime MovementStart { get; init; }

    /// <summary>The code that the authority gave to the transport.</summary>
    public string? TransportCode { get; init; }
}

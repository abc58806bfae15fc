namespace Invoicing.Saft;

/// <summary>A transport document (table 4.2): delivery note, transport guide, return and the like.</summary>
public sealed class SaftStockMovement : SaftTransportDocument
{
    /// <inheritdoc/>
    public override SaftTable Table => SaftTable.MovementOfGoods;

    /// <summary>The key of the supplier, where the goods go to one; <see cref="SaftDocument.CustomerId"/> is then null.</summary>
    public string? SupplierId { get; set; }

    /// <summary>A comment.</summary>
    public string? Comments { get; set; }

    /// <summary>The code that the tax authority gave to the transport.</summary>
    public string? AtDocCodeId { get; set; }
}

namespace Invoicing.Saft;

/// <summary>A receipt (table 4.4). Receipts are not signed.</summary>
public sealed class SaftPayment : SaftDocument
{
    /// <inheritdoc/>
    public override SaftTable Table => SaftTable.Payments;

    /// <summary>The description.</summary>
    public string? Description { get; set; }

    /// <summary>The number that the program gave to the receipt.</summary>
    public string? SystemId { get; set; }
}

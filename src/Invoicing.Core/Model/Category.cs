namespace Invoicing;

/// <summary>A category of expenses.</summary>
public sealed class Category : InvoiceRecord
{
    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>Identifier of the parent category.</summary>
    public string? ParentId { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Id ?? "";
}

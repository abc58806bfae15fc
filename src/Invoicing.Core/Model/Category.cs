namespace Invoicing;

/// <summary>A category of expenses.</summary>
public sealed class Category : InvoiceRecord
{
    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>Identifier of the category that it is part of.</summary>
    public string? ParentId { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Id ?? "";
}

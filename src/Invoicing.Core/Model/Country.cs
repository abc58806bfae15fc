namespace Invoicing;

/// <summary>A country in a provider's list.</summary>
public sealed class Country : InvoiceRecord
{
    /// <summary>Code, such as <c>ES</c>.</summary>
    public string? Code { get; set; }

    /// <summary>Name in the provider's language.</summary>
    public string? Name { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Code ?? "";
}

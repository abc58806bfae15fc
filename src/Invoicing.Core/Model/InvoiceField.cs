
namespace Invoicing;

/// <summary>A field that a provider listed as accepted, or showed in a record.</summary>
public sealed class InvoiceField
{
    /// <summary>Kind of record.</summary>
    public FieldOwner For { get; init; }

    /// <summary>Operation for which the field was found.</summary>
    public FieldOperation Operation { get; init; }

    /// <summary>Name on the wire, as a path with dots: <c>client.name</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>
    /// Name in the model, as <c>Connect-InvoiceProvider -FieldName</c> takes it: <c>Client.Name</c>; <c>null</c> if the model has none.
    /// </summary>
    public string? Property { get; init; }

    /// <summary>Source of the field: the operation's list of accepted fields, or a record of the provider.</summary>
    public FieldSource Source { get; init; }

    /// <summary>The raw answer in which it was found.</summary>
    public string Answer { get; init; } = "";

    /// <summary>The name on the wire.</summary>
    public override string ToString() => Name;
}

/// <summary>Kinds of records that have fields.</summary>
public enum FieldOwner
{
    /// <summary>A client.</summary>
    Client,

    /// <summary>An invoice.</summary>
    Invoice,

    /// <summary>A payment.</summary>
    Payment,

    /// <summary>The account.</summary>
    Account,
}

/// <summary>Operations that take fields.</summary>
public enum FieldOperation
{
    /// <summary>Creation.</summary>
    Create,

    /// <summary>Change.</summary>
    Update,

    /// <summary>List.</summary>
    List,
}

/// <summary>Sources of a field.</summary>
public enum FieldSource
{
    /// <summary>The provider's list of accepted fields.</summary>
    Allowed,

    /// <summary>A record of the provider.</summary>
    Shown,
}

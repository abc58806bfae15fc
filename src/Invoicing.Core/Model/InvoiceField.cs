using Invoicing.Engine;

namespace Invoicing;

/// <summary>A field that a provider was heard to take, or to show.</summary>
public sealed class InvoiceField
{
    /// <summary>What it is a field of.</summary>
    public FieldOwner For { get; init; }

    /// <summary>The operation that it was asked for.</summary>
    public FieldOperation Operation { get; init; }

    /// <summary>Name on the wire, as a path with dots: <c>client.name</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>
    /// Our name for it, as <c>Connect-InvoiceProvider -FieldName</c> takes it: <c>Client.Name</c>; <c>null</c> where we have none.
    /// </summary>
    public string? Property { get; init; }

    /// <summary>Where it was heard of: in the list of what the operation takes, or in an object that the provider filled in.</summary>
    public FieldSource Source { get; init; }

    /// <summary>The answer that it was found in, as it came.</summary>
    public string Answer { get; init; } = "";

    /// <summary>The name on the wire.</summary>
    public override string ToString() => Name;
}

/// <summary>What fields belong to.</summary>
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

/// <summary>What fields are sent for.</summary>
public enum FieldOperation
{
    /// <summary>Making one.</summary>
    Create,

    /// <summary>Changing one.</summary>
    Update,

    /// <summary>Listing them.</summary>
    List,
}

/// <summary>How a field became known.</summary>
public enum FieldSource
{
    /// <summary>The provider listed what the operation takes.</summary>
    Allowed,

    /// <summary>The provider showed it in an object.</summary>
    Shown,
}

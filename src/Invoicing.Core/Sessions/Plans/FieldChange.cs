namespace Invoicing;

/// <summary>A field that a change gives another value.</summary>
public sealed class FieldChange
{
    internal FieldChange(string field, object? old, object? @new, bool isSecret = false)
    {
        Field = field;
        IsSecret = isSecret;
        Old = isSecret ? null : old;
        New = isSecret ? null : @new;
    }

    /// <summary>Name of the property; a field of a line or of an address has its place before it, such as <c>Line 2 UnitPrice</c>.</summary>
    public string Field { get; }

    /// <summary>The value at the provider; <c>null</c> for none.</summary>
    public object? Old { get; }

    /// <summary>The value that is sent; <c>null</c> for none.</summary>
    public object? New { get; }

    /// <summary>Tells whether the values are secret, or may be: they are not shown then.</summary>
    public bool IsSecret { get; }

    /// <summary>Name, old and new value.</summary>
    public override string ToString() =>
        IsSecret ? $"{Field}: changed" : $"{Field}: {PlanText.Value(Old)} -> {PlanText.Value(New)}";
}

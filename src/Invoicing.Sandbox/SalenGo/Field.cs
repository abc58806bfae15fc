using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.SalenGo;

internal enum FieldKind
{
    Text,
    Email,
    Integer,
    Reference,
    Money,
    Quantity,
    Percent,
    Flag,
    Date,
    Choice,
    Rows,
    Link,
}

/// <summary>A row of a resource's table: how one member is read, kept and shown.</summary>
internal sealed class Field
{
    public Field(string name, FieldKind kind = FieldKind.Text)
    {
        Name = name;
        Kind = kind;
    }

    public string Name { get; }

    public FieldKind Kind { get; }

    public bool IsRequired { get; init; }

    /// <summary>Ignored in requests.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>An update passes over it.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Taken, but never shown again.</summary>
    public bool IsHidden { get; init; }

    public object? Default { get; init; }

    /// <summary>The words that a choice accepts, with their stored values.</summary>
    public IReadOnlyDictionary<string, string>? Choices { get; init; }

    /// <summary>The resource whose identifier this is; null when the sandbox does not keep such things.</summary>
    public string? RefersTo { get; init; }

    /// <summary>Name of a row of the list, and its fields.</summary>
    public string RowName { get; init; } = "";

    public IReadOnlyList<Field> RowFields { get; init; } = Array.Empty<Field>();

    /// <summary>Shown value, if it differs from the stored one.</summary>
    public Func<Company, Record, object?>? Show { get; init; }

    public object? Shown(Company company, Record record) => Show is null ? record[Name] : Show(company, record);
}

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>A row of a table of fields.</summary>
internal sealed class Field
{
    public Field(string name, FieldType type, FieldUse use, string? to = null)
    {
        Name = name;
        Type = type;
        Use = use;
        To = to;
    }

    public string Name { get; }

    public FieldType Type { get; }

    public FieldUse Use { get; }

    /// <summary>For an id, the category that it points into; for a label, the field that holds the account's id.</summary>
    public string? To { get; }

    /// <summary>Place of the value in a record.</summary>
    public int Index { get; set; }
}

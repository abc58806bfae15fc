namespace Invoicing.Sandbox.Facturagem;

/// <summary>One field of a resource under its default name.</summary>
internal sealed class Field
{
    public Field(
        string name,
        FieldType type = FieldType.Text,
        FieldUse use = FieldUse.Kept,
        bool isRequired = false,
        bool inSummary = false)
    {
        Name = name;
        Type = type;
        Use = use;
        IsRequired = isRequired;
        InSummary = inSummary;
    }

    public string Name { get; }

    public FieldType Type { get; }

    public FieldUse Use { get; }

    public bool IsRequired { get; }

    public bool InSummary { get; }
}


namespace Invoicing.Saft.Schema;

/// <summary>One row of the table: an element in a content model.</summary>
internal sealed class SchemaElement(string name, int place, SaftTier tier)
{
    public string Name { get; } = name;

    /// <summary>The position in the content model; the elements of a choice share one.</summary>
    public int Place { get; } = place;

    /// <summary>Whom a fault of the element concerns.</summary>
    public SaftTier Tier { get; } = tier;

    /// <summary>The type of its text; null for an element with children.</summary>
    public SimpleType? Type { get; set; }

    /// <summary>Its children; null for an element with text.</summary>
    public ContentModel? Content { get; set; }

    /// <summary>The property of the model that takes its text; null where the model does not keep it.</summary>
    public ValueBinding? Value { get; set; }

    /// <summary>The object that it opens in the model; null where its children belong to the object around it.</summary>
    public ChildBinding? Child { get; set; }
}

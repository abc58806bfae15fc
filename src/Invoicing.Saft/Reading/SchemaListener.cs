using Invoicing.Saft.Schema;

namespace Invoicing.Saft.Reading;

/// <summary>Hears from the parser what is not as the schema has it, and every value with its type.</summary>
internal interface ISchemaListener
{
    /// <summary>An element that the schema does not know there.</summary>
    void Unknown(string name);

    /// <summary>A known element after one that it should precede.</summary>
    void Misplaced(SchemaElement element);

    /// <summary>A known element once more than allowed.</summary>
    void Repeated(SchemaElement element);

    /// <summary>The element around it closes, and this place is empty.</summary>
    void Missing(ContentModel content, int place);

    /// <summary>Text where only elements belong.</summary>
    void StrayText(string text);

    /// <summary>An attribute; the format has none.</summary>
    void Attribute(string name);

    /// <summary>The text of an element.</summary>
    void Value(SchemaElement element, string text);
}

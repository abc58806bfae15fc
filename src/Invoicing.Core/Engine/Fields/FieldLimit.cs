namespace Invoicing.Engine.Fields;

/// <summary>The number of characters that a text field of a provider can carry.</summary>
internal sealed class FieldLimit
{
    /// <param name="property">The property of the model.</param>
    /// <param name="characters">The longest text.</param>
    /// <param name="mark">The evidence for it.</param>
    public FieldLimit(string property, int characters, Evidence mark)
    {
        Property = property;
        Characters = characters;
        Mark = mark;
    }

    public string Property { get; }

    public int Characters { get; }

    public Evidence Mark { get; }
}

namespace Invoicing.Saft;

/// <summary>A value that could not be read as the number or date that its element should hold.</summary>
public sealed class SaftInvalidValue
{
    internal SaftInvalidValue(string element, string text, int sourceLine)
    {
        Element = element;
        Text = text;
        SourceLine = sourceLine;
    }

    /// <summary>The name of the element in the file, for example GrossTotal.</summary>
    public string Element { get; }

    /// <summary>The text as the file writes it.</summary>
    public string Text { get; }

    /// <summary>The line of the file, counted from 1.</summary>
    public int SourceLine { get; }

    /// <summary>The element and its text, for display.</summary>
    public override string ToString() => $"{Element}: {Text}";
}

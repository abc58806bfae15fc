using System;

namespace Invoicing.Saft.Schema;

/// <summary>A text with a least and a greatest length.</summary>
internal sealed class TextType(int min, int max) : SimpleType
{
    public override string Expectation { get; } = max == int.MaxValue ? "a text" : $"{min} to {max} characters";

    public override bool IsValid(string text) => text.Length >= min && (text.Length <= max || CountCharacters(text) <= max);

    // The schema counts characters, .NET counts two for those beyond the basic plane.
    private static int CountCharacters(string text)
    {
        var count = text.Length;
        foreach (var c in text)
        {
            count -= char.IsLowSurrogate(c) ? 1 : 0;
        }

        return count;
    }
}

/// <summary>One of a few words.</summary>
internal sealed class ListType(string[] words) : SimpleType
{
    public override string Expectation { get; } = words.Length == 1 ? words[0] : "one of " + string.Join(" ", words);

    public override bool IsValid(string text)
    {
        foreach (var word in words)
        {
            if (word == text)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A text with a form of its own.</summary>
internal sealed class PatternType(string expectation, Func<string, bool> matches) : SimpleType
{
    public override string Expectation { get; } = expectation;

    public override bool IsValid(string text) => matches(text);
}

using System.Globalization;
using System.Linq;

namespace Invoicing.Http;

/// <summary>Makes a text from outside fit to be shown: on one line, and without anything that a terminal or an editor acts upon.</summary>
public static class ShownText
{
    /// <summary>Replaces control characters and line breaks by blanks, and drops marks that change the direction of text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text on one line.</returns>
    public static string Of(string text) => text.All(IsPlain)
        ? text
        : string.Concat(text.Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.Format).Select(letter => IsPlain(letter) ? letter : ' '));

    private static bool IsPlain(char letter) => char.GetUnicodeCategory(letter) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}

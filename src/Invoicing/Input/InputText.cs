using System;
using System.Collections;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Text that may go onto a document: what cannot be printed is refused.</summary>
internal static class InputText
{
    /// <summary>The text without blanks around it; <c>null</c> for an empty cell.</summary>
    /// <exception cref="FormatException">It is a list or an object, or has characters that no document can have.</exception>
    public static string? Read(object? value, InputForm form)
    {
        object? bare = InputValue.Unwrap(value);
        if (bare is IEnumerable and not string)
        {
            throw new FormatException("One text is needed here, not a list or a table.");
        }

        if (bare is PSObject)
        {
            throw new FormatException("Text is needed here, not an object.");
        }

        string? text = InputValue.Text(bare);
        if (text is not null && !form.IsTrusted && Fault(text) is { } fault)
        {
            throw new FormatException($"The text {fault}. Type it again, or save the file as UTF-8 and read it again.");
        }

        return text;
    }

    /// <summary>Pairs of letters that UTF-8 makes when it is read as Windows-1252, such as Ã and ©.</summary>
    public static bool LooksMisread(string text)
    {
        for (int i = 0; i + 1 < text.Length; i++)
        {
            // The first byte of a pair, C2 to C5 or E2, and the second one as Windows-1252 shows them.
            if ((text[i] is >= '\u00C2' and <= '\u00C5' && (text[i + 1] is >= '\u0080' and <= '\u00BF' || "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".IndexOf(text[i + 1]) >= 0))
                || (text[i] == 'â' && text[i + 1] == '€'))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Fault(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char letter = text[i];
            if (letter == '\uFFFD')
            {
                return $"has the replacement character U+FFFD at position {i + 1}: it was read in the wrong encoding";
            }

            if (char.IsControl(letter) && letter is not ('\r' or '\n' or '\t'))
            {
                return $"has the control character U+{(int)letter:X4} at position {i + 1}";
            }

            if (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(letter))
            {
                return $"has half a character (U+{(int)letter:X4}) at position {i + 1}";
            }
        }

        return null;
    }
}

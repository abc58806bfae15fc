using System;
using System.Collections.Concurrent;
using System.Globalization;

namespace Invoicing.Commands;

/// <summary>
/// The messages that a person reads - errors, advice, warnings, questions, progress - in the language of the UI culture. The code says them in English, in every
/// assembly, and exceptions keep that text; a table for each further language (messages.pt.txt) is applied where PowerShell shows them.
/// </summary>
internal static class Messages
{
    private static readonly ConcurrentDictionary<string, MessageTable?> Tables = new(StringComparer.Ordinal);

    /// <summary>The message in the user's language; as it is where there is no text in that language.</summary>
    public static string Of(string english) => In(english, CultureInfo.CurrentUICulture);

    public static string In(string english, CultureInfo language) =>
        Tables.GetOrAdd(language.TwoLetterISOLanguageName, MessageTable.Load)?.Translate(english) ?? english;
}

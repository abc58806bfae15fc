using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Invoicing.Hosting.Tests.Support;

namespace Invoicing.Hosting.Tests.Language;

/// <summary>
/// The messages that stand in the sources: texts of exceptions, advice, warnings, questions and progress, with {0}, {1}, ... for values. Texts within a value
/// are words of it, and not messages.
/// </summary>
internal static class SourceMessages
{
    private static readonly Regex Mark = new(
        @"new (InvoicingException|ProviderException|ProgressReporter|ArgumentTransformationMetadataException|FormatException)\s*\(|\bAdvice = |(?<![\w.])WriteWarning\(|\b(ShouldProcess|Agrees|ShouldContinue)\(");

    private static readonly Regex Quote = new(@"\G(\$@|@\$|\$|@)?""");
    private static readonly Regex Letter = new(@"\G'(\\[^']+|[^'\\])'");
    private static readonly Regex Words = new(@"\p{L}{2}.* ", RegexOptions.Singleline);

    /// <summary>The messages of a folder below src, and the files that have them.</summary>
    public static ILookup<string, string> Of(string folder) =>
    (
        from path in Directory.EnumerateFiles(Repository.PathOf(Path.Combine("src", folder)), "*.cs", SearchOption.AllDirectories)
        where !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")
        let source = File.ReadAllText(path)
        from Match mark in Mark.Matches(source)
        where !source[(source.LastIndexOf('\n', mark.Index) + 1)..mark.Index].Contains("//")
        from text in Texts(source, mark.Index + mark.Length, isCall: mark.Value.EndsWith('('))
        let message = text.Trim()
        where Words.IsMatch(message + " ")
        select (message, Path.GetFileName(path))).ToLookup(one => one.message, one => one.Item2);

    /// <summary>The texts up to the end of a call, or of an assignment.</summary>
    private static IEnumerable<string> Texts(string source, int at, bool isCall)
    {
        for (int depth = 0; at < source.Length; at++)
        {
            char letter = source[at];
            if (letter is '(' or '[' or '{')
            {
                depth++;
            }
            else if (letter is ')' or ']' or '}' && --depth < 0)
            {
                yield break;
            }
            else if (letter is ',' or ';' && depth == 0 && !isCall)
            {
                yield break;
            }
            else if (Quote.Match(source, at) is { Success: true } quote)
            {
                var text = new StringBuilder();
                at = Read(source, at + quote.Length, quote.Groups[1].Value, text);
                yield return text.ToString();
            }
            else if (Letter.Match(source, at) is { Success: true } character)
            {
                at += character.Length - 1;
            }
        }
    }

    /// <summary>Reads a text; gives the place of its last quote.</summary>
    private static int Read(string source, int at, string prefix, StringBuilder text)
    {
        bool isVerbatim = prefix.Contains('@'), hasValues = prefix.Contains('$');
        for (int values = 0; ; at++)
        {
            char letter = source[at], next = at + 1 < source.Length ? source[at + 1] : ' ';
            if (letter == '"' && !(isVerbatim && next == '"'))
            {
                return at;
            }

            if ((letter == '"') || (hasValues && letter is '{' or '}' && next == letter) || (letter == '\\' && !isVerbatim))
            {
                text.Append(next);
                at++;
            }
            else if (hasValues && letter == '{')
            {
                at = EndOfValue(source, at + 1);
                text.Append('{').Append(values++).Append('}');
            }
            else
            {
                text.Append(letter);
            }
        }
    }

    /// <summary>The place of the brace that ends a value.</summary>
    private static int EndOfValue(string source, int at)
    {
        for (int depth = 0; ; at++)
        {
            if (source[at] == '}' && depth == 0)
            {
                return at;
            }

            depth += source[at] is '(' or '[' or '{' ? 1 : source[at] is ')' or ']' or '}' ? -1 : 0;
            if (Quote.Match(source, at) is { Success: true } quote)
            {
                at = Read(source, at + quote.Length, quote.Groups[1].Value, new StringBuilder());
            }
            else if (Letter.Match(source, at) is { Success: true } character)
            {
                at += character.Length - 1;
            }
        }
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace Invoicing.Commands;

/// <summary>The texts of one language. A message is found by its English text, in which {0}, {1}, ... stand for values.</summary>
internal sealed class MessageTable
{
    private const int Deepest = 4;
    private const int LongestMessage = 4000;
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(200);

    /// <summary>Places at which a message is put together of others: sentences, and the parts of a plan.</summary>
    private static readonly Regex[] Seams = [new(@"(?<=[.?!]) "), new(@"(?<=;) "), new(@"(?<=^[^:]*:) ")];

    private readonly Dictionary<string, string> _whole;
    private readonly List<(Regex Pattern, string Text)> _patterns;

    private MessageTable(IReadOnlyDictionary<string, string> texts)
    {
        Texts = texts;
        _whole = texts.Where(one => !HasValue(one.Key)).ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal);
        _patterns =
        [
            .. texts.Where(one => HasValue(one.Key))
                .OrderByDescending(one => Regex.Replace(one.Key, @"\{\d\}", "").Length)
                .Select(one => (Pattern(one.Key), one.Value)),
        ];
    }

    /// <summary>The texts by their English ones.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; }

    /// <summary>Reads the table of a language; <c>null</c> if there is none.</summary>
    public static MessageTable? Load(string language)
    {
        using Stream? file = typeof(MessageTable).Assembly.GetManifestResourceStream($"messages.{language}.txt");
        if (file is null)
        {
            return null;
        }

        using var reader = new StreamReader(file, Encoding.UTF8);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        string english = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("    ", StringComparison.Ordinal))
            {
                texts.Add(english, line.Trim());
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                english = line;
            }
        }

        return new MessageTable(texts);
    }

    /// <summary>Translates a message; a part that is not in the table stays as it is. What is longer than any message of ours quotes somebody else.</summary>
    public string Translate(string english) => english.Length > LongestMessage ? english : Translate(english, 0);

    private static bool HasValue(string text) => Regex.IsMatch(text, @"\{\d\}");

    /// <summary>A pattern whose groups are named by the numbers of the values.</summary>
    private static Regex Pattern(string english) =>
        new("^" + Regex.Replace(Regex.Escape(english), @"\\\{(\d)}", "(?<v$1>.+?)") + "$", RegexOptions.Singleline | RegexOptions.CultureInvariant, Longest);

    private string Translate(string english, int depth)
    {
        if (depth == Deepest || english.Length == 0)
        {
            return english;
        }

        return Known(english, depth) ?? Parts(english, depth) ?? english;
    }

    private string? Known(string english, int depth)
    {
        if (_whole.TryGetValue(english, out string? text))
        {
            return text;
        }

        try
        {
            foreach ((Regex pattern, string form) in _patterns)
            {
                if (pattern.Match(english) is { Success: true } found)
                {
                    return Regex.Replace(form, @"\{(\d)\}", value => Translate(found.Groups["v" + value.Groups[1].Value].Value, depth + 1));
                }
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // An odd message of great length is shown in English.
        }

        return null;
    }

    private string? Parts(string english, int depth)
    {
        foreach (Regex seam in Seams)
        {
            string[] parts = seam.Split(english);
            if (parts.Length > 1)
            {
                return string.Join(" ", parts.Select(part => Part(part, depth)));
            }
        }

        return null;
    }

    /// <summary>A part without the mark at its end.</summary>
    private string Part(string text, int depth)
    {
        string bare = text.TrimEnd(';', ':');
        return Translate(text, depth + 1) is var whole && whole != text ? whole : Translate(bare, depth + 1) + text.Substring(bare.Length);
    }
}

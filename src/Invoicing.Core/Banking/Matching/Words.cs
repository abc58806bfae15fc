using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace Invoicing.Banking;

/// <summary>Text cut into runs of letters and runs of digits, without accents, capitals and leading zeros: FT2026/0014 and ft 2026 14 are the same.</summary>
internal sealed class Words
{
    private static readonly Regex Dates = new(
        @"(?<![0-9])([0-3]?[0-9][./-][01]?[0-9][./-](19|20)?[0-9]{2}|(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]|[0-2]?[0-9]:[0-5][0-9](:[0-5][0-9])?)(?![0-9])", RegexOptions.CultureInvariant);

    private Words(IReadOnlyList<string> all) => All = all;

    public IReadOnlyList<string> All { get; }

    /// <summary>Cuts text that people write; dates and times in it are left out, since they look like numbers of documents.</summary>
    public static Words OfText(string? text) => Of(Dates.Replace(text ?? "", " "));

    public static Words Of(string? text)
    {
        var all = new List<string>();
        var word = new StringBuilder();
        foreach (char letter in (text ?? "").Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
        {
            if (word.Length > 0 && (!char.IsLetterOrDigit(letter) || ReferenceNumber.IsDigit(letter) != ReferenceNumber.IsDigit(word[0])))
            {
                all.Add(End(word));
            }

            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToUpperInvariant(letter));
            }
        }

        if (word.Length > 0)
        {
            all.Add(End(word));
        }

        return new Words(all);
    }

    /// <summary>The places at which other words follow each other in this text.</summary>
    public IEnumerable<int> Places(IReadOnlyList<string> sought)
    {
        for (int i = 0; sought.Count > 0 && i + sought.Count <= All.Count; i++)
        {
            if (sought.Select((word, place) => All[i + place] == word).All(same => same))
            {
                yield return i;
            }
        }
    }

    public bool Contains(IReadOnlyList<string> sought) => Places(sought).Any();

    private static string End(StringBuilder word)
    {
        string text = word.ToString();
        word.Clear();
        return ReferenceNumber.IsDigit(text[0]) && text.TrimStart('0') is { Length: > 0 } number ? number : text;
    }
}

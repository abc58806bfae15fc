using System.Linq;

namespace Invoicing;

/// <summary>Comparison of tax numbers as people write them: with blanks, points and hyphens, with or without the country.</summary>
internal static class TaxNumberText
{
    /// <summary>Tells whether a text can be a tax number: at least five digits, no blank between letters.</summary>
    public static bool IsLike(string text)
    {
        string bare = Bare(text);
        return bare.Length is >= 6 and <= 16 && bare.Count(char.IsDigit) >= 5 && bare.Count(char.IsLetter) <= 4;
    }

    /// <summary>Tells whether two texts are the same tax number. A country in front counts only if both have one.</summary>
    public static bool IsSame(string? one, string? other)
    {
        string first = Bare(one), second = Bare(other);
        return first.Length > 0 && second.Length > 0 && (first == second
            || (HasCountry(first) != HasCountry(second) && Number(first) == Number(second)));
    }

    private static string Bare(string? text) =>
        new([.. (text ?? "").Where(letter => !char.IsWhiteSpace(letter) && letter is not ('.' or '-' or '/')).Select(char.ToUpperInvariant)]);

    private static bool HasCountry(string bare) => bare.Length > 6 && char.IsLetter(bare[0]) && char.IsLetter(bare[1]);

    private static string Number(string bare) => HasCountry(bare) ? bare.Substring(2) : bare;
}

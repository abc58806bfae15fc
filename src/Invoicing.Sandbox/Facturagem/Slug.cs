using System.Globalization;
using System.Linq;
using System.Text;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>Turns a name into the part of an address that a person can read, such as <c>panaderia-del-rio</c>.</summary>
internal static class Slug
{
    private const int MaxLength = 60;

    public static string Of(string name)
    {
        // Half a character, which JSON can bring along, cannot be taken apart; and none of the whole ones beyond is a letter here.
        var plain = new string(name.Where(c => !char.IsSurrogate(c)).Take(MaxLength).ToArray());
        var slug = new StringBuilder();
        foreach (var c in plain.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0
                && slug[slug.Length - 1] != '-'
                && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }
}

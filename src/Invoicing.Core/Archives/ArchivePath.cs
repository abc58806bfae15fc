using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Invoicing.Journal;

namespace Invoicing.Archives;

/// <summary>
/// Names of files in an archive: small letters and digits of ASCII, points and hyphens, so that they are the same on every system. Each begins with the
/// kind of the record, so that none is a name that Windows keeps for a device, and ends with the identifier, so that no two are equal.
/// </summary>
internal static class ArchivePath
{
    private const int LongestNumber = 40;
    private const int LongestId = 40;
    private const int HashDigits = 8;

    /// <summary>The path of a file of a record, such as <c>documents/2026/03/invoice-2026-14-4000012.pdf</c>.</summary>
    public static string Of(InvoiceRecord record, string ending)
    {
        string folder = ArchiveKind.Of(ArchiveKind.NameOf(record)).Folder;
        string month = ArchiveKind.DateOf(record) is { } date ? date.ToString("/yyyy/MM", CultureInfo.InvariantCulture) : "";
        string? number = (record as Invoice)?.Number ?? (record as Payment)?.Number;
        string shown = number is null ? "" : "-" + Cut(Plain(number), LongestNumber);
        return $"{folder}{month}/{Plain(ArchiveKind.NameOf(record))}{shown}-{Unique(record.Id ?? "")}{ending}";
    }

    public static string OfSaft(string month) => $"saft/saft-{month}.xml";

    /// <summary>The full path of a file in the archive; <c>null</c> for a path that would lead out of it.</summary>
    public static string? Within(string folder, string path) =>
        path.Length > 0 && path.Split('/').All(part => part.Length > 0 && part.Trim('.').Length > 0 && part.IndexOfAny(['\\', ':', '\0']) < 0)
            ? Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar))
            : null;

    /// <summary>Letters without their accents, in small; everything else becomes a hyphen.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            char small = letter is >= 'A' and <= 'Z' ? (char)(letter + ('a' - 'A')) : letter;
            plain.Append(small is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? small : '-');
        }

        return plain.ToString();
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text.Substring(0, longest);

    /// <summary>The identifier; with a piece of its hash where something of it does not show in the name.</summary>
    private static string Unique(string id)
    {
        string plain = Cut(Plain(id), LongestId);
        return plain == id ? plain : $"{plain}-{ChangeSubject.Hash(id).Substring(0, HashDigits)}";
    }
}

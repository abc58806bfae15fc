using System;
using System.IO.Compression;

namespace Invoicing.Shared;

/// <summary>The marks of a ZIP, and the files in it that are nobody's content.</summary>
internal static class ZipFacts
{
    /// <summary>Tells whether bytes are the beginning of a ZIP: its first entry, or its directory where it is empty.</summary>
    public static bool IsZip(byte[] head, int count) =>
        count >= 4 && head[0] == 'P' && head[1] == 'K' && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));

    /// <summary>Tells whether an entry is not one of those that macOS adds.</summary>
    public static bool IsContent(ZipArchiveEntry entry) =>
        !entry.Name.StartsWith("._", StringComparison.Ordinal) && !entry.FullName.StartsWith("__MACOSX/", StringComparison.OrdinalIgnoreCase);
}

using System.IO;
using System.Linq;

namespace Invoicing.Commands;

/// <summary>Names of files out of what a provider calls its documents.</summary>
internal static class FileNames
{
    /// <summary>What Windows forbids is forbidden everywhere, so that a script's files have the same names on every system.</summary>
    private static readonly char[] Forbidden = ['/', '\\', ':', '*', '?', '"', '<', '>', '|'];

    public static string Safe(string name) =>
        new(name.Select(letter => letter < ' ' || Forbidden.Contains(letter) || Path.GetInvalidFileNameChars().Contains(letter) ? '-' : letter).ToArray());
}

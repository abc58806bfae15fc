using System.IO;
using System.Linq;

namespace Invoicing.Commands;

/// <summary>Names of files out of what a provider calls its documents.</summary>
internal static class FileNames
{
    /// <summary>Characters that Windows forbids are replaced on every system, so that file names are the same everywhere.</summary>
    private static readonly char[] Forbidden = ['/', '\\', ':', '*', '?', '"', '<', '>', '|'];

    public static string Safe(string name) =>
        new(name.Select(letter => letter < ' ' || Forbidden.Contains(letter) || Path.GetInvalidFileNameChars().Contains(letter) ? '-' : letter).ToArray());
}

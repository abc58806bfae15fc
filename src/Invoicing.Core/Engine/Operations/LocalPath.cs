using System;
using System.IO;
using System.Linq;
using System.Security;
using System.Text.RegularExpressions;
using Invoicing.Http;

namespace Invoicing;

/// <summary>Paths of files that a person names. Each way in which a path can be bad ends in one kind of error, on every runtime.</summary>
public static class LocalPath
{
    private const string Device = @"\\.\";
    private const string Long = @"\\?\";

    /// <summary>Names that Windows keeps for devices, with any ending: what is written to NUL.pdf is gone.</summary>
    private static readonly Regex Reserved = new(@"^(CON|PRN|AUX|NUL|COM[1-9]|LPT[1-9])\s*(\.|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Makes the full path of a file, which need not exist.</summary>
    /// <param name="path">A path, relative to the current folder of the process or full.</param>
    /// <returns>The full path.</returns>
    /// <exception cref="InvoicingException">No file can have this path (<see cref="ErrorKind.FileFailed"/>).</exception>
    public static string Full(string path) => Full(path, RuntimeTraits.Current);

    internal static string Full(string path, RuntimeTraits runtime)
    {
        if (Fault(path, runtime) is { } fault)
        {
            throw Refused(path, fault);
        }

        try
        {
            return Path.GetFullPath(path);
        }
        catch (Exception cause) when (cause is ArgumentException or NotSupportedException or IOException or SecurityException)
        {
            throw Refused(path, cause.Message, cause);
        }
    }

    private static string? Fault(string path, RuntimeTraits runtime)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return "The path is empty.";
        }

        if (path.Length > runtime.LongestPath)
        {
            return FormattableString.Invariant($"It has {path.Length} characters, and this system allows {runtime.LongestPath}.");
        }

        return path.IndexOf('\0') >= 0 ? "It contains a null character." : runtime.HasWindowsFiles ? WindowsFault(path) : null;
    }

    private static string? WindowsFault(string path)
    {
        if (path.StartsWith(Device, StringComparison.Ordinal))
        {
            return "It names a device.";
        }

        string rest = path.StartsWith(Long, StringComparison.Ordinal) ? path.Substring(Long.Length) : path;
        bool hasDrive = rest.Length > 1 && rest[1] == ':' && char.IsLetter(rest[0]);
        foreach (string name in (hasDrive ? rest.Substring(2) : rest).Split('\\', '/'))
        {
            if (name.FirstOrDefault(IsForbidden) is not '\0' and var letter)
            {
                return letter < ' ' ? "It contains a control character." : $"Windows does not allow '{letter}' in a file name.";
            }

            if (Reserved.IsMatch(name))
            {
                return $"Windows keeps the name '{name}' for a device.";
            }
        }

        return null;
    }

    private static bool IsForbidden(char letter) => letter < ' ' || "<>:\"|?*".IndexOf(letter) >= 0;

    private static InvoicingException Refused(string path, string reason, Exception? cause = null)
    {
        const int longest = 260;
        string shown = path.Length <= longest ? path : path.Substring(0, longest) + "...";
        return new InvoicingException(ErrorKind.FileFailed, $"'{shown}' is not a valid file path. {reason}", cause) { Advice = "Use another path." };
    }
}

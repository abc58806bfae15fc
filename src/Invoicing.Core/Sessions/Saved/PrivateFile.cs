using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace Invoicing;

/// <summary>
/// Files that their owner alone can read. On Windows the folder of the user's data gives that; elsewhere the mode is set, which .NET Standard has no method for.
/// </summary>
internal static class PrivateFile
{
    /// <summary>Reading and writing for the owner: 0600.</summary>
    private const uint OwnerOnly = 0x180;

    /// <summary>Writes a text. The mode is set before there is anything to read.</summary>
    public static void Write(string path, string text)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        if (Path.DirectorySeparatorChar == '/' && SetMode(path, OwnerOnly) != 0)
        {
            throw new IOException();
        }

        byte[] bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text);
        file.Write(bytes, 0, bytes.Length);
    }

    [DllImport("libc", EntryPoint = "chmod", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetMode([MarshalAs(UnmanagedType.LPStr)] string path, uint mode);
}

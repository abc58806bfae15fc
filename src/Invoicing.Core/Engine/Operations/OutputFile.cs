using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing;

/// <summary>Writes a file beside its place and renames it when it is whole, so that what lies at the place is never half a file.</summary>
public static class OutputFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">The path at which it shall lie. A symbolic link is refused: what it leads to is not the file that was named.</param>
    /// <param name="overwrite">Replaces a file that is there.</param>
    /// <param name="write">Writes the content to the path that it is given. If it fails, nothing changes at the place.</param>
    /// <param name="cancellationToken">Ends it; nothing changes at the place then.</param>
    /// <exception cref="InvoicingException">The file is there already, is a link, or cannot be written.</exception>
    public static async Task WriteAsync(string path, bool overwrite, Func<string, Task> write, CancellationToken cancellationToken = default)
    {
        string whole = LocalPath.Full(path);
        string partial = PartialOf(whole);
        try
        {
            Refuse(whole, overwrite);
            await write(partial).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            Place(partial, whole, overwrite);
        }
        catch (Exception fault) when (FileFault.IsOf(fault))
        {
            throw FileFault.Writing(path, fault);
        }
        finally
        {
            // To delete a file of a folder that is not there would be an error of its own.
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }
        }
    }

    /// <summary>Writes a file, on this thread.</summary>
    /// <param name="path">The path at which it shall lie, as for <see cref="WriteAsync"/>.</param>
    /// <param name="overwrite">Replaces a file that is there.</param>
    /// <param name="write">Writes the content to the path that it is given. If it fails, nothing changes at the place.</param>
    /// <exception cref="InvoicingException">The file is there already, is a link, or cannot be written.</exception>
    public static void Write(string path, bool overwrite, Action<string> write) => WriteAsync(
        path,
        overwrite,
        partial =>
        {
            write(partial);
            return Task.CompletedTask;
        }).GetAwaiter().GetResult();

    /// <summary>Refuses a place before work is done for it.</summary>
    /// <exception cref="InvoicingException">A file is there already, or a link.</exception>
    public static void Refuse(string path, bool overwrite)
    {
        if (IsLink(path))
        {
            throw new InvoicingException(ErrorKind.FileFailed, $"'{path}' is a symbolic link, which is not written through.")
            {
                Advice = "Name the file that it leads to, or remove the link.",
            };
        }

        if (Directory.Exists(path))
        {
            throw FileFault.Writing(path, new IOException());
        }

        if (!overwrite && File.Exists(path))
        {
            throw new InvoicingException(ErrorKind.FileFailed, $"The file '{path}' is there already.") { Advice = "Use -Force to replace it, or another path." };
        }
    }

    /// <summary>A file name of its own beside the target. A long one is cut: file systems allow 255 bytes.</summary>
    private static string PartialOf(string whole)
    {
        const int LongestBegin = 50;
        string name = Path.GetFileName(whole);
        string begin = name.Length <= LongestBegin ? name : name.Substring(0, LongestBegin - (char.IsHighSurrogate(name[LongestBegin - 1]) ? 1 : 0));
        return Path.Combine(Path.GetDirectoryName(whole) ?? "", begin + "." + Path.GetRandomFileName() + ".part");
    }

    /// <summary>File.Replace wants a file to be there and File.Move wants none: which it is may have changed since the check.</summary>
    private static void Place(string partial, string whole, bool overwrite)
    {
        if (overwrite && File.Exists(whole))
        {
            File.Replace(partial, whole, destinationBackupFileName: null);
        }
        else
        {
            File.Move(partial, whole);
        }
    }

    /// <summary>True for a link, also for one that leads nowhere. A folder that is a link is an ordinary folder here.</summary>
    private static bool IsLink(string path)
    {
        try
        {
            return (File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0 && !Directory.Exists(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

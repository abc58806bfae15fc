using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http;

namespace Invoicing;

/// <summary>Fetches a file beside its place and renames it when it is whole, so that what lies at the place is never half a file.</summary>
internal sealed class FileDownload
{
    private const int BufferBytes = 81920;

    private readonly ApiClient _api;
    private readonly FileKind _kind;

    public FileDownload(ApiClient api, FileKind kind)
    {
        _api = api;
        _kind = kind;
    }

    public Task SaveAsync(Uri address, string path, bool overwrite, IProgress<DownloadProgress>? progress, CancellationToken cancel) =>
        SaveAsync(
            partial => FetchAsync(SafeAddress.CheckLink(address, _api.Endpoint.BaseUri), path, partial, progress, cancel), path, overwrite);

    /// <summary>Writes a file that is here already, in the same way.</summary>
    public Task SaveAsync(byte[] content, string path, bool overwrite, CancellationToken cancel) => SaveAsync(
        async partial =>
        {
            using var target = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, BufferBytes, useAsync: true);
            await target.WriteAsync(content, 0, content.Length, cancel).ConfigureAwait(false);
        },
        path,
        overwrite);

    private async Task SaveAsync(Func<string, Task> fetch, string path, bool overwrite)
    {
        string whole = LocalPath.Full(path);
        string partial = PartialOf(whole);
        try
        {
            Refuse(whole, overwrite);
            await fetch(partial).ConfigureAwait(false);
            _kind.Finish(partial, whole);
            Place(partial, whole, overwrite);
        }
        catch (Exception fault) when (IsFileFault(fault))
        {
            throw Failed(path, fault);
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

    /// <summary>A file name of its own beside the target. A long one is cut: file systems allow 255 bytes.</summary>
    private static string PartialOf(string whole)
    {
        const int LongestBegin = 50;
        string name = Path.GetFileName(whole);
        string begin = name.Length <= LongestBegin ? name : name.Substring(0, LongestBegin - (char.IsHighSurrogate(name[LongestBegin - 1]) ? 1 : 0));
        return Path.Combine(Path.GetDirectoryName(whole) ?? "", begin + "." + Path.GetRandomFileName() + ".part");
    }

    private static void Refuse(string whole, bool overwrite)
    {
        if (IsLink(whole))
        {
            throw new InvoicingException(ErrorKind.FileFailed, $"'{whole}' is a symbolic link, which is not written through.")
            {
                Advice = "Name the file that it leads to, or remove the link.",
            };
        }

        if (Directory.Exists(whole))
        {
            throw new IOException("there is a directory of that name.");
        }

        if (!overwrite && File.Exists(whole))
        {
            throw new InvoicingException(ErrorKind.FileFailed, $"The file '{whole}' is there already.") { Advice = "Use -Force to replace it, or another -OutFile." };
        }
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

    private static bool IsFileFault(Exception fault) => fault is UnauthorizedAccessException or IOException or NotSupportedException;

    private static InvoicingException Failed(string path, Exception fault) =>
        new(ErrorKind.FileFailed, $"The file '{path}' could not be written: {fault.Message}", fault);

    private async Task FetchAsync(Uri address, string path, string partial, IProgress<DownloadProgress>? progress, CancellationToken cancel)
    {
        // Opened before anything is sent: what fails here is no fault of the connection, and no other try would help.
        using var target = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, useAsync: true);
        await _api.SendAsync(
            ApiRequest.ForLink(address),
            async (answer, token) =>
            {
                long bytes = 0;
                byte[] buffer = new byte[BufferBytes];
                target.SetLength(0);
                using Stream source = await answer.OpenFileAsync().ConfigureAwait(false);
                int read;
                while ((read = await source.ReadAsync(buffer, 0, buffer.Length, token).ConfigureAwait(false)) > 0)
                {
                    await WriteAsync(target, path, buffer, read, token).ConfigureAwait(false);
                    bytes += read;
                    answer.AllowMoreTime();
                    progress?.Report(new DownloadProgress(bytes, answer.ContentLength));
                }

                return bytes;
            },
            cancel).ConfigureAwait(false);
    }

    /// <summary>A full disk is not a broken connection: it must not make the road try again.</summary>
    private static async Task WriteAsync(Stream target, string path, byte[] buffer, int count, CancellationToken cancel)
    {
        try
        {
            await target.WriteAsync(buffer, 0, count, cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (IsFileFault(fault))
        {
            throw Failed(path, fault);
        }
    }
}

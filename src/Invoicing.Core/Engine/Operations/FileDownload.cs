using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http;

namespace Invoicing;

/// <summary>Fetches files that a provider links to.</summary>
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

    private Task SaveAsync(Func<string, Task> fetch, string path, bool overwrite) => OutputFile.WriteAsync(
        path,
        overwrite,
        async partial =>
        {
            await fetch(partial).ConfigureAwait(false);
            _kind.Finish(partial, path);
        });

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
        catch (Exception fault) when (FileFault.IsOf(fault))
        {
            throw FileFault.Writing(path, fault);
        }
    }
}

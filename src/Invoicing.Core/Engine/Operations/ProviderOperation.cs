using System;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http;

namespace Invoicing;

/// <summary>
/// Something that takes a provider a while: it is asked for again and again until there is a file to fetch. The operation can be kept,
/// asked once (<see cref="PollAsync"/>) or waited for (<see cref="OperationPoller"/>), as often as one likes.
/// </summary>
public sealed class ProviderOperation
{
    /// <summary>A provider may ask for more than a timer can count.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Func<ApiClient, CancellationToken, Task<PollAnswer>>? _ask;
    private readonly Func<ApiClient, CancellationToken, Task<byte[]>>? _fetch;
    private ApiClient _api;

    internal ProviderOperation(string name, ApiClient api, FileKind kind, Func<ApiClient, CancellationToken, Task<PollAnswer>> ask)
    {
        Name = name;
        Kind = kind;
        _api = api;
        _ask = ask;
        StartedAt = api.Endpoint.Clock.Now;
    }

    /// <summary>An operation of a provider that answers with the file itself: it is ready when it was asked once.</summary>
    internal ProviderOperation(string name, ApiClient api, FileKind kind, Func<ApiClient, CancellationToken, Task<byte[]>> fetch)
    {
        Name = name;
        Kind = kind;
        _api = api;
        _fetch = fetch;
        StartedAt = api.Endpoint.Clock.Now;
    }

    /// <summary>The work, such as <c>SAF-T 2026-03</c>.</summary>
    public string Name { get; }

    /// <summary>The moment of the first question.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>The number of questions.</summary>
    public int PollCount { get; private set; }

    /// <summary>True if the file can be fetched.</summary>
    public bool IsReady => Download is not null || Content is not null;

    /// <summary>The kind of the file.</summary>
    internal FileKind Kind { get; }

    /// <summary>The address of the file. It lets anybody read the file, so it is not shown.</summary>
    internal Uri? Download { get; private set; }

    /// <summary>The file, where the provider answered with it.</summary>
    internal byte[]? Content { get; private set; }

    /// <summary>The time for which the provider does not want to be asked again, by its last answer.</summary>
    internal TimeSpan? AskedWait { get; private set; }

    internal IClock Clock => _api.Endpoint.Clock;

    /// <summary>Asks once whether it is ready; the first time this starts it.</summary>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>True if it is ready.</returns>
    /// <exception cref="ProviderException">It was refused, or ended in failure.</exception>
    public async Task<bool> PollAsync(CancellationToken cancellationToken = default)
    {
        if (!IsReady)
        {
            PollCount++;
            if (_fetch is not null)
            {
                Content = await _fetch(_api, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                PollAnswer answer = await _ask!(_api, cancellationToken).ConfigureAwait(false);
                Download = answer.Download;
                TimeSpan? asked = answer.RetryAfter?.Delta ?? (answer.RetryAfter?.Date - Clock.Now);
                AskedWait = asked > LongestWait ? LongestWait : asked > TimeSpan.Zero ? asked : null;
            }
        }

        return IsReady;
    }

    /// <summary>Fetches the file to a path: whole or not at all.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="overwrite">True if a file that is there already is replaced.</param>
    /// <param name="progress">Hears how many bytes there are so far, and of how many, where that is known.</param>
    /// <param name="cancellationToken">Stops the download; nothing is left at the path.</param>
    /// <returns>Done when the file is there.</returns>
    /// <exception cref="InvalidOperationException">It is not ready.</exception>
    /// <exception cref="InvoicingException">The file could not be written (<see cref="ErrorKind.FileFailed"/>).</exception>
    public Task SaveAsync(string path, bool overwrite, IProgress<DownloadProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Content is { } content
            ? new FileDownload(_api, Kind).SaveAsync(content, path, overwrite, cancellationToken)
            : new FileDownload(_api, Kind).SaveAsync(
                Download ?? throw new InvalidOperationException($"{Name} is not ready; wait for it first."), path, overwrite, progress, cancellationToken);

    /// <summary>The name and whether it is ready.</summary>
    public override string ToString() => $"{Name} ({(IsReady ? "ready" : "under way")})";

    /// <summary>Gives the ending for the name of a file that is there, told from its first bytes, such as <c>.pdf</c>.</summary>
    /// <returns>The ending; <c>.bin</c> where the bytes do not tell.</returns>
    public string GetFileEnding() => FileKind.EndingOf(Content ?? []);

    /// <summary>Goes on with another observer: whoever started the operation may not be listening any more.</summary>
    /// <param name="observer">The observer.</param>
    /// <returns>This operation.</returns>
    public ProviderOperation ObservedBy(IRequestObserver observer)
    {
        _api = new ApiClient(_api.Endpoint, observer);
        return this;
    }
}

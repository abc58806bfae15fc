namespace Invoicing;

/// <summary>The state of a download.</summary>
public readonly struct DownloadProgress
{
    internal DownloadProgress(long bytes, long? total)
    {
        Bytes = bytes;
        Total = total;
    }

    /// <summary>Bytes so far.</summary>
    public long Bytes { get; }

    /// <summary>Bytes of the whole file, where the server says so.</summary>
    public long? Total { get; }
}

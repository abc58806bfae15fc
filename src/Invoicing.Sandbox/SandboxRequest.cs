using System;

namespace Invoicing.Sandbox;

/// <summary>A received request and the status of its answer. Keys, passwords and tokens are replaced by <c>***</c>.</summary>
public sealed class SandboxRequest
{
    internal SandboxRequest(string method, string path, string query)
    {
        Method = method;
        Path = path;
        Query = query;
    }

    /// <summary>Moment of arrival, by the server's clock.</summary>
    public DateTimeOffset At { get; internal set; }

    /// <summary>The verb, for example GET.</summary>
    public string Method { get; }

    /// <summary>The path as it was sent, percent signs and all, without the query.</summary>
    public string Path { get; }

    /// <summary>The query as it was sent, without the question mark and with the values of keys replaced.</summary>
    public string Query { get; }

    /// <summary>The body as text with secrets replaced, up to 64 KB of it; null when there was none.</summary>
    public string? Body { get; internal set; }

    /// <summary>
    /// The status of the answer. When a fault kept the answer back after the work was done, the status it would have had;
    /// 0 when the connection was reset before any work.
    /// </summary>
    public int Status { get; internal set; }

    /// <summary>The kind of fault that struck, or null.</summary>
    public string? Fault { get; internal set; }

    /// <summary>Milliseconds from the end of the request to the moment the answer was ready.</summary>
    public double ElapsedMs { get; internal set; }

    /// <summary>True if the request carried a key. Operations of the provider require one; links to files must not get one.</summary>
    public bool CarriedKey { get; internal set; }

    /// <summary>Verb, path and status in one line.</summary>
    /// <returns>For example <c>GET /clients.json -> 200</c>.</returns>
    public override string ToString() => $"{Method} {Path} -> {Status}{(Fault is null ? "" : " (" + Fault + ")")}";
}

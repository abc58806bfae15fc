using System;
using System.Threading;

namespace Invoicing.Sandbox.Core;

/// <summary>Services of the server for its provider.</summary>
internal sealed class SandboxHost
{
    public SandboxHost(SandboxOptions options, Uri baseUri, CancellationToken stopping)
    {
        Options = options;
        BaseUri = baseUri;
        Stopping = stopping;
        Files = new FileShelf(options.Seed);
    }

    public SandboxOptions Options { get; }

    public Uri BaseUri { get; }

    /// <summary>Set when the server stops: work that a provider does beside its answers ends then.</summary>
    public CancellationToken Stopping { get; }

    public FileShelf Files { get; }

    public string Link(string path) => new Uri(BaseUri, path).AbsoluteUri;
}

using System;

namespace Invoicing.Sandbox.Core;

/// <summary>What the server offers to its provider.</summary>
internal sealed class SandboxHost
{
    public SandboxHost(SandboxOptions options, Uri baseUri)
    {
        Options = options;
        BaseUri = baseUri;
        Files = new FileShelf(options.Seed);
    }

    public SandboxOptions Options { get; }

    public Uri BaseUri { get; }

    public FileShelf Files { get; }

    public string Link(string path) => new Uri(BaseUri, path).AbsoluteUri;
}

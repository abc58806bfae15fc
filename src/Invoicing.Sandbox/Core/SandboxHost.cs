using System;
using System.Security.Cryptography;
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
        Copy = new CompanyRecords(options.Records);
    }

    public SandboxOptions Options { get; }

    public Uri BaseUri { get; }

    /// <summary>Records to start with in place of an invented company.</summary>
    public CompanyRecords Copy { get; }

    /// <summary>Set when the server stops: work that a provider does beside its answers ends then.</summary>
    public CancellationToken Stopping { get; }

    public FileShelf Files { get; }

    /// <summary>Makes a key or a password of hexadecimal digits: from the seed, or random where none was given.</summary>
    public string Secret(int digits, long salt, long generation = 0)
    {
        if (Options.HasSeed)
        {
            return Mixer.Hex(digits, Options.Seed, salt, generation);
        }

        var bytes = new byte[(digits + 1) / 2];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return BitConverter.ToString(bytes).Replace("-", "").ToLowerInvariant().Substring(0, digits);
    }

    public string Link(string path) => new Uri(BaseUri, path).AbsoluteUri;
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using Invoicing.Http;

namespace Invoicing.Engine;

/// <summary>
/// Base of a provider that speaks JSON over HTTP and takes a key: what a connector of an assembly of its own derives from. Rate limits, retries, the
/// journal, tracing and redaction come with it, as do <c>Test-InvoiceSession</c> and <c>Invoke-InvoiceRequest</c>.
/// See docs/tutorials/a-provider-in-a-day.md.
/// </summary>
public abstract class JsonProvider : InvoiceProvider
{
    private IReadOnlyList<ResourceFactory>? _resources;

    /// <summary>The parts of the connector. What they implement is what the provider can do.</summary>
    protected abstract IReadOnlyList<JsonResource> Parts { get; }

    /// <summary>The tables of its records. The names in them are no secrets, so <c>-Debug</c> shows their values.</summary>
    protected abstract IReadOnlyList<JsonTable> Tables { get; }

    /// <summary>Path of a cheap request that needs the key, with which a connection is tested.</summary>
    protected abstract string TestPath { get; }

    /// <summary>The form of its lists.</summary>
    protected internal virtual JsonListForm ListForm { get; } = new();

    /// <summary>The address of an account; it ends with a slash.</summary>
    /// <param name="account">Name of the account.</param>
    /// <param name="settings">The value of each setting.</param>
    /// <returns>The address, which begins with https.</returns>
    protected abstract Uri AddressOf(string account, IReadOnlyDictionary<string, string> settings);

    /// <summary>Adds the key to a request. This is the last step before it is sent, and its result is never shown.</summary>
    /// <param name="request">The request.</param>
    /// <param name="key">The key, as plain text: do not keep it.</param>
    protected internal abstract void Sign(HttpRequestMessage request, string key);

    /// <summary>Reads the reasons of a refusal. <see cref="PlainJson"/> helps.</summary>
    /// <param name="status">Status of the answer.</param>
    /// <param name="body">Body of the answer, in any form.</param>
    /// <returns>The reasons; empty if the body tells none.</returns>
    protected internal abstract IReadOnlyList<FieldError> ReadErrors(HttpStatusCode status, string body);

    internal sealed override IReadOnlyList<ResourceFactory> Resources => _resources ??=
    [
        .. Parts.Select(part => part.FactoryFor(this)),
        ResourceFactory.Of(context => new JsonConnectionTester(context, TestPath)),
        ResourceFactory.Of(context => new RawRequests(context)),
    ];

    internal sealed override ISet<string> ShownNames => new HashSet<string>(Tables.SelectMany(table => table.ShownNames), StringComparer.OrdinalIgnoreCase);

    internal sealed override Uri BaseUri(string account, IReadOnlyDictionary<string, string> settings) => AddressOf(account, settings);

    internal sealed override Protocol CreateProtocol(SessionSecrets secrets, IReadOnlyDictionary<string, string> settings) =>
        new JsonProtocol(this, secrets.RequireKey(Name));
}

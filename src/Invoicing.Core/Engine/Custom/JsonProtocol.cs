using System.Net;
using System.Net.Http;
using Invoicing.Http;

namespace Invoicing.Engine;

/// <summary>The protocol of a <see cref="JsonProvider"/>.</summary>
internal sealed class JsonProtocol : Protocol
{
    private readonly JsonProvider _provider;
    private readonly ApiSecret _key;

    public JsonProtocol(JsonProvider provider, ApiSecret key)
    {
        _provider = provider;
        _key = key;
    }

    public override string Provider => _provider.Name;

    public override void Sign(HttpRequestMessage message) => _provider.Sign(message, _key.Reveal());

    public override ProviderFault ReadFault(HttpStatusCode status, string body) => new() { Errors = _provider.ReadErrors(status, body) };
}

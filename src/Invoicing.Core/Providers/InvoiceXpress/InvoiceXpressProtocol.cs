using System;
using System.Net;
using System.Net.Http;
using Invoicing.Http;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>
/// The provider's own ways on the road: the key goes into the query of every request (docs/facts/invoicexpress.md#transport).
/// </summary>
internal sealed class InvoiceXpressProtocol : Protocol
{
    private readonly ApiSecret _key;

    public InvoiceXpressProtocol(ApiSecret key) => _key = key;

    public override string Provider => InvoiceXpressProvider.ProviderName;

    public override void Sign(HttpRequestMessage message)
    {
        Uri address = message.RequestUri;
        message.RequestUri = new Uri($"{address.AbsoluteUri}{(address.Query.Length > 0 ? "&" : "?")}api_key={Uri.EscapeDataString(_key.Reveal())}");
    }

    public override ProviderFault ReadFault(HttpStatusCode status, string body) => InvoiceXpressFaultReader.Read(body);
}

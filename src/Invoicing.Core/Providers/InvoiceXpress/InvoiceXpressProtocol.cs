using System.Net;
using System.Net.Http;
using Invoicing.Engine;
using Invoicing.Http;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>
/// The provider's own ways on the road: the key goes into the query of every request (docs/facts/invoicexpress.md#transport).
/// </summary>
internal sealed class InvoiceXpressProtocol(ApiSecret key) : Protocol
{
    public override string Provider => InvoiceXpressProvider.ProviderName;

    public override void Sign(HttpRequestMessage message) => KeyPlacement.InQuery(message, "api_key", key.Reveal());

    public override ProviderFault ReadFault(HttpStatusCode status, string body) => InvoiceXpressFaultReader.Read(body);
}

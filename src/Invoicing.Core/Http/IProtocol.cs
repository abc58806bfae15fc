using System.Net;
using System.Net.Http;

namespace Invoicing.Http;

/// <summary>What of the road is peculiar to a provider.</summary>
internal interface IProtocol
{
    string Provider { get; }

    /// <summary>Adds the key or the login. It is the last thing that happens to a request, and nothing shows it afterwards.</summary>
    void Sign(HttpRequestMessage message);

    /// <summary>Finds the provider's words and code in the body of a refusal, whatever its shape.</summary>
    ProviderFault ReadFault(HttpStatusCode status, string body);
}

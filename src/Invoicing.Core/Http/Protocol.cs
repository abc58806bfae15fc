using System.IO;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http.Json;
using Newtonsoft.Json;

namespace Invoicing.Http;

/// <summary>What of the road is peculiar to a provider. Most speak JSON and have a key that needs no login.</summary>
internal abstract class Protocol
{
    public abstract string Provider { get; }

    /// <summary>Logs in, where a request needs a login and there is none yet. It may send requests of its own, which are anonymous.</summary>
    public virtual Task PrepareAsync(ApiClient api, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Forgets a login that the provider did not take.</summary>
    /// <returns>Whether another one can be got, so that the request is worth another try.</returns>
    public virtual bool ForgetLogin() => false;

    /// <summary>Adds the key or the login. It is the last thing that happens to a request, and nothing shows it afterwards.</summary>
    public abstract void Sign(HttpRequestMessage message);

    /// <summary>The body of a request in the provider's form; <c>null</c> where it has none.</summary>
    public virtual HttpContent? Content(ApiRequest request) =>
        request.Body is { } body ? new StringContent(body.ToString(Formatting.None), Encoding.UTF8, "application/json") : null;

    /// <summary>Reads the body of an answer as JSON, whatever it is on the wire.</summary>
    public virtual JsonReader OpenReader(Stream body) => WireJson.Open(body);

    /// <summary>Finds the provider's words and code in the body of a refusal, whatever its shape.</summary>
    public abstract ProviderFault ReadFault(HttpStatusCode status, string body);
}

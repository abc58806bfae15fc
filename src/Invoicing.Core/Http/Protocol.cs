using System.IO;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http.Json;
using Newtonsoft.Json;

namespace Invoicing.Http;

/// <summary>Provider-specific parts of the request pipeline. Most providers use JSON and a key without a login.</summary>
internal abstract class Protocol
{
    public abstract string Provider { get; }

    /// <summary>Logs in if a request needs a login and there is none yet. It may send requests of its own, which are anonymous.</summary>
    public virtual Task PrepareAsync(ApiClient api, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Discards a login that the provider refused.</summary>
    /// <returns>True if a new login is possible, so that the request can be retried.</returns>
    public virtual bool ForgetLogin() => false;

    /// <summary>Adds the key or the login. It is the last step, and the result is never shown.</summary>
    public abstract void Sign(HttpRequestMessage message);

    /// <summary>The body of a request in the provider's format; <c>null</c> if it has none.</summary>
    public virtual HttpContent? Content(ApiRequest request) =>
        request.Body is { } body ? new StringContent(body.ToString(Formatting.None), Encoding.UTF8, "application/json") : null;

    /// <summary>Reads the body of an answer as JSON, whatever its format.</summary>
    public virtual JsonReader OpenReader(Stream body) => WireJson.Open(body);

    /// <summary>Reads message and code from the body of a refusal in any form.</summary>
    public abstract ProviderFault ReadFault(HttpStatusCode status, string body);
}

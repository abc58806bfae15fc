using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Invoicing.Http.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SalenGo;

/// <summary>
/// Calls methods: all of them are a POST to one entry point, with the name of the method in the address or in the body
/// (docs/facts/salengo.md#calls).
/// </summary>
internal sealed class Calls
{
    public const string RequestName = "request";

    /// <summary>The entry point below the provider's address [official].</summary>
    private const string Entry = "api/";
    private const string MethodName = "method";

    private readonly ConnectorContext _context;
    private readonly DispatchSeen _seen;

    public Calls(ConnectorContext context)
    {
        _context = context;
        _seen = context.Session.Cache.Notes<DispatchSeen>();
        Maps = context.Session.Cache.Get(() => new SalenGoMaps(context.Session.FieldNames, context.Session.Setting(SalenGoChoices.Lines) == SalenGoChoices.Wrapped));
    }

    /// <summary>The wire maps with the names that the user knows better.</summary>
    public SalenGoMaps Maps { get; }

    /// <summary>
    /// Calls a method and reads the members of its answer. The vendor's pages speak of a single entry point and of one address for each method
    /// (docs/facts/salengo.md#calls): where the address is not there, the entry point is tried once, and what worked is remembered.
    /// </summary>
    public async Task<T> SendAsync<T>(string method, JObject members, Func<JObject, T> read, CancellationToken cancel, int? page = null)
    {
        bool isEnveloped = IsEnveloped;
        try
        {
            T value = await SendAsync(isEnveloped).ConfigureAwait(false);
            _seen.Works(isEnveloped);
            return value;
        }
        catch (ProviderException missing) when (missing.StatusCode == HttpStatusCode.NotFound && !isEnveloped && _seen.IsEnveloped is null)
        {
            try
            {
                T value = await SendAsync(true).ConfigureAwait(false);
                _seen.Works(true);
                return value;
            }
            catch (ProviderException refused) when (refused.StatusCode is not (null or HttpStatusCode.OK))
            {
                ExceptionDispatchInfo.Capture(missing).Throw();
                throw;
            }
        }

        Task<T> SendAsync(bool enveloped) => _context.Api.SendAsync(
            Request(SalenGoEndpoints.All[method], members, enveloped).OfPage(page), reader => read((JObject)WireJson.ReadToken(reader)), cancel);
    }

    /// <summary>Calls a method whose answer says nothing but ok, which has to be read all the same.</summary>
    public Task SendAsync(string method, JObject members, CancellationToken cancel) => SendAsync(method, members, _ => true, cancel);

    /// <summary>The request for a method of the table. A user who knows its address or name better says so as <c>Method.client/create</c>.</summary>
    public ApiRequest Request(Endpoint operation, JObject members) => Request(operation, members, IsEnveloped);

    private bool IsEnveloped => _seen.IsEnveloped ?? _context.Session.Setting(SalenGoChoices.DispatchStyle) == SalenGoChoices.InEnvelope;

    private ApiRequest Request(Endpoint operation, JObject members, bool isEnveloped)
    {
        string method = Known("Method." + operation.Name) ?? (isEnveloped ? operation.Name! : operation.Path);
        var verb = new HttpMethod(operation.Verb);
        return isEnveloped
            ? new ApiRequest(verb, Entry) { Name = Entry + method, Body = Enclose(method, members), Repeatable = operation.Repeatable, IsChange = operation.IsChange }
            : new ApiRequest(verb, Entry + method) { Body = members, Repeatable = operation.Repeatable, IsChange = operation.IsChange };
    }

    /// <summary>The name of what is around an object or a list, or the user's as <c>Name.invoices</c>.</summary>
    public string Name(string name) => Known("Name." + name) ?? name;

    private static JObject Enclose(string method, JObject members)
    {
        var request = new JObject { [MethodName] = method };
        request.Add(members.Properties().Select(member => new JProperty(member.Name, member.Value)));
        return new JObject { [RequestName] = request };
    }

    private string? Known(string key) => _context.Session.FieldNames.TryGetValue(key, out string? known) ? known : null;

    /// <summary>The style of calls that the account answered; <c>null</c> until it has.</summary>
    private sealed class DispatchSeen
    {
        private object? _isEnveloped;

        public bool? IsEnveloped => (bool?)_isEnveloped;

        public void Works(bool isEnveloped) => _isEnveloped ??= isEnveloped;
    }
}

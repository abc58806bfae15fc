using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Invoicing.Http.Json;
using Invoicing.Http.Xml;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// The key is a parameter (docs/facts/facturagem.md#login, official), by default of the query [assumption]. A login gives it, and gives the
/// same one while it is alive, so that logging in again harms nobody.
/// </summary>
internal sealed class FacturagemProtocol : Protocol
{
    private const string KeyName = "api_key";
    private const string KeyHeader = "X-Api-Key";

    private static readonly BracketKeys Brackets = new("true", "false", hasIndexes: false);

    private readonly SessionSecrets _secrets;
    private readonly FacturagemChoices _choices;
    private readonly SemaphoreSlim _login = new(1);
    private volatile bool _dead;

    public FacturagemProtocol(SessionSecrets secrets, FacturagemChoices choices)
    {
        _secrets = secrets;
        _choices = choices;
    }

    public override string Provider => FacturagemProvider.ProviderName;

    private bool NeedsLogin => _dead || _secrets.Key is null;

    public override async Task PrepareAsync(ApiClient api, CancellationToken cancel)
    {
        if (!NeedsLogin)
        {
            return;
        }

        await _login.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            // Whoever was in here meanwhile may have done it.
            if (NeedsLogin)
            {
                string key = await api.SendAsync(Login(), ReadKey, cancel).ConfigureAwait(false);
                _secrets.Renew(new NetworkCredential("", key).SecurePassword);
                _dead = false;
            }
        }
        finally
        {
            _login.Release();
        }
    }

    /// <summary>A key that was given and not logged in for cannot be got anew.</summary>
    public override bool ForgetLogin() => _dead = _secrets.Password is not null;

    public override void Sign(HttpRequestMessage message)
    {
        string key = _secrets.RequireKey(Provider).Reveal();
        if (_choices.KeyInHeader)
        {
            message.Headers.TryAddWithoutValidation(KeyHeader, key);
        }
        else if (message.Content is null || !_choices.KeyInBody)
        {
            KeyPlacement.InQuery(message, KeyName, key);
        }
    }

    public override HttpContent? Content(ApiRequest request)
    {
        if (request.Body is not { } body)
        {
            return null;
        }

        if (_choices.KeyInBody && !request.IsAnonymous && body is JObject fields)
        {
            // A copy: what is traced and sent again must not hold the key.
            body = new JObject(fields) { [KeyName] = _secrets.RequireKey(Provider).Reveal() };
        }

        return _choices.SendsForms ? new StringContent(Form(body), Encoding.UTF8, "application/x-www-form-urlencoded")
            : request.Path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) ? new StringContent(WireXml.Write(body), Encoding.UTF8, "application/xml")
            : new StringContent(body.ToString(Formatting.None), Encoding.UTF8, "application/json");
    }

    public override JsonReader OpenReader(Stream body) => _choices.IsXml ? WireXml.Open(body) : base.OpenReader(body);

    public override ProviderFault ReadFault(HttpStatusCode status, string body) => FacturagemFaultReader.Read(status, body);

    /// <summary>A body as a web form in the way that Rails takes apart again (docs/facts/facturagem.md#transport, inferred from Rails).</summary>
    private static string Form(JToken body) => string.Join(
        "&", Brackets.Of(body).Select(pair => $"{RequestAddress.Escape(pair.Key)}={RequestAddress.Escape(pair.Value)}"));

    private ApiRequest Login()
    {
        // To send the password again is to be told the same key again (docs/facts/facturagem.md#login, official).
        ApiRequest template = FacturagemEndpoints.LogIn.Request(null, _choices.Suffix);
        var request = new ApiRequest(template.Method, template.Path)
        {
            Body = new JObject { ["login"] = _secrets.Login, ["password"] = _secrets.Password!.Reveal() },
            Repeatable = template.Repeatable,
            IsAnonymous = true,
        };
        return Caller.Accepting(request, _choices);
    }

    /// <summary>The name is [official]; what is around it is not known, so it is looked for at any depth.</summary>
    private static string ReadKey(JsonReader reader)
    {
        JToken answer = WireJson.ReadToken(reader);
        string? key = (answer as JContainer)?.DescendantsAndSelf().OfType<JProperty>()
            .Where(property => property.Name == KeyName)
            .Select(property => (property.Value as JValue)?.Value?.ToString())
            .FirstOrDefault(text => !string.IsNullOrEmpty(text));
        return key ?? throw new JsonReaderException("The answer to the login holds no key.");
    }
}

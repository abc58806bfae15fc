using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using Invoicing.Sandbox.Core;
using Invoicing.Sandbox.Http;
using Invoicing.Sandbox.Saft;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Simulates InvoiceXpress: key in the query, paths that end in .json, errors in fifteen shapes.</summary>
internal sealed class InvoiceXpressProvider : ISandboxProvider
{
    private const string Suffix = ".json";
    private readonly object _gate = new();
    private readonly SandboxHost _host;
    private readonly SaftSigner _signer = new();
    private readonly InvoiceXpressSettings _settings;
    private readonly RouteTable<Operation> _routes;
    private readonly Dictionary<string, Company> _companies = new(StringComparer.Ordinal);
    private readonly Company _company;

    public InvoiceXpressProvider(SandboxHost host)
    {
        _host = host;
        _settings = ProviderSettings.Read<InvoiceXpressSettings>(host.Options.Settings);
        _routes = Operations.Build(_settings);
        _company = host.Copy.Any ? CompanyCopy.Make(host, _signer, _settings) : CompanySeed.Make(host, _signer, _settings);
        _companies.Add(ApiKey, _company);
    }

    public string Account => _company.Account.Name;

    public string AccountId => _company.Account.Id.ToString(CultureInfo.InvariantCulture);

    public string ApiKey => _company.Account.ApiKey;

    public string SaftPublicKeyPem => _signer.PublicKeyPem;

    // 780 a minute [official]; that refused calls do not count is a guess [inferred].
    public RateLimit Limit { get; } = new(780, refusedCount: false);

    public IReadOnlyList<string> KeyNames { get; } = new[] { "api_key" };

    public SandboxHost Host => _host;

    public IEnumerable<Company> Companies => _companies.Values;

    public IReadOnlyList<SandboxEmail> Emails
    {
        get
        {
            lock (_gate)
            {
                return _company.Emails.ToArray();
            }
        }
    }

    /// <summary>A creation with an idempotency key, and the making of a series, must not run twice at once. [official]</summary>
    public string? Claim(HttpCall call)
    {
        if (call.Method == "PUT" && call.RawPath.EndsWith("/register.json", StringComparison.Ordinal))
        {
            return call.RawPath;
        }

        if (call.Method != "POST" || call.Body.Count == 0)
        {
            return null;
        }

        try
        {
            var root = call.Json as JObject;
            var uid = root?["proprietary_uid"]?.ToString() ?? (root?["sequence"] as JObject)?["serie"]?.ToString();
            return string.IsNullOrEmpty(uid) ? null : $"{call.RawPath} {uid}";
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Handle(HttpCall call, HttpReply reply)
    {
        // The session cookie was seen live; a client should ignore it. [seen], [inferred]
        reply.AddHeader("Cache-Control", "no-cache");
        reply.AddHeader("Set-Cookie", "_session_id=" + Mixer.Hex(32, _host.Options.Seed) + "; path=/; HttpOnly");
        lock (_gate)
        {
            Run(call, reply);
        }
    }

    /// <summary>Makes one more account, with a key of its own.</summary>
    public AccountRecord AddAccount(string organizationName)
    {
        var id = _company.Account.Id + _companies.Count;
        var name = Regex.Replace(organizationName.ToLowerInvariant(), "[^a-z0-9]+", "") + (id - _company.Account.Id);
        var account = new AccountRecord(id, name, _host.Secret(40, id)) { OrganizationName = organizationName };
        _companies.Add(account.ApiKey, CompanySeed.MakeEmpty(_host, _signer, _settings, account));
        return account;
    }

    private void Run(HttpCall call, HttpReply reply)
    {
        var operation = Find(call, out var arguments);
        var isKnown = _companies.TryGetValue(call.Query["api_key"] ?? "", out var company);
        if (!isKnown && operation?.IsOpenToAll != true)
        {
            ErrorBody.Write(reply, operation?.Unauthorized ?? ErrorShape.ObjectList, Refusal.Of(401, "Invalid API key", ErrorShape.Object));
            return;
        }

        if (operation is null)
        {
            FaultAnswers.Html(reply, 404);
            return;
        }

        try
        {
            CheckContentType(call, operation);
            company ??= _company;

            // Before the work, and also for work that fails: some of it fails after it was done.
            company.Version += call.Method is "GET" or "HEAD" ? 0 : 1;
            operation.Run(new IxCall(this, company, call, reply, operation, arguments));
        }
        catch (Refusal refusal)
        {
            ErrorBody.Write(reply, refusal.Shape ?? (refusal.Status == 404 ? operation.Missing : operation.Invalid), refusal);
        }
    }

    private Operation? Find(HttpCall call, out List<string> arguments)
    {
        arguments = new List<string>();
        if (!call.RawPath.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return null;
        }

        var verb = call.Method == "HEAD" ? "GET" : call.Method;
        return _routes.Find(verb, call.RawPath.Substring(0, call.RawPath.Length - Suffix.Length), out arguments);
    }

    private static void CheckContentType(HttpCall call, Operation operation)
    {
        var hasBody = call.Method is "POST" or "PUT" && call.Body.Count > 0;
        if (hasBody && (call.Header("Content-Type") ?? "").IndexOf("application/json", StringComparison.OrdinalIgnoreCase) < 0)
        {
            throw operation.WrongTypeStatus == 422
                ? Refusal.Invalid("Content-Type must be application/json")
                : Refusal.Of(operation.WrongTypeStatus, "", ErrorShape.Html);
        }
    }
}

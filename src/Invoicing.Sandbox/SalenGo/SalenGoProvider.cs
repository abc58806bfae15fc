using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Invoicing.Sandbox.Core;
using Invoicing.Sandbox.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>Simulates SalenGo v1: JSON by POST to one entry point, result in an envelope.</summary>
internal sealed class SalenGoProvider : ISandboxProvider
{
    private const string Entry = "/api/";
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly object _gate = new();
    private readonly SalenGoSettings _settings;
    private readonly Company _company;
    private readonly Methods _methods;
    private readonly AnswerWriter _answers;
    private readonly DailyQuota _quota;

    public SalenGoProvider(SandboxHost host)
    {
        _settings = SalenGoSettings.Read(host.Options.Settings);
        _methods = new Methods(_settings);
        _answers = new AnswerWriter(_settings);
        _quota = new DailyQuota(_settings.RequestsPerDay);
        _company = new Company(host, _settings.AccountField);
        if (host.Copy.Any)
        {
            CompanyCopy.Fill(_company, host.Copy);
        }
        else
        {
            CompanySeed.Fill(_company, host.Options);
        }
    }

    public string Account => _company.Account;

    public string AccountId => _company.AccountId;

    public string ApiKey => _company.ApiKey;

    public string SaftPublicKeyPem => "";

    /// <summary>No limit per minute. The daily limit is counted here, since its answer has several forms.</summary>
    public RateLimit? Limit => null;

    public IReadOnlyList<string> KeyNames { get; } = new[] { Credential.Name };

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

    public string? Claim(HttpCall call) => null;

    public void Handle(HttpCall call, HttpReply reply)
    {
        var path = call.RawPath;
        if (path.StartsWith(V2.Prefix, StringComparison.OrdinalIgnoreCase))
        {
            V2.Answer(call, reply, ApiKey);
            return;
        }

        if (!(path + "/").StartsWith(Entry, StringComparison.OrdinalIgnoreCase))
        {
            FaultAnswers.Html(reply, 404);
            return;
        }

        var address = HttpQuery.Decode(path.Substring(Math.Min(path.Length, Entry.Length)), plusIsSpace: false);
        if (_settings.DispatchStyle == DispatchStyle.Envelope ? address.Length > 0 : _methods.Find(address) is null)
        {
            FaultAnswers.Html(reply, 404);
            return;
        }

        lock (_gate)
        {
            Run(call, reply, address);
        }
    }

    private void Run(HttpCall call, HttpReply reply, string address)
    {
        try
        {
            if (_settings.AccountState == AccountState.Closed)
            {
                //  [inferred]
                reply.Text(302, "text/html; charset=utf-8", "");
                reply.AddHeader("Location", "https://www.salengo.example/deactivated");
                return;
            }

            if (call.Method != "POST")
            {
                throw new Refusal("every call is a POST", status: 405); // verb: [official]; status: [assumption]
            }

            if (_settings.AccountState == AccountState.Off)
            {
                throw new Refusal("the API is switched off for this account", status: 400); // [inferred]
            }

            Answer(call, reply, address);
        }
        catch (Refusal refusal)
        {
            _answers.Fail(reply, refusal);
        }
    }

    private void Answer(HttpCall call, HttpReply reply, string method)
    {
        var root = TryRead(call, out var problem);
        var isEnvelope = _settings.DispatchStyle == DispatchStyle.Envelope;
        var body = isEnvelope ? root?[_settings.Name("request")] as JObject : root;
        var token = Credential.Of(call, body, _settings.TokenPlacement);
        call.CarriesKey = token != null;
        if (token != ApiKey)
        {
            throw new Refusal("the token is not valid", status: 401); // [inferred]
        }

        if (!_quota.Admits(_company.Now))
        {
            throw OverQuota();
        }

        if (problem != null || body is null)
        {
            throw new Refusal(problem ?? "the request is missing");
        }

        if (isEnvelope)
        {
            method = (body[_settings.Name("method")] as JValue)?.Value as string ?? "";
            body.Remove(_settings.Name("method"));
        }

        body.Remove(Credential.Name);
        var run = _methods.Find(method) ?? throw new Refusal("the method is not known");
        _company.CatchUp();
        var work = new Work(_company, _settings, _company.Now, body);
        _answers.Succeed(reply, run(work));
    }

    /// <summary>None of these statuses is documented. [assumption]</summary>
    private Refusal OverQuota() => new("the limit of requests per day is reached", status: _settings.QuotaAnswer switch
    {
        QuotaAnswer.TooMany => 429,
        QuotaAnswer.Unavailable => 503,
        _ => null,
    });

    /// <summary>The body, which must be one JSON object in UTF-8 with 1 and 0 for booleans. [official]</summary>
    private static JObject? TryRead(HttpCall call, out string? problem)
    {
        try
        {
            StrictUtf8.GetCharCount(call.Body.Bytes, 0, call.Body.Count);
            var root = call.Json as JObject;
            problem = root is null
                ? "the body is not a JSON object"
                : root.Descendants().FirstOrDefault(token => token.Type == JTokenType.Boolean) is { } flag
                    ? $"{flag.Path}: booleans are written 1 and 0"
                    : null;
            return root;
        }
        catch (DecoderFallbackException)
        {
            problem = "the body is not UTF-8";
        }
        catch (JsonException)
        {
            problem = "the body is not JSON";
        }

        return null;
    }
}

using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using Invoicing.Sandbox.Core;
using Invoicing.Sandbox.Http;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>Simulates SimplBooks: account in the path, token in a header, one envelope around every answer.</summary>
internal sealed class SimplBooksProvider : ISandboxProvider
{
    private const string TokenHeader = "X-Simplbooks-Token";
    private static readonly Regex Address = new("^/[^/]+/api/", RegexOptions.CultureInvariant);

    private readonly object _gate = new();
    private readonly RouteTable<Operation> _routes;
    private readonly Company _company;

    public SimplBooksProvider(SandboxHost host)
    {
        var settings = ProviderSettings.Read<SimplBooksSettings>(host.Options.Settings);
        _routes = Operations.Build(settings);
        _company = host.Copy.Any ? CompanyCopy.Make(host, settings) : CompanySeed.Make(host, settings);
        Account = Mixer.Hex(32, host.Options.Seed, 0x636F6D70);
        ApiKey = host.Secret(32, 0x746F6B65);
    }

    /// <summary>The company_id of the path.</summary>
    public string Account { get; }

    public string? AccountId => null;

    public string ApiKey { get; }

    public string SaftPublicKeyPem => "";

    // 60 a minute, refused calls count [official] [official]; half of it above 10,000 a day [official], 30 [inferred].
    public RateLimit Limit { get; } = new(60, refusedCount: true)
    {
        HalvedAbovePerDay = 10_000,

        // The text ends in the number. [official]
        Refuse = (reply, perMinute) =>
            Envelope.Refuse(reply, 0, isLoose: false, 429, new[] { $"Too many requests, the number permitted in a minute is {perMinute}" }),
    };

    public IReadOnlyList<string> KeyNames { get; } = new[] { TokenHeader };

    public IReadOnlyList<SandboxEmail> Emails { get; } = Array.Empty<SandboxEmail>();

    public string? Claim(HttpCall call) => null;

    public void Handle(HttpCall call, HttpReply reply)
    {
        if (!Address.IsMatch(call.RawPath))
        {
            FaultAnswers.Html(reply, 404);
            return;
        }

        lock (_gate)
        {
            try
            {
                Run(call, reply);
            }
            catch (Refusal refusal)
            {
                Envelope.Refuse(reply, call.Ordinal, _company.Settings.TextNumbers, refusal.Status, refusal.Errors);
            }
        }
    }

    private void Run(HttpCall call, HttpReply reply)
    {
        var token = call.Header(TokenHeader);
        if (string.IsNullOrEmpty(token))
        {
            throw Refusal.Of(401, "The token is missing");
        }

        // A wrong account is answered like a wrong token. [assumption]
        var isOurs = call.RawPath.StartsWith($"/{Account}/", StringComparison.Ordinal);
        if (token != ApiKey || !isOurs)
        {
            throw Refusal.Of(403, "The token is wrong or has expired");
        }

        var operation = _routes.Find(call.Method, call.RawPath, out var arguments)
            ?? throw Refusal.Of(404, "The category or the action is unknown");
        if (!IsPlayed(call.Header("X-Output-Format")))
        {
            // The form of these two is not described, so they are not simulated.
            reply.Text(501, "text/plain", "The sandbox answers in the formats JSON and Raw only.\n");
            return;
        }

        operation.Run(new SimplBooksCall(_company, operation.Resource, call, reply, arguments));
    }

    private static bool IsPlayed(string? format) =>
        format is null || format.ToUpperInvariant() is "JSON" or "RAW";
}

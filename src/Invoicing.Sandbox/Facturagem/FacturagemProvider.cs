using System;
using System.Collections.Generic;
using System.Globalization;
using Invoicing.Sandbox.Core;
using Invoicing.Sandbox.Http;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>Simulates FACTURAgem: login that gives a key, answers in JSON and XML, links, strict parameters.</summary>
internal sealed class FacturagemProvider : ISandboxProvider, IPasswordLogin
{
    public const string Prefix = "/api/v1";

    private static readonly RouteTable<Operation> Routes = Operations.Build();

    private readonly object _gate = new();
    private readonly Dictionary<Operation, Allowed> _allowed = new();
    private readonly SandboxHost _host;

    public FacturagemProvider(SandboxHost host)
    {
        _host = host;
        Shapes = Shapes.From(host.Options);
        Wire = new Wire(Shapes);
        LinkHost = ResolveLinkHost(host);
        Session = new UserSession(host, Shapes.SessionMinutes);
        Book = host.Copy.Any ? CompanyCopy.Make(host, Shapes) : CompanySeed.Make(host.Options, Shapes);
    }

    public string Account => Book.Account.Identifier;

    public string? AccountId => Book.Account.Id.ToString(CultureInfo.InvariantCulture);

    public string ApiKey
    {
        get
        {
            lock (_gate)
            {
                return Session.Key;
            }
        }
    }

    public string Login => Session.Login;

    public string Password => Session.Password;

    public string SaftPublicKeyPem => "";

    /// <summary>None is documented.</summary>
    public RateLimit? Limit => null;

    public IReadOnlyList<string> KeyNames { get; } = new[] { "api_key" };

    public IReadOnlyList<SandboxEmail> Emails => Array.Empty<SandboxEmail>();

    public Shapes Shapes { get; }

    public Wire Wire { get; }

    public Uri LinkHost { get; }

    public UserSession Session { get; }

    public Book Book { get; }

    public DateTimeOffset Now => _host.Options.Now();

    /// <summary>There are no idempotency keys. [official]</summary>
    public string? Claim(HttpCall call) => null;

    public void Handle(HttpCall call, HttpReply reply)
    {
        var path = call.RawPath;
        var dot = path.LastIndexOf('.');
        var hasSuffix = dot > path.LastIndexOf('/');
        var writer = new AnswerWriter(reply, hasSuffix ? path.Substring(dot + 1) : "", Shapes);
        try
        {
            lock (_gate)
            {
                Run(call, writer, hasSuffix ? path.Substring(0, dot) : path);
            }
        }
        catch (Refusal refusal)
        {
            writer.Write(refusal);
        }
    }

    private void Run(HttpCall call, AnswerWriter writer, string path)
    {
        var parameters = new Parameters(call, Shapes.Encodings);
        var operation = Find(Verb(call, parameters), path, out var arguments);
        if (!writer.IsOffered)
        {
            throw new Refusal(406, "Only json and xml are offered.");
        }

        parameters.Settle(operation.Body, Shapes.Bodies);
        if (!operation.IsOpenToAll && !Session.IsAlive(parameters.Text("api_key")))
        {
            throw new Refusal(401, "The api_key is missing or not valid.");
        }

        CheckNames(operation, parameters);
        operation.Run(new FacturagemCall(this, call, writer, parameters, operation, arguments));
    }

    /// <summary>Unknown parameters are refused unless strict is off; their effect on a change is then not certain. [official]</summary>
    private void CheckNames(Operation operation, Parameters parameters)
    {
        if (!_allowed.TryGetValue(operation, out var allowed))
        {
            _allowed[operation] = allowed = new Allowed(operation, Wire, Shapes);
        }

        var unknown = allowed.Unknown(parameters.All);
        if (unknown.Count == 0)
        {
            return;
        }

        if (parameters.Text("strict")?.ToLowerInvariant() is not ("false" or "0"))
        {
            throw new Refusal(422, "Unknown parameters.", allowed.Write(unknown));
        }

        if (Shapes.Surplus == SurplusShape.Fails && operation.Body != null)
        {
            throw Refusal.Broken("unknown attribute: " + unknown[0]);
        }
    }

    /// <summary>Rails lets a POST stand for verbs that a client cannot send. [inferred]</summary>
    private static string Verb(HttpCall call, Parameters parameters)
    {
        var instead = parameters.Text("_method");
        parameters.All.Remove("_method");
        return call.Method switch
        {
            "POST" when instead != null => instead.ToUpperInvariant() + "!",
            "HEAD" => "GET",
            _ => call.Method,
        };
    }

    private Operation Find(string verb, string path, out List<string> arguments)
    {
        var isForbidden = verb == "DELETE" && Shapes.Delete != DeleteShape.Delete;
        if (verb == "DESTROY" && Shapes.Delete == DeleteShape.Destroy)
        {
            verb = "DELETE";
        }

        arguments = new List<string>();
        if (isForbidden || !path.StartsWith(Prefix + "/", StringComparison.Ordinal))
        {
            throw Refusal.Missing();
        }

        return Routes.Find(verb.TrimEnd('!'), path.Substring(Prefix.Length), out arguments) ?? throw Refusal.Missing();
    }

    private Uri ResolveLinkHost(SandboxHost host)
    {
        if (Shapes.LinkBase.Length == 0)
        {
            return host.BaseUri;
        }

        return Uri.TryCreate(Shapes.LinkBase, UriKind.Absolute, out var uri)
            ? uri
            : throw new ArgumentException($"'{Shapes.LinkBase}' is not an address.", nameof(Shapes.LinkBase));
    }
}

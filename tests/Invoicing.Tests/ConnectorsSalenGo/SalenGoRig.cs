using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using Invoicing.Connectors;
using Invoicing.Http;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;
using Newtonsoft.Json.Linq;

namespace Invoicing.Tests.ConnectorsSalenGo;

/// <summary>The SalenGo connector on the ordinary road, to a scripted server or to the sandbox, in a time of its own.</summary>
internal sealed class SalenGoRig : IDisposable
{
    private readonly ApiEndpoint _endpoint;

    /// <param name="settings">Settings as name=value; names of fields begin with @.</param>
    public SalenGoRig(params string[] settings)
        : this(null, settings)
    {
    }

    public SalenGoRig(SandboxServer? sandbox, params string[] settings)
    {
        var pairs = settings.Select(setting => setting.Split('=', 2)).ToLookup(pair => pair[0][0] == '@');
        var options = new ConnectOptions
        {
            Provider = "SalenGo",
            Account = "taller",
            ApiKey = Rig.Secret(sandbox?.ApiKey ?? Rig.Key),
            BaseUri = sandbox?.BaseUri ?? Server.BaseUri,
            Settings = pairs[false].ToDictionary(pair => pair[0], pair => pair[1]),
            FieldNames = pairs[true].ToDictionary(pair => pair[0][1..], pair => pair[1], StringComparer.OrdinalIgnoreCase),
        };
        Session = InvoiceSession.Connect(options);
        var secrets = new SessionSecrets(options);
        Gate = new RateGate(Clock);
        _endpoint = new ApiEndpoint
        {
            BaseUri = options.BaseUri,
            Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = System.Threading.Timeout.InfiniteTimeSpan },
            Protocol = Session.Provider.CreateProtocol(secrets, Session.Provider.CheckSettings(options.Settings)),
            Gate = Gate,
            Redactor = new Redactor(Session.Provider.ShownNames, secrets),
            Clock = Clock,
            Timeout = TimeSpan.FromSeconds(20),
        };
        Context = new ConnectorContext(Session, new ApiClient(_endpoint, Observer));
        Observer.WantsBodies = true;
    }

    public ScriptedServer Server { get; } = new();

    public FakeClock Clock { get; } = new();

    public RateGate Gate { get; }

    public RecordingObserver Observer { get; } = new();

    public InvoiceSession Session { get; }

    public ConnectorContext Context { get; }

    public T Use<T>()
        where T : class, ICapability => Session.Provider.Create<T>(Context);

    /// <summary>Scripts good answers, each given by its members.</summary>
    public SalenGoRig Then(params string[] members)
    {
        Server.Then([.. members.Select(json => Answer.Json(Ok(json)))]);
        return this;
    }

    public static string Ok(string members = "{}")
    {
        JObject body = JObject.Parse(members);
        body.AddFirst(new JProperty("status", "ok"));
        return new JObject { ["response"] = body }.ToString();
    }

    /// <summary>A sandbox of the provider that misses nothing; settings as name=value.</summary>
    public static SandboxServer Sandbox(params string[] settings) => SandboxServer.Start(new SandboxOptions
    {
        Provider = "SalenGo",
        Settings = settings.Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]),
    });

    public void Dispose()
    {
        NoKey.In(Observer.Text);
        Session.Dispose();
        _endpoint.Dispose();
        Server.Dispose();
    }
}

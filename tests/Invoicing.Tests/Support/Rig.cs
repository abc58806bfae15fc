using System;
using System.Net.Http;
using System.Security;
using Invoicing.Engine;
using Invoicing.Http;
using Invoicing.Journal;
using Invoicing.Sandbox;

namespace Invoicing.Tests.Support;

/// <summary>A connector, by default that of InvoiceXpress, on the ordinary road to a scripted server, in a time of its own.</summary>
internal class Rig : IDisposable
{
    /// <summary>Letters that nothing else has, with two that are escaped in a query.</summary>
    public const string Key = "k3y/Zq+9vX7pLm2w";

    /// <param name="now">Where the time begins.</param>
    /// <param name="timeout">How long a request may take, in real time.</param>
    /// <param name="maxBytes">The longest answer.</param>
    /// <param name="sandbox">The server to talk to in place of the scripted one.</param>
    /// <param name="address">The address to talk to in place of a server's.</param>
    /// <param name="account">Who is connected, and where.</param>
    /// <param name="runtime">The runtime that is adapted to; this one if <c>null</c>.</param>
    /// <param name="handler">Sends in place of the handler of a session.</param>
    /// <param name="limits">The limits of the gate.</param>
    public Rig(
        DateTimeOffset? now = null,
        TimeSpan? timeout = null,
        long maxBytes = 1 << 20,
        SandboxServer? sandbox = null,
        Uri? address = null,
        RigAccount? account = null,
        RuntimeTraits? runtime = null,
        HttpMessageHandler? handler = null,
        params RateLimit[] limits)
    {
        Clock = new FakeClock(now);
        account ??= new RigAccount("InvoiceXpress", "acme");
        var options = new ConnectOptions
        {
            Provider = account.Provider,
            Account = account.Name,
            ApiKey = account.Login is null ? Secret(sandbox?.ApiKey ?? Key) : null,
            Credential = account.Login,
            BaseUri = address ?? sandbox?.BaseUri ?? Server.BaseUri,
            IsSandbox = true,
            Settings = account.Settings,
            FieldNames = account.FieldNames,
            Runtime = runtime ?? RuntimeTraits.Current,
        };
        Session = InvoiceSession.Connect(options);
        Gate = new RateLimiter(Clock);
        Gate.SetLimits(limits);
        var secrets = new SessionSecrets(options.ApiKey, options.Credential);
        Endpoint = new ApiEndpoint
        {
            BaseUri = Session.BaseUri,
            Http = HttpHandlers.Client(handler ?? HttpHandlers.Create(null, null, options.Runtime)),
            Runtime = options.Runtime,
            Protocol = Session.Provider.CreateProtocol(secrets, Session.Provider.CheckSettings(options.Settings)),
            Gate = Gate,
            Redactor = new Redactor(Session.Provider.ShownNames, secrets),
            Clock = Clock,
            Timeout = timeout ?? TimeSpan.FromSeconds(20),
            LongestLimiterWait = TimeSpan.FromSeconds(20),
            MaxAnswerBytes = maxBytes,
            Journal = new SessionJournal(new ChangeJournal(new JournalFile(null, TimeSpan.Zero)), account.Name, account.Provider, account.Name, () => Clock.Now),
        };
        Api = new ApiClient(Endpoint, Observer);
        Context = new ConnectorContext(Session, Api);
    }

    public ScriptedServer Server { get; } = new();

    public FakeClock Clock { get; }

    public RateLimiter Gate { get; }

    public RecordingObserver Observer { get; } = new();

    public InvoiceSession Session { get; }

    public ApiEndpoint Endpoint { get; }

    public ApiClient Api { get; }

    public ConnectorContext Context { get; }

    public static SecureString Secret(string text)
    {
        var secret = new SecureString();
        foreach (char letter in text)
        {
            secret.AppendChar(letter);
        }

        return secret;
    }

    /// <summary>A session as a user makes it, that does not wait long between tries.</summary>
    public static InvoiceSession Connect(Uri server, string key = Key, string account = "acme") => InvoiceSession.Connect(new ConnectOptions
    {
        Provider = "InvoiceXpress",
        Account = account,
        ApiKey = Secret(key),
        BaseUri = server,
        IsSandbox = true,
        RetryInterval = TimeSpan.FromMilliseconds(1),
        SettleTime = TimeSpan.FromMilliseconds(200),
    });

    public T Use<T>()
        where T : class, ICapability => Session.Provider.Create<T>(Context);

    public virtual void Dispose()
    {
        Session.Dispose();
        Endpoint.Dispose();
        Server.Dispose();
    }
}

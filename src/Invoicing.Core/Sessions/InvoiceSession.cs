using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Invoicing.Journal;

namespace Invoicing;

/// <summary>
/// A connection to one account at one provider. It is thread-safe. Disposing it forgets the key; logins elsewhere
/// stay valid.
/// </summary>
public sealed class InvoiceSession : AccountRecords, IConnectorSession, IDisposable
{
    private readonly ApiEndpoint _endpoint;
    private readonly SessionSecrets _secrets;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly IReadOnlyDictionary<string, string> _fieldNames;

    private InvoiceSession(ConnectOptions options, InvoiceProvider provider, Uri baseUri)
    {
        Provider = provider;
        Account = options.Account;
        Name = options.Name ?? options.Account;
        AccountKey = RecordOrigin.AccountKeyOf(provider.Name, Account, options.BaseUri);
        ConnectedAt = DateTimeOffset.Now;
        IReadOnlyList<RateLimit> limits = Limits(provider, options);
        _settings = provider.CheckSettings(options.Settings);
        _fieldNames = options.FieldNames;
        Options = options;
        _secrets = new SessionSecrets(options.ApiKey, options.Credential);
        _endpoint = new ApiEndpoint
        {
            BaseUri = baseUri,
            Http = HttpHandlers.Client(HttpHandlers.Create(options.Proxy, options.ProxyCredential, options.Runtime)),
            Runtime = options.Runtime,
            Protocol = provider.CreateProtocol(_secrets, _settings),
            Gate = RateLimiter.For(LimiterKey(provider, baseUri, options.Account), limits, StateFolder.Of(options), options.Clock),
            Redactor = new Redactor(provider.ShownNames, _secrets),
            Timeout = options.Timeout,
            LongestLimiterWait = options.Timeout,
            Retry = new RetryPolicy { MaximumRetryCount = options.MaximumRetryCount, FirstWait = options.RetryInterval },
            Clock = options.Clock,
            SettleTime = options.SettleTime,
            LagPerSecond = TimeSpan.FromTicks(Math.Min(TimeSpan.TicksPerSecond, options.IsSandbox ? options.RetryInterval.Ticks : TimeSpan.TicksPerSecond)),
            Journal = JournalOf(options, LimiterKey(provider, baseUri, options.Account)),
        };
    }

    /// <summary>Name of the session.</summary>
    public string Name { get; }

    /// <summary>The provider.</summary>
    public InvoiceProvider Provider { get; }

    /// <summary>Name of the account at the provider.</summary>
    public string Account { get; }

    /// <summary>Provider and account, with the server if it is not the provider's own. Identifiers of records are valid in this account alone.</summary>
    public string AccountKey { get; }

    /// <summary>Base address of requests.</summary>
    public Uri BaseUri => _endpoint.BaseUri;

    /// <summary>Moment at which the session was created.</summary>
    public DateTimeOffset ConnectedAt { get; }

    /// <summary>True until the session is disposed.</summary>
    public bool IsConnected { get; private set; } = true;

    /// <summary>The rate limits of the account in force, and their use by all processes of the user.</summary>
    public IReadOnlyList<RateUsage> Limit => _endpoint.Gate.Usage;

    internal override InvoiceSession Owner => this;

    internal override IRequestObserver? Observer => null;

    internal SessionCache Cache { get; } = new();

    internal IClock Clock => _endpoint.Clock;

    /// <summary>The options that the session was connected with; <c>null</c> once it is disposed, since they have the key.</summary>
    internal ConnectOptions? Options { get; private set; }

    internal SessionSecrets Secrets => _secrets;

    /// <summary>True if a text holds the key or the password in any form.</summary>
    internal bool IsToldBy(string text) => _endpoint.Redactor.Hide(text) != text;

    SessionCache IConnectorSession.Cache => Cache;

    IReadOnlyDictionary<string, string> IConnectorSession.FieldNames => _fieldNames;

    /// <summary>Creates a session. It sends no request: <see cref="TestAsync"/> checks the key.</summary>
    /// <param name="options">Provider, account, key and limits.</param>
    /// <returns>A session, to be disposed.</returns>
    /// <exception cref="InvoicingException">An option is not valid (<see cref="ErrorKind.InvalidInput"/>).</exception>
    public static InvoiceSession Connect(ConnectOptions options)
    {
        var provider = InvoiceProvider.Get(options.Provider);
        Uri baseUri = options.BaseUri ?? provider.BaseUri(options.Account, provider.CheckSettings(options.Settings));
        Uri safe = WithSlash(SafeAddress.Check(baseUri, "The address of a provider", ErrorKind.InvalidInput));
        string path = provider.AccountPath(options.Account);
        return new InvoiceSession(options, provider, RequestAddress.Check(RequestAddress.Combine(safe, path), safe, path));
    }

    /// <summary>Key under which sessions share their rate limits.</summary>
    internal static string LimiterKey(InvoiceProvider provider, Uri baseUri, string account) =>
        $"{provider.Name}|{baseUri.Authority}|{account}";

    string IConnectorSession.Setting(string name) => _settings[name];

    /// <summary>Gets a capability of the provider, such as <c>Use&lt;IReader&lt;Client&gt;&gt;()</c>.</summary>
    /// <typeparam name="TCapability">The capability.</typeparam>
    /// <param name="observer">Observer of its requests.</param>
    /// <returns>The capability.</returns>
    /// <exception cref="InvoicingException">The provider does not support it (<see cref="ErrorKind.NotSupported"/>).</exception>
    public TCapability Use<TCapability>(IRequestObserver? observer = null)
        where TCapability : class, ICapability =>
        Provider.Create<TCapability>(new ConnectorContext(this, new ApiClient(_endpoint, observer)));

    /// <summary>
    /// Gives the records of the account with an observer: it hears of the requests, waits and warnings of all that is done through them.
    /// </summary>
    /// <param name="observer">The observer; it is called from any thread.</param>
    /// <returns>The records.</returns>
    public AccountRecords With(IRequestObserver observer) => new ObservedRecords(this, observer);

    /// <summary>Gets the journal of the account's changes on this machine.</summary>
    /// <returns>The journal.</returns>
    public InvoiceJournal GetJournal() => new(this, _endpoint.Journal, _endpoint.Clock, _endpoint.SettleTime);

    /// <summary>The day that it is at the provider.</summary>
    internal DateTime Today => TimeZoneInfo.ConvertTime(_endpoint.Clock.Now, Provider.TimeZone).Date;

    /// <summary>Sends one cheap request, to check that the provider answers and accepts the key.</summary>
    /// <param name="observer">Observer of the request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Completes when the provider has answered.</returns>
    /// <exception cref="ProviderException">The provider does not answer, or refuses the key.</exception>
    public Task TestAsync(IRequestObserver? observer = null, CancellationToken cancellationToken = default) =>
        Use<IConnectionTester>(observer).TestAsync(cancellationToken);

    /// <summary>Forgets the key. Requests in progress end in an error.</summary>
    public void Dispose()
    {
        IsConnected = false;
        Options = null;
        _secrets.Dispose();
        _endpoint.Dispose();
    }

    /// <summary>The name and the provider.</summary>
    public override string ToString() => $"{Name} ({Provider.Name})";

    private static SessionJournal JournalOf(ConnectOptions options, string account)
    {
        var journal = ChangeJournal.For(account, options.NoJournal ? null : StateFolder.Of(options), options.JournalRetention);
        return new SessionJournal(journal, options.Name ?? options.Account, options.Provider, options.Account, () => options.Clock.Now);
    }

    /// <summary>The provider's limits. A limit of the caller replaces those of the same window.</summary>
    private static IReadOnlyList<RateLimit> Limits(InvoiceProvider provider, ConnectOptions options)
    {
        var asked = new Dictionary<TimeSpan, int?>
        {
            [TimeSpan.FromMinutes(1)] = options.RequestsPerMinute,
            [TimeSpan.FromDays(1)] = options.RequestsPerDay,
        };
        return
        [
            .. provider.Limits.Where(limit => !asked.TryGetValue(limit.Window, out int? own) || own is null),
            .. asked.Where(own => own.Value > 0).Select(own => new RateLimit(own.Value!.Value, own.Key)),
        ];
    }

    /// <summary>Adds a final slash, without which the last part of a path would be cut off.</summary>
    private static Uri WithSlash(Uri address) =>
        address.AbsolutePath.EndsWith("/", StringComparison.Ordinal) ? address : new Uri(address.GetLeftPart(UriPartial.Path) + "/");
}

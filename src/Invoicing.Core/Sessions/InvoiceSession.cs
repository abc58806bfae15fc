using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Engine.Fields;
using Invoicing.Http;

namespace Invoicing;

/// <summary>
/// A connection to one account at one provider. It can be used from many threads at once. Disposing it forgets the key; it ends nobody
/// else's login.
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
        ConnectedAt = DateTimeOffset.Now;
        IReadOnlyList<RateLimit> limits = Limits(provider, options);
        _settings = provider.CheckSettings(options.Settings);
        _fieldNames = options.FieldNames;
        _secrets = new SessionSecrets(options.ApiKey, options.Credential);
        _endpoint = new ApiEndpoint
        {
            BaseUri = baseUri,
            Http = CreateHttp(options),
            Protocol = provider.CreateProtocol(_secrets, _settings),
            Gate = RateGate.For(
                GateKey(provider, baseUri, options.Account), limits, shared: !baseUri.IsLoopback || RateGate.SharesLoopback),
            Redactor = new Redactor(provider.ShownNames, _secrets),
            Timeout = options.Timeout,
            LongestGateWait = options.Timeout,
            Retry = new RetryPolicy { MaximumRetryCount = options.MaximumRetryCount, FirstWait = options.RetryInterval },
        };
    }

    /// <summary>Name by which the session is called.</summary>
    public string Name { get; }

    /// <summary>The provider.</summary>
    public InvoiceProvider Provider { get; }

    /// <summary>Name of the account at the provider.</summary>
    public string Account { get; }

    /// <summary>Where requests go.</summary>
    public Uri BaseUri => _endpoint.BaseUri;

    /// <summary>When the session was made.</summary>
    public DateTimeOffset ConnectedAt { get; }

    /// <summary>Whether the session still has its key.</summary>
    public bool IsConnected { get; private set; } = true;

    /// <summary>The limits of the account that hold now, and how much of them is used, whichever process of the user did.</summary>
    public IReadOnlyList<RateUsage> Limit => _endpoint.Gate.Usage;

    internal override InvoiceSession Owner => this;

    internal override IRequestObserver? Observer => null;

    internal SessionCache Cache { get; } = new();

    SessionCache IConnectorSession.Cache => Cache;

    IReadOnlyDictionary<string, string> IConnectorSession.FieldNames => _fieldNames;

    /// <summary>Makes a session. It sends nothing: <see cref="TestAsync"/> proves that the key is good.</summary>
    /// <param name="options">Where to, and with which key.</param>
    /// <returns>A session, to be disposed.</returns>
    /// <exception cref="InvoicingException">An option is not fit (<see cref="ErrorKind.InvalidInput"/>).</exception>
    public static InvoiceSession Connect(ConnectOptions options)
    {
        InvoiceProvider provider = InvoiceProvider.Get(options.Provider);
        Uri baseUri = options.BaseUri ?? provider.BaseUri(options.Account, provider.CheckSettings(options.Settings));
        Uri safe = WithSlash(SafeAddress.Check(baseUri, "The address of a provider", ErrorKind.InvalidInput));
        return new InvoiceSession(options, provider, new Uri(safe, provider.AccountPath(options.Account)));
    }

    /// <summary>What sessions must have in common to share their limits.</summary>
    internal static string GateKey(InvoiceProvider provider, Uri baseUri, string account) =>
        $"{provider.Name}|{baseUri.Authority}|{account}";

    string IConnectorSession.Setting(string name) => _settings[name];

    /// <summary>Gives what does a kind of work at this provider, such as <c>Use&lt;IReader&lt;Client&gt;&gt;()</c>.</summary>
    /// <typeparam name="TCapability">The kind of work.</typeparam>
    /// <param name="observer">Hears of the requests that it makes.</param>
    /// <returns>What does it.</returns>
    /// <exception cref="InvoicingException">The provider cannot do it (<see cref="ErrorKind.NotSupported"/>).</exception>
    public TCapability Use<TCapability>(IRequestObserver? observer = null)
        where TCapability : class, ICapability =>
        Provider.Create<TCapability>(new ConnectorContext(this, new ApiClient(_endpoint, observer)));

    /// <summary>
    /// Gives the records of the account with an observer: it hears of the requests, waits and warnings of all that is done through them.
    /// </summary>
    /// <param name="observer">The observer; it is called from any thread.</param>
    /// <returns>The records.</returns>
    public AccountRecords With(IRequestObserver observer) => new ObservedRecords(this, observer);

    /// <summary>Makes one cheap request, to prove that the provider is there and takes the key.</summary>
    /// <param name="observer">Hears of the request.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>Done when the provider answered.</returns>
    /// <exception cref="ProviderException">It is not there, or does not take the key.</exception>
    public Task TestAsync(IRequestObserver? observer = null, CancellationToken cancellationToken = default) =>
        Use<IConnectionTester>(observer).TestAsync(cancellationToken);

    /// <summary>Forgets the key. What is under way ends in an error.</summary>
    public void Dispose()
    {
        IsConnected = false;
        _secrets.Dispose();
        _endpoint.Dispose();
    }

    /// <summary>The name and the provider.</summary>
    public override string ToString() => $"{Name} ({Provider.Name})";

    private static HttpClient CreateHttp(ConnectOptions options)
    {
        var handler = new HttpClientHandler
        {
            // A redirect would take the key along to another host; a session cookie would mix accounts.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        };
        if (options.Proxy is { } proxy)
        {
            handler.Proxy = new WebProxy(proxy) { Credentials = options.ProxyCredential };
        }

        return new HttpClient(handler) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
    }

    /// <summary>The provider's limits; what the caller says of a window replaces all that the provider says of it.</summary>
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

    /// <summary>Without it, the last part of a base address with a path would be cut off.</summary>
    private static Uri WithSlash(Uri address) =>
        address.AbsolutePath.EndsWith("/", StringComparison.Ordinal) ? address : new Uri(address.GetLeftPart(UriPartial.Path) + "/");
}

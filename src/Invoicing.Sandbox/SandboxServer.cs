using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Sandbox.Core;
using Invoicing.Sandbox.Http;

namespace Invoicing.Sandbox;

/// <summary>
/// A server on 127.0.0.1 that speaks a provider's own protocol for an invented company, so that scripts can be rehearsed
/// and tests can run without an account. Nothing it issues binds anybody.
/// </summary>
public sealed class SandboxServer : IDisposable
{
    private static readonly ConcurrentDictionary<string, int> Counters = new();

    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<HttpConnection, Task> _connections = new();
    private readonly TcpListener _listener;
    private readonly ISandboxProvider _provider;
    private readonly Exchange _exchange;
    private readonly Task _accepting;
    private int _stopped;

    private SandboxServer(string provider, SandboxOptions options, TcpListener listener)
    {
        _listener = listener;
        Provider = provider;
        Name = provider + "-" + Counters.AddOrUpdate(provider, 1, (_, count) => count + 1);
        BaseUri = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

        var host = new SandboxHost(options, BaseUri, _stopping.Token);
        _provider = ProviderCatalog.Make(provider, host);
        _exchange = new Exchange(host, _provider, _stopping.Token);
        _accepting = Task.Run(AcceptAsync);
    }

    /// <summary>Name of the server, unique in this process, for example <c>InvoiceXpress-1</c>.</summary>
    public string Name { get; }

    /// <summary>The provider that is played, in its own spelling.</summary>
    public string Provider { get; }

    /// <summary>The address, for example <c>http://127.0.0.1:41873/</c>. Use it in the place of the provider's.</summary>
    public Uri BaseUri { get; }

    /// <summary>The account's name, as a user of the provider would give it.</summary>
    public string Account => _provider.Account;

    /// <summary>The provider's own id of the account; null when the provider has none beside <see cref="Account"/>.</summary>
    public string? AccountId => _provider.AccountId;

    /// <summary>The key that the server accepts. It opens nothing but this server.</summary>
    public string ApiKey => _provider.ApiKey;

    /// <summary>The name of the user who can log in; null when the provider knows no login.</summary>
    public string? Login => (_provider as IPasswordLogin)?.Login;

    /// <summary>The password that goes with <see cref="Login"/>. It opens nothing but this server.</summary>
    public string? Password => (_provider as IPasswordLogin)?.Password;

    /// <summary>True while the server listens.</summary>
    public bool IsRunning => _stopped == 0;

    /// <summary>A copy of the received requests, oldest first; at most the latest 100,000.</summary>
    public IReadOnlyList<SandboxRequest> Requests => _exchange.Log.Snapshot();

    /// <summary>The emails that the server was asked to send, oldest first.</summary>
    public IReadOnlyList<SandboxEmail> Emails => _provider.Emails;

    /// <summary>The faults in force.</summary>
    public IReadOnlyList<SandboxFault> Faults => _exchange.Plan.Faults;

    /// <summary>The public half of the key that signs documents, in PEM form; empty when the provider signs none.</summary>
    public string SaftPublicKeyPem => _provider.SaftPublicKeyPem;

    /// <summary>Starts a server and the company in it.</summary>
    /// <param name="options">The options.</param>
    /// <returns>The running server. Dispose it to stop it.</returns>
    /// <exception cref="ArgumentException">
    /// The provider is unknown, a number in the options is out of range, or the provider has no such setting.
    /// </exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static SandboxServer Start(SandboxOptions options)
    {
        if (options is null)
        {
            throw new ArgumentNullException(nameof(options));
        }

        var provider = ProviderCatalog.Resolve(options.Provider);
        Check(options.Port, 0, 65535, nameof(options.Port));
        Check(options.ClientCount, 0, 1_000_000, nameof(options.ClientCount));
        Check(options.InvoiceCount, 0, 1_000_000, nameof(options.InvoiceCount));
        Check(options.LatencyMs, 0, int.MaxValue, nameof(options.LatencyMs));
        Check(options.PollsUntilReady, -1, int.MaxValue, nameof(options.PollsUntilReady));

        var listener = new TcpListener(IPAddress.Loopback, options.Port) { ExclusiveAddressUse = true };
        try
        {
            listener.Start(512);
            return new SandboxServer(provider, options, listener);
        }
        catch (SocketException e)
        {
            listener.Stop();
            throw new IOException($"The sandbox cannot listen on port {options.Port} of 127.0.0.1: {e.Message}", e);
        }
        catch
        {
            listener.Stop();
            throw;
        }
    }

    /// <summary>Replaces the faults in force, from the next request on. Their counters restart.</summary>
    /// <param name="faults">The new faults; none for an honest server.</param>
    public void SetFaults(IEnumerable<SandboxFault> faults) =>
        _exchange.Plan.Set(faults ?? throw new ArgumentNullException(nameof(faults)));

    /// <summary>Replaces the faults in force, from the next request on. Their counters restart.</summary>
    /// <param name="faults">The new faults; none for an honest server.</param>
    public void SetFaults(params SandboxFault[] faults) => SetFaults((IEnumerable<SandboxFault>)faults);

    /// <summary>Forgets the requests that came in so far.</summary>
    public void ClearRequests() => _exchange.Log.Clear();

    /// <summary>Closes all connections at once and stops listening. A second call does nothing.</summary>
    public void Stop()
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0)
        {
            return;
        }

        _stopping.Cancel();
        _listener.Stop();
        foreach (var connection in _connections.Keys)
        {
            connection.Close();
        }

        // None of them throws: a connection swallows its own end, and the listener's end is caught below.
        Task.WaitAll(_connections.Values.Concat(new[] { _accepting }).ToArray(), 2000);
    }

    /// <summary>The same as <see cref="Stop"/>.</summary>
    public void Dispose() => Stop();

    private static void Check(int value, int min, int max, string name)
    {
        if (value < min || value > max)
        {
            throw new ArgumentException($"{name} must lie between {min} and {max}, not {value}.", name);
        }
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var socket = await _listener.AcceptSocketAsync().ConfigureAwait(false);
                Serve(new HttpConnection(socket, _exchange, _stopping.Token));
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // Either the listener was stopped, which ends the loop, or one client gave up while it was being accepted.
            }
        }
    }

    private void Serve(HttpConnection connection)
    {
        _connections[connection] = Task.CompletedTask;
        var serving = Task.Run(connection.RunAsync);
        _connections[connection] = serving;
        _ = serving.ContinueWith(_ => _connections.TryRemove(connection, out var _), TaskScheduler.Default);
        if (_stopping.IsCancellationRequested)
        {
            connection.Close();
        }
    }
}

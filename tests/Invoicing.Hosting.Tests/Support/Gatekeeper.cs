using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Hosting.Tests.Support;

/// <summary>Ways in which the gatekeeper makes a client wait.</summary>
public enum Hold
{
    /// <summary>No answer comes.</summary>
    Answer,

    /// <summary>The answer stops after its first bytes, as a download may.</summary>
    Body,

    /// <summary>429: the client waits before it sends the request again.</summary>
    Retry,
}

/// <summary>
/// A server between a session and its sandbox. It passes requests on, up to the one that it holds: so each request of a cmdlet can be the
/// one that never ends. A request that is held never reaches the sandbox.
/// </summary>
internal sealed class Gatekeeper : IDisposable
{
    /// <summary>Time that a request may lie in a socket: a cmdlet that reads several things at a time has sent more than the one that is held.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMilliseconds(50);

    private readonly HttpListener _listener;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly Uri _behind;
    private readonly TaskCompletionSource _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Stopwatch _shut = new();
    private readonly Lock _lock = new();
    private int _count;
    private int _late;
    private int _holdAt;
    private Hold _how;
    private bool _isOpen;
    private TaskCompletionSource _held = new();

    public Gatekeeper(Uri behind)
    {
        _behind = behind;
        (_listener, Address) = Listen();
        _ = AcceptAsync();
    }

    /// <summary>The address to give a session in place of the sandbox's.</summary>
    public Uri Address { get; }

    /// <summary>The requests since the gate was opened.</summary>
    public int Count => _count;

    /// <summary>The requests that came while the gate was shut. What was on its way when it was shut is not among them.</summary>
    public int Late => _late;

    /// <summary>Ends when the request that is to be held has come.</summary>
    public Task Held => _held.Task;

    /// <summary>Opens the gate for one pipeline.</summary>
    /// <param name="holdAt">The number of the request that is held, from 1; 0 for none.</param>
    /// <param name="how">How it is held.</param>
    public void Open(int holdAt = 0, Hold how = Hold.Answer)
    {
        lock (_lock)
        {
            (_count, _holdAt, _how, _isOpen) = (0, holdAt, how, true);
            _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Shuts the gate: every request from now on is one too many.</summary>
    public void Shut()
    {
        lock (_lock)
        {
            _isOpen = false;
            _shut.Restart();
        }
    }

    public void Dispose()
    {
        _closing.TrySetResult();
        _listener.Close();
        _http.Dispose();
    }

    private static (HttpListener Listener, Uri Address) Listen()
    {
        // A listener cannot take any free port by itself; somebody else may take the one that was free a moment ago.
        for (int tries = 0; ; tries++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            int port = ((IPEndPoint)probe.LocalEndpoint).Port;
            probe.Stop();
            var address = new Uri($"http://127.0.0.1:{port}/");
            var listener = new HttpListener { Prefixes = { address.ToString() }, IgnoreWriteExceptions = true };
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException) when (tries < 10)
            {
                listener.Close();
            }
        }
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                _ = AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        bool hold;
        lock (_lock)
        {
            if (!_isOpen && _shut.Elapsed > OnItsWay)
            {
                _late++;
            }

            _count++;
            hold = _isOpen && _count == _holdAt;
        }

        try
        {
            await (hold ? HoldAsync(context.Response) : PassAsync(context));
            context.Response.Close();
        }
        catch (Exception fault) when (fault is HttpListenerException or HttpRequestException or IOException or InvalidOperationException or OperationCanceledException)
        {
            // The client has gone, or the sandbox has.
            context.Response.Abort();
        }
    }

    private async Task HoldAsync(HttpListenerResponse response)
    {
        if (_how == Hold.Retry)
        {
            response.StatusCode = 429;
            response.Close();
            _held.TrySetResult();
            return;
        }

        if (_how == Hold.Body)
        {
            response.ContentType = "application/json";
            response.ContentLength64 = 100_000;
            await response.OutputStream.WriteAsync("{\""u8.ToArray());
            await response.OutputStream.FlushAsync();
        }

        _held.TrySetResult();
        await _closing.Task;
        response.Abort();
    }

    private async Task PassAsync(HttpListenerContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.HttpMethod), new Uri(_behind, context.Request.RawUrl));
        if (context.Request.HasEntityBody)
        {
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            request.Content = new ByteArrayContent(body.ToArray());
        }

        foreach (string name in context.Request.Headers.AllKeys.OfType<string>())
        {
            if (name is not ("Host" or "Content-Length" or "Connection" or "Transfer-Encoding" or "Expect" or "Accept-Encoding")
                && !request.Headers.TryAddWithoutValidation(name, context.Request.Headers[name]))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, context.Request.Headers[name]);
            }
        }

        using HttpResponseMessage answer = await _http.SendAsync(request);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        byte[] bytes = Here(await answer.Content.ReadAsByteArrayAsync(), context.Response.ContentType);
        context.Response.ContentLength64 = bytes.Length;
        await context.Response.OutputStream.WriteAsync(bytes);
    }

    /// <summary>Links of files lead to the gate too.</summary>
    private byte[] Here(byte[] body, string? type) => type?.Contains("json", StringComparison.OrdinalIgnoreCase) == true
        ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace(_behind.Authority, Address.Authority, StringComparison.Ordinal))
        : body;
}

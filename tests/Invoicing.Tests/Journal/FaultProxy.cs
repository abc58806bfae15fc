using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Invoicing.Http;

namespace Invoicing.Tests.Journal;

/// <summary>
/// A proxy on 127.0.0.1 between a session and a sandbox. Requests that make a document, a payment or an e-mail meet faults from a seed; the
/// server works on them for 0 to 10 seconds of the given clock. All others pass.
/// </summary>
internal sealed class FaultProxy : IDisposable
{
    private static readonly Regex Change = new(
        @"(/(invoices|partial_payments|payments)(\.json)?|/(invoice|invoices|incomings|payment|payments)/create|sendByEmail|email-document\.json)$");

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly HttpClient _client = new();
    private readonly Uri _target;
    private readonly IClock _clock;
    private readonly Random _random;
    private readonly ProxyFault[] _faults;
    private readonly ConcurrentBag<Task> _work = [];
    private (string Head, byte[] Body)? _before;

    /// <param name="target">The sandbox.</param>
    /// <param name="clock">The time of the server's work.</param>
    /// <param name="seed">Seed of faults and times.</param>
    /// <param name="faults">The faults; each change meets one of them.</param>
    public FaultProxy(Uri target, IClock clock, int seed, params ProxyFault[] faults)
    {
        _target = target;
        _clock = clock;
        _random = new Random(seed);
        _faults = faults;
        _listener.Start();
        int port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        BaseUri = new UriBuilder(target) { Port = port }.Uri;
        _ = AcceptAsync();
    }

    public Uri BaseUri { get; }

    /// <summary>True once everything passes.</summary>
    public bool IsHealthy { get; set; }

    /// <summary>The changes that came in, with their faults.</summary>
    public ConcurrentQueue<(string Path, ProxyFault Fault)> Changes { get; } = new();

    /// <summary>Waits until the server has done all that it works on.</summary>
    public async Task SettleAsync()
    {
        while (_work.FirstOrDefault(work => !work.IsCompleted) is { } open)
        {
            await open;
        }
    }

    public void Dispose()
    {
        _listener.Stop();
        _client.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient connection = await _listener.AcceptTcpClientAsync();
                _ = Task.Run(() => ServeAsync(connection));
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                NetworkStream stream = connection.GetStream();
                if (await ReadAsync(stream) is { } request)
                {
                    await AnswerAsync(connection, stream, request);
                }
            }
            catch (Exception broken) when (broken is System.IO.IOException or HttpRequestException or ObjectDisposedException or SocketException)
            {
                // The client has gone.
            }
        }
    }

    private async Task AnswerAsync(TcpClient connection, NetworkStream stream, Request request)
    {
        ProxyFault fault = ProxyFault.None;
        TimeSpan work = TimeSpan.Zero;
        if (!IsHealthy && request.Method == "POST" && Change.IsMatch(request.Path))
        {
            lock (_random)
            {
                fault = _faults[_random.Next(_faults.Length)];
                work = TimeSpan.FromSeconds(_random.Next(0, 10));
            }

            Changes.Enqueue((request.Path, fault));
        }

        switch (fault)
        {
            case ProxyFault.Lost:
                Reset(connection);
                return;
            case ProxyFault.Absurd:
                await WriteAsync(stream, "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 999999\r\n", []);
                return;
            case ProxyFault.LateReset:
                Reset(connection);
                Work(request, work);
                return;
            case ProxyFault.LateError:
                await WriteAsync(stream, "HTTP/1.1 503 Service Unavailable\r\n", []);
                Work(request, work);
                return;
            case ProxyFault.Slow:
                await _clock.Delay(work, default);
                break;
        }

        (string head, byte[] body) = await ForwardAsync(request);
        switch (fault)
        {
            case ProxyFault.Cut:
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"{head}Content-Length: {body.Length}\r\n\r\n"));
                await stream.WriteAsync(body.AsMemory(0, body.Length / 2));
                Reset(connection);
                return;
            case ProxyFault.Page:
                await WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", Encoding.UTF8.GetBytes("<html><body>Back soon.</body></html>"));
                return;
            case ProxyFault.Doubled:
                (head, body) = await ForwardAsync(request);
                break;
            case ProxyFault.Swapped when _before is { } other:
                (head, body) = other;
                break;
        }

        if (Change.IsMatch(request.Path) && request.Method == "POST" && fault != ProxyFault.Swapped)
        {
            _before = (head, body);
        }

        await WriteAsync(stream, head, body);
    }

    private void Work(Request request, TimeSpan time) => _work.Add(Task.Run(async () =>
    {
        await _clock.Delay(time, default);
        await ForwardAsync(request);
    }));

    private async Task<(string Head, byte[] Body)> ForwardAsync(Request request)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(_target, request.Target));
        if (request.Body.Length > 0)
        {
            message.Content = new ByteArrayContent(request.Body);
        }

        foreach ((string name, string value) in request.Headers)
        {
            bool isKnown = message.Headers.TryAddWithoutValidation(name, value);
            if (!isKnown)
            {
                message.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        message.Headers.Host = _target.Authority;
        using HttpResponseMessage answer = await _client.SendAsync(message);
        var head = new StringBuilder($"HTTP/1.1 {(int)answer.StatusCode} {answer.ReasonPhrase}\r\n");
        foreach (KeyValuePair<string, IEnumerable<string>> header in answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not ("Transfer-Encoding" or "Connection" or "Content-Length")))
        {
            head.Append($"{header.Key}: {string.Join(", ", header.Value)}\r\n");
        }

        return (head.ToString(), await answer.Content.ReadAsByteArrayAsync());
    }

    private static async Task WriteAsync(NetworkStream stream, string head, byte[] body)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{head}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n"));
        await stream.WriteAsync(body);
    }

    private static void Reset(TcpClient connection)
    {
        connection.LingerState = new LingerOption(true, 0);
        connection.Close();
    }

    private static async Task<Request?> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        byte[] buffer = new byte[8192];
        int end;
        while ((end = EndOfHead(bytes)) < 0)
        {
            int read = await stream.ReadAsync(buffer);
            if (read == 0)
            {
                return null;
            }

            bytes.AddRange(buffer.Take(read));
        }

        string[] lines = Encoding.ASCII.GetString([.. bytes.Take(end)]).Split("\r\n");
        string[] first = lines[0].Split(' ');
        (string Name, string Value)[] headers = [.. lines.Skip(1).Select(line => line.Split(':', 2)).Select(pair => (pair[0], pair[1].Trim()))];
        int length = headers.Where(header => header.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)).Select(header => int.Parse(header.Value)).FirstOrDefault();
        List<byte> body = [.. bytes.Skip(end + 4)];
        while (body.Count < length)
        {
            int read = await stream.ReadAsync(buffer);
            if (read == 0)
            {
                return null;
            }

            body.AddRange(buffer.Take(read));
        }

        return new Request(first[0], first[1], headers, [.. body]);
    }

    private static int EndOfHead(List<byte> bytes)
    {
        for (int at = 0; at + 3 < bytes.Count; at++)
        {
            if (bytes[at] == '\r' && bytes[at + 1] == '\n' && bytes[at + 2] == '\r' && bytes[at + 3] == '\n')
            {
                return at;
            }
        }

        return -1;
    }

    private sealed record Request(string Method, string Target, (string Name, string Value)[] Headers, byte[] Body)
    {
        public string Path => Target.Split('?')[0];
    }
}

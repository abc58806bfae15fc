using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Tests.Support;

/// <summary>
/// A server on 127.0.0.1 that gives the answers it was told to and keeps what came in. Every answer closes its connection, so that no
/// HTTP stack sends anything again by itself.
/// </summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Answer> _queue = new();
    private readonly ConcurrentQueue<Call> _calls = new();
    private Func<Call, Answer>? _otherwise;

    public ScriptedServer()
    {
        _listener.Start();
        BaseUri = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _ = AcceptAsync();
    }

    public Uri BaseUri { get; }

    public IReadOnlyList<Call> Calls => [.. _calls];

    /// <summary>The one request that came.</summary>
    public Call Only => Assert(Calls);

    /// <summary>Verb, path and query without the key, of every request.</summary>
    public IEnumerable<string> Lines => Calls.Select(call => call.Line);

    public ScriptedServer Then(params Answer[] answers)
    {
        foreach (Answer answer in answers)
        {
            _queue.Enqueue(answer);
        }

        return this;
    }

    public ScriptedServer Then(params string[] json) => Then([.. json.Select(text => Answer.Json(text))]);

    /// <summary>What answers when no answer is left in the queue.</summary>
    public ScriptedServer Otherwise(Func<Call, Answer> answer)
    {
        _otherwise = answer;
        return this;
    }

    /// <summary>Waits, for a moment at most, until so many requests have come.</summary>
    public async Task HasCallsAsync(int count)
    {
        for (int i = 0; i < 2000 && _calls.Count < count; i++)
        {
            await Task.Delay(1);
        }

        Xunit.Assert.Equal(count, _calls.Count);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
    }

    private static Call Assert(IReadOnlyList<Call> calls) => Xunit.Assert.Single(calls);

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await _listener.AcceptSocketAsync(_stop.Token));
            }
            catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        using (var stream = new NetworkStream(socket))
        {
            try
            {
                Call call = await ReadAsync(stream);
                _calls.Enqueue(call);
                await SendAsync(socket, stream, Next(call));
            }
            catch (Exception fault) when (fault is IOException or OperationCanceledException or SocketException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private Answer Next(Call call) =>
        _queue.TryDequeue(out Answer? answer) ? answer : _otherwise?.Invoke(call) ?? Answer.Text("text/plain", "nothing was scripted", 501);

    private async Task SendAsync(Socket socket, NetworkStream stream, Answer answer)
    {
        switch (answer.Delivery)
        {
            case Delivery.Silence:
                await Task.Delay(Timeout.Infinite, _stop.Token);
                return;
            case Delivery.Reset:
                socket.LingerState = new LingerOption(true, 0);
                return;
        }

        var head = new StringBuilder().Append("HTTP/1.1 ").Append(answer.Status).Append(" Scripted\r\nConnection: close\r\n");
        if (answer.Delivery is not (Delivery.UntilClose or Delivery.Endless))
        {
            head.Append("Content-Length: ").Append(answer.Announced ?? answer.Body.Length).Append("\r\n");
        }

        foreach (KeyValuePair<string, string> header in answer.Headers)
        {
            head.Append(header.Key).Append(": ").Append(header.Value).Append("\r\n");
        }

        int part = answer.Delivery is Delivery.Whole or Delivery.Endless ? answer.Body.Length : answer.Part;
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), _stop.Token);
        await stream.WriteAsync(answer.Body.AsMemory(0, part), _stop.Token);
        while (answer.Delivery == Delivery.Endless)
        {
            await stream.WriteAsync(answer.Body, _stop.Token);
        }

        if (answer.Delivery == Delivery.Stall)
        {
            await Task.Delay(Timeout.Infinite, _stop.Token);
        }

        // The client closes first, so that nothing it has not read yet is thrown away with the connection.
        socket.Shutdown(SocketShutdown.Send);
        await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, _stop.Token);
    }

    private async Task<Call> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        byte[] buffer = new byte[16384];
        int end;
        while ((end = HeadEnd(bytes)) < 0)
        {
            await ReadMoreAsync(stream, buffer, bytes);
        }

        string[] lines = Encoding.ASCII.GetString([.. bytes.Take(end)]).Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(
            pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        int length = headers.TryGetValue("Content-Length", out string? text) ? int.Parse(text) : 0;
        while (bytes.Count < end + 4 + length)
        {
            await ReadMoreAsync(stream, buffer, bytes);
        }

        string[] first = lines[0].Split(' ');
        return new Call(first[0], first[1], headers, Encoding.UTF8.GetString([.. bytes.Skip(end + 4)]));
    }

    private async Task ReadMoreAsync(NetworkStream stream, byte[] buffer, List<byte> bytes)
    {
        int read = await stream.ReadAsync(buffer, _stop.Token);
        bytes.AddRange(buffer.Take(read > 0 ? read : throw new IOException("The client went away.")));
    }

    private static int HeadEnd(List<byte> bytes)
    {
        for (int i = 3; i < bytes.Count; i++)
        {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n')
            {
                return i - 3;
            }
        }

        return -1;
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Invoicing.Tests.SandboxSalenGo;

/// <summary>A shop's end of a web hook: takes forms on a free port of this machine.</summary>
internal sealed class Receiver : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Channel<Dictionary<string, string>> _forms = Channel.CreateUnbounded<Dictionary<string, string>>();

    public Receiver()
    {
        _listener.Start();
        Uri = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/hook";
        _ = AcceptAsync();
    }

    public string Uri { get; }

    public int Waiting => _forms.Reader.Count;

    public async Task<Dictionary<string, string>> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await _forms.Reader.ReadAsync(patience.Token);
    }

    public void Dispose() => _listener.Stop();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The end.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        using (var reader = new StreamReader(client.GetStream(), Encoding.ASCII))
        {
            while (await reader.ReadLineAsync() is { } first)
            {
                var length = 0;
                var type = "";
                while (await reader.ReadLineAsync() is { Length: > 0 } header)
                {
                    var parts = header.Split(": ", 2);
                    length = parts[0] == "Content-Length" ? int.Parse(parts[1]) : length;
                    type = parts[0] == "Content-Type" ? parts[1] : type;
                }

                var body = new char[length];
                await reader.ReadBlockAsync(body, 0, length);
                var form = new string(body).Split('&').Select(pair => pair.Split('=')).ToDictionary(
                    pair => pair[0], pair => System.Uri.UnescapeDataString(pair[1].Replace('+', ' ')));
                form["(first)"] = first;
                form["(type)"] = type;
                _forms.Writer.TryWrite(form);
                await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
            }
        }
    }
}

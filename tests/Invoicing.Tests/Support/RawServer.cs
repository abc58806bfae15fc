using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace Invoicing.Tests.Support;

/// <summary>A server on 127.0.0.1 that answers each request with the same bytes, whatever they are, and closes the connection.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer;

    public RawServer(byte[] answer)
    {
        _answer = answer;
        _listener.Start();
        BaseUri = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _ = AcceptAsync();
    }

    public Uri BaseUri { get; }

    public void Dispose() => _listener.Stop();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                byte[] request = new byte[65536];
                _ = await stream.ReadAsync(request);
                await stream.WriteAsync(_answer);

                // What is left of the request would make the end a reset, which could overtake the answer.
                client.Client.Shutdown(SocketShutdown.Send);
                while (await stream.ReadAsync(request) > 0)
                {
                }
            }
            catch (Exception gone) when (gone is IOException or SocketException)
            {
                // The client has gone.
            }
        }
    }
}

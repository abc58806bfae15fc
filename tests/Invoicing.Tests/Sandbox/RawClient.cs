using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace Invoicing.Tests.Sandbox;

/// <summary>A bare connection, for requests that no HTTP library would send.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly TcpClient _client;
    private readonly NetworkStream _stream;

    public RawClient(Uri server)
    {
        _client = new TcpClient(server.Host, server.Port) { ReceiveTimeout = 5000 };
        _stream = _client.GetStream();
        _stream.ReadTimeout = 5000;
    }

    public async Task SendAsync(string text) => await _stream.WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Status line and headers, up to the empty line.</summary>
    public string ReadHead()
    {
        var bytes = new List<byte>();
        while (true)
        {
            var next = _stream.ReadByte();
            if (next < 0)
            {
                throw new IOException("The connection ended after: " + Encoding.UTF8.GetString(bytes.ToArray()));
            }

            bytes.Add((byte)next);
            if (bytes.Count >= 4 && Encoding.ASCII.GetString(bytes.ToArray(), bytes.Count - 4, 4) == "\r\n\r\n")
            {
                return Encoding.ASCII.GetString(bytes.ToArray());
            }
        }
    }

    /// <summary>A whole answer: its status and its body.</summary>
    public (int Status, string Body, string Head) ReadAnswer(bool hasBody = true)
    {
        var head = ReadHead();
        var status = int.Parse(head.Substring(9, 3), CultureInfo.InvariantCulture);
        var at = head.IndexOf("Content-Length: ", StringComparison.Ordinal);
        var length = at < 0 || !hasBody ? 0 : int.Parse(head[(at + 16)..head.IndexOf('\r', at)], CultureInfo.InvariantCulture);
        var body = new byte[length];
        _stream.ReadExactly(body);
        return (status, Encoding.UTF8.GetString(body), head);
    }

    /// <summary>Everything until the server ends the connection.</summary>
    public string ReadToEnd()
    {
        using var bytes = new MemoryStream();
        _stream.CopyTo(bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    public bool IsAtEnd() => _stream.ReadByte() < 0;

    public void Dispose() => _client.Dispose();
}

using System;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Sandbox.Core;

namespace Invoicing.Sandbox.Http;

/// <summary>One client's connection: request, answer, next request, until one of the two sides ends it.</summary>
internal sealed class HttpConnection
{
    private const int DripMs = 20;
    private const int Drips = 20;

    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly HttpReader _reader;
    private readonly HttpReply _reply = new();
    private readonly Exchange _exchange;
    private readonly CancellationToken _stopping;

    public HttpConnection(Socket socket, Exchange exchange, CancellationToken stopping)
    {
        _socket = socket;
        _socket.NoDelay = true;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _reader = new HttpReader(_stream);
        _exchange = exchange;
        _stopping = stopping;
    }

    public async Task RunAsync()
    {
        try
        {
            while (await AnswerNextAsync().ConfigureAwait(false))
            {
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException
            || (e is InvalidOperationException && _stopping.IsCancellationRequested))
        {
            // The client went away or the server stops: no answer is possible. A stream that is closed just before it is read
            // throws InvalidOperationException.
        }
        finally
        {
            Close();
        }
    }

    public void Close() => _stream.Dispose();

    private async Task<bool> AnswerNextAsync()
    {
        HttpCall? call;
        try
        {
            call = await _reader.ReadAsync().ConfigureAwait(false);
        }
        catch (HttpFormatException e)
        {
            await RefuseAsync(e).ConfigureAwait(false);
            return false;
        }

        if (call is null)
        {
            return false;
        }

        var delivery = await _exchange.AnswerAsync(call, _reply).ConfigureAwait(false);
        if (delivery == Delivery.Reset)
        {
            // A linger time of zero turns the close into a TCP reset.
            _socket.LingerState = new LingerOption(true, 0);
            return false;
        }

        var bytes = _reply.Seal(HttpClock.Text(_exchange.Now), call.KeepAlive, out var headerLength);
        if (call.Method == "HEAD")
        {
            bytes = new ArraySegment<byte>(bytes.Array!, bytes.Offset, headerLength);
        }

        await DeliverAsync(bytes, headerLength, delivery).ConfigureAwait(false);
        return delivery != Delivery.CutOff && call.KeepAlive;
    }

    private async Task DeliverAsync(ArraySegment<byte> bytes, int headerLength, Delivery delivery)
    {
        var bodyLength = bytes.Count - headerLength;
        switch (delivery)
        {
            case Delivery.CutOff:
                // An answer without a body is cut within its headers.
                await SendAsync(bytes, 0, bodyLength > 0 ? headerLength + (bodyLength / 2) : headerLength / 2).ConfigureAwait(false);
                break;

            case Delivery.Stall:
                await SendAsync(bytes, 0, headerLength).ConfigureAwait(false);
                await _reader.DrainAsync().ConfigureAwait(false);
                throw new OperationCanceledException();

            case Delivery.Slow:
                await SendAsync(bytes, 0, headerLength).ConfigureAwait(false);
                var piece = Math.Max(1, (bodyLength + Drips - 1) / Drips);
                for (var at = headerLength; at < bytes.Count; at += piece)
                {
                    await Task.Delay(DripMs, _stopping).ConfigureAwait(false);
                    await SendAsync(bytes, at, Math.Min(piece, bytes.Count - at)).ConfigureAwait(false);
                }

                break;

            default:
                await SendAsync(bytes, 0, bytes.Count).ConfigureAwait(false);
                break;
        }
    }

    private Task SendAsync(ArraySegment<byte> bytes, int offset, int count) =>
        _stream.WriteAsync(bytes.Array!, bytes.Offset + offset, count);

    private async Task RefuseAsync(HttpFormatException error)
    {
        _reply.Reset();
        _reply.Text(error.Status, "text/plain", error.Message + "\n");
        await SendAsync(_reply.Seal(HttpClock.Text(_exchange.Now), keepAlive: false, out _)).ConfigureAwait(false);

        // Closing with unread bytes would reset the connection, and the client would never see the answer.
        _socket.Shutdown(SocketShutdown.Send);
        await _reader.DrainAsync().ConfigureAwait(false);
    }

    private Task SendAsync(ArraySegment<byte> bytes) => SendAsync(bytes, 0, bytes.Count);
}

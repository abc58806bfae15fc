using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

/// <summary>
/// A server of fixed pages on a bare socket, with a latency and a limit of requests. It knows nothing of the module: what it sends was written
/// out before the first request.
/// </summary>
public sealed class PageServer
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly string _kind;
    private readonly FixedPages _pages;
    private readonly TimeSpan _latency;
    private readonly int _limit;
    private readonly TimeSpan _window;
    private readonly List<long> _times = [];
    private int _firstInWindow;
    private int _refused;

    /// <param name="limit">Requests in a window, sliding; 0 for no limit.</param>
    public PageServer(string kind, int pages, int rowsPerPage, int latencyMs, int limit, int windowMs)
    {
        _kind = kind;
        _pages = new FixedPages(kind, pages, rowsPerPage);
        _latency = TimeSpan.FromMilliseconds(latencyMs);
        _limit = limit;
        _window = TimeSpan.FromMilliseconds(windowMs);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(128);
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    /// <summary>Takes orders line by line: <c>kind pages rows latency limit window</c> starts a server and answers its port, <c>port</c> tells of it.</summary>
    public static void Run()
    {
        var servers = new Dictionary<int, PageServer>();
        while (Console.In.ReadLine() is { Length: > 0 } line)
        {
            string[] words = line.Split(' ');
            if (words.Length == 1)
            {
                Console.Out.WriteLine(servers[int.Parse(words[0], CultureInfo.InvariantCulture)].Told());
                continue;
            }

            int[] numbers = Array.ConvertAll(words[1..], word => int.Parse(word, CultureInfo.InvariantCulture));
            var server = new PageServer(words[0], numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
            servers[server.Port] = server;
            Console.Out.WriteLine(server.Port);
        }
    }

    /// <summary>Requests, refused ones, and the share of the limit that was used once the first window was full.</summary>
    private string Told()
    {
        lock (_times)
        {
            int after = _times.Count - _limit;
            double share = _limit > 0 && after > 0 ? after / (double)_limit * _window.Ticks / (_times[^1] - _times[_limit - 1]) : 0;
            return FormattableString.Invariant($"{_times.Count} {_refused} {share:0.0000}");
        }
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket connection = await _listener.AcceptAsync();
            connection.NoDelay = true;
            _ = ServeAsync(connection);
        }
    }

    private async Task ServeAsync(Socket connection)
    {
        using (connection)
        {
            byte[] buffer = new byte[1 << 16];
            int held = 0;
            try
            {
                while (true)
                {
                    int read = await connection.ReceiveAsync(buffer.AsMemory(held), SocketFlags.None);
                    if (read == 0)
                    {
                        return;
                    }

                    held += read;
                    if (LengthOf(buffer, held) is not { } length)
                    {
                        continue;
                    }

                    if (_latency > TimeSpan.Zero)
                    {
                        await Task.Delay(_latency);
                    }

                    await connection.SendAsync(Answer(Encoding.ASCII.GetString(buffer, 0, length)), SocketFlags.None);
                    held = 0;
                }
            }
            catch (SocketException)
            {
                // The client went away.
            }
        }
    }

    /// <summary>The length of a request; <c>null</c> until all of it is there.</summary>
    private static int? LengthOf(byte[] buffer, int held)
    {
        int head = buffer.AsSpan(0, held).IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return null;
        }

        int body = 0;
        string text = Encoding.ASCII.GetString(buffer, 0, head);
        int at = text.IndexOf("Content-Length:", StringComparison.OrdinalIgnoreCase);
        if (at >= 0)
        {
            int end = text.IndexOf('\r', at);
            body = int.Parse(text[(at + 15)..(end < 0 ? text.Length : end)], CultureInfo.InvariantCulture);
        }

        return head + 4 + body <= held ? head + 4 + body : null;
    }

    private IList<ArraySegment<byte>> Answer(string request)
    {
        if (!Count())
        {
            return Message("429 Too Many Requests", "", "{\"errors\":[\"too many requests\"]}"u8.ToArray());
        }

        if (FixedDraft.AnswerTo(request) is { } made)
        {
            return Message(made.Status, "", Encoding.UTF8.GetBytes(made.Body));
        }

        int number = FixedPages.NumberIn(request);
        string next = _kind == "InvoiceXpress" && number < _pages.Count
            ? FormattableString.Invariant($"Link: <http://127.0.0.1:{Port}/clients.json?api_key=k&page={number + 1}>; rel=\"next\"\r\n") : "";
        return Message("200 OK", next, _pages.Page(number));
    }

    private static List<ArraySegment<byte>> Message(string status, string header, params byte[][] body)
    {
        long length = 0;
        foreach (byte[] part in body)
        {
            length += part.Length;
        }

        var parts = new List<ArraySegment<byte>> { Encoding.ASCII.GetBytes(FormattableString.Invariant($"HTTP/1.1 {status}\r\nContent-Type: application/json; charset=utf-8\r\n{header}Content-Length: {length}\r\n\r\n")) };
        foreach (byte[] part in body)
        {
            parts.Add(part);
        }

        return parts;
    }

    /// <summary>Counts a request; false if it is beyond the limit.</summary>
    private bool Count()
    {
        if (_limit == 0)
        {
            return true;
        }

        lock (_times)
        {
            long now = DateTime.UtcNow.Ticks;
            while (_firstInWindow < _times.Count && now - _times[_firstInWindow] >= _window.Ticks)
            {
                _firstInWindow++;
            }

            bool fits = _times.Count - _firstInWindow < _limit;
            _refused += fits ? 0 : 1;
            _times.Add(now);
            return fits;
        }
    }
}

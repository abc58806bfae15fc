using System;
using System.Collections.Generic;
using System.IO;
using Invoicing.Sandbox.Http;

namespace Invoicing.Sandbox.Core;

/// <summary>Finished files behind unguessable links that need no key. The oldest are dropped when there are too many.</summary>
internal sealed class FileShelf
{
    public const string Prefix = "/files/";
    private const int MaxFiles = 512;
    private const long MaxBytes = 256L * 1024 * 1024;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".xml"] = "application/xml",
        [".zip"] = "application/zip",
        [".pdf"] = "application/pdf",
        [".png"] = "image/png",
    };

    private readonly Dictionary<string, byte[]> _files = new();
    private readonly Queue<string> _order = new();
    private readonly int _seed;
    private long _bytes;
    private long _count;

    public FileShelf(int seed) => _seed = seed;

    /// <summary>Keeps a file and returns the path of its link.</summary>
    public string Add(string name, byte[] bytes)
    {
        lock (_files)
        {
            var path = Prefix + Mixer.Hex(40, _seed, 0x66696C65, ++_count) + "/" + name;
            _files.Add(path, bytes);
            _order.Enqueue(path);
            _bytes += bytes.Length;
            while (_order.Count > 1 && (_order.Count > MaxFiles || _bytes > MaxBytes))
            {
                var oldest = _order.Dequeue();
                _bytes -= _files[oldest].Length;
                _files.Remove(oldest);
            }

            return path;
        }
    }

    public void Serve(HttpCall call, HttpReply reply)
    {
        byte[]? bytes;
        lock (_files)
        {
            _files.TryGetValue(call.RawPath, out bytes);
        }

        if (bytes is null || (call.Method != "GET" && call.Method != "HEAD"))
        {
            FaultAnswers.Html(reply, bytes is null ? 404 : 405);
            return;
        }

        var type = Types.TryGetValue(Path.GetExtension(call.RawPath), out var known) ? known : "application/octet-stream";
        reply.Bytes(200, type, bytes);
    }
}

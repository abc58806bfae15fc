using System;
using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace Invoicing.Sandbox.Http;

/// <summary>
/// One answer. The body is written behind some room for the headers, which are put right in front of it once its length is
/// known, so that the whole answer leaves in one write.
/// </summary>
internal sealed class HttpReply
{
    private const int HeaderRoom = 1024;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly ByteBuffer _buffer = new();
    private readonly StringBuilder _extra = new();
    private readonly StringBuilder _head = new();

    public HttpReply() => Reset();

    public int Status { get; set; }

    public string? ContentType { get; set; }

    public int BodyLength => _buffer.Count - HeaderRoom;

    public void Reset()
    {
        Status = 200;
        ContentType = null;
        _extra.Clear();
        ClearBody();
    }

    public void ClearBody() => _buffer.Truncate(HeaderRoom);

    public void AddHeader(string name, string value) => _extra.Append(name).Append(": ").Append(value).Append("\r\n");

    /// <summary>Answers with JSON.</summary>
    public void Json(int status, Action<JsonWriter> write)
    {
        Status = status;
        ContentType = "application/json; charset=utf-8";
        ClearBody();
        using var json = new AmountJsonWriter(_buffer);
        write(json);
    }

    /// <summary>Answers with a text of some type; with no body at all when the text is empty.</summary>
    public void Text(int status, string contentType, string text)
    {
        Status = status;
        ContentType = contentType;
        ClearBody();
        var bytes = Utf8.GetBytes(text);
        _buffer.Write(bytes, 0, bytes.Length);
    }

    public void Bytes(int status, string contentType, byte[] bytes)
    {
        Status = status;
        ContentType = contentType;
        ClearBody();
        _buffer.Write(bytes, 0, bytes.Length);
    }

    /// <summary>Puts the headers in front of the body.</summary>
    /// <param name="date">The value of the Date header.</param>
    /// <param name="keepAlive">True if the connection stays open.</param>
    /// <param name="headerLength">Number of bytes that are headers.</param>
    public ArraySegment<byte> Seal(string date, bool keepAlive, out int headerLength)
    {
        _head.Clear().Append("HTTP/1.1 ").Append(Status).Append(' ').Append(HttpStatusText.Of(Status))
            .Append("\r\nDate: ").Append(date).Append("\r\n").Append(_extra);
        if (Status != 204)
        {
            if (ContentType != null)
            {
                _head.Append("Content-Type: ").Append(ContentType).Append("\r\n");
            }

            _head.Append("Content-Length: ").Append(BodyLength.ToString(CultureInfo.InvariantCulture)).Append("\r\n");
        }

        _head.Append(keepAlive ? "\r\n" : "Connection: close\r\n\r\n");

        headerLength = _head.Length;
        var start = HeaderRoom - headerLength;
        if (start < 0)
        {
            throw new InvalidOperationException("The headers of the answer are too long.");
        }

        var head = _head.ToString();
        for (var i = 0; i < head.Length; i++)
        {
            _buffer.Bytes[start + i] = (byte)head[i];
        }

        return new ArraySegment<byte>(_buffer.Bytes, start, _buffer.Count - start);
    }
}

using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Text;

namespace Invoicing.Tests.Support;

/// <summary>How the scripted server gets an answer across.</summary>
public enum Delivery
{
    /// <summary>Head and body, whole.</summary>
    Whole,

    /// <summary>The head announces the whole body, of which a part comes before the connection ends.</summary>
    CutOff,

    /// <summary>The head and a part of the body come, then nothing more.</summary>
    Stall,

    /// <summary>Nothing comes and nothing ends.</summary>
    Silence,

    /// <summary>The connection is reset without an answer.</summary>
    Reset,

    /// <summary>Without a length: the end of the connection is the end of the body, wherever it comes.</summary>
    UntilClose,

    /// <summary>Without a length, the body comes again and again until the client goes away.</summary>
    Endless,
}

/// <summary>An answer of the scripted server.</summary>
internal sealed class Answer
{
    public int Status { get; init; } = 200;

    public byte[] Body { get; init; } = [];

    public Dictionary<string, string> Headers { get; } = [];

    public Delivery Delivery { get; init; }

    /// <summary>The length that the head announces, where it is not that of the body.</summary>
    public long? Announced { get; init; }

    /// <summary>How many bytes of the body come before it stalls or is cut off.</summary>
    public int Part { get; init; }

    public static Answer Json(string json, int status = 200) => Text("application/json; charset=utf-8", json, status);

    public static Answer Text(string type, string text, int status = 200) => Bytes(type, Encoding.UTF8.GetBytes(text), status);

    public static Answer Bytes(string type, byte[] body, int status = 200) =>
        new() { Status = status, Body = body, Headers = { ["Content-Type"] = type } };

    public static Answer Empty(int status) => new() { Status = status };

    public static Answer Reset() => new() { Delivery = Delivery.Reset };

    public static Answer Silence() => new() { Delivery = Delivery.Silence };

    /// <summary>The first part of a JSON body, then what the delivery says.</summary>
    public static Answer Broken(string json, int part, Delivery delivery, int status = 200) => new()
    {
        Status = status,
        Body = Encoding.UTF8.GetBytes(json),
        Part = part,
        Delivery = delivery,
        Headers = { ["Content-Type"] = "application/json; charset=utf-8" },
    };

    public static Answer Gzip(string type, byte[] body)
    {
        var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            zip.Write(body);
        }

        return Bytes(type, packed.ToArray()).With("Content-Encoding", "gzip");
    }

    public Answer With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }
}

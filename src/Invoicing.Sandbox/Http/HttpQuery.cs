using System.Collections.Generic;
using System.Text;

namespace Invoicing.Sandbox.Http;

/// <summary>The pairs of a query or of a form body, decoded and in order; a key may come several times.</summary>
internal sealed class HttpQuery
{
    private readonly List<KeyValuePair<string, string>> _pairs = new();

    public HttpQuery(string raw)
    {
        foreach (var part in raw.Split('&'))
        {
            if (part.Length > 0)
            {
                var equals = part.IndexOf('=');
                var name = equals < 0 ? part : part.Substring(0, equals);
                var value = equals < 0 ? "" : part.Substring(equals + 1);
                _pairs.Add(new KeyValuePair<string, string>(Decode(name, plusIsSpace: true), Decode(value, plusIsSpace: true)));
            }
        }
    }

    public IReadOnlyList<KeyValuePair<string, string>> Pairs => _pairs;

    /// <summary>The value of a key; the last one counts when it comes several times.</summary>
    public string? this[string name]
    {
        get
        {
            for (var i = _pairs.Count - 1; i >= 0; i--)
            {
                if (_pairs[i].Key == name)
                {
                    return _pairs[i].Value;
                }
            }

            return null;
        }
    }

    public List<string> All(string name)
    {
        var values = new List<string>();
        foreach (var pair in _pairs)
        {
            if (pair.Key == name)
            {
                values.Add(pair.Value);
            }
        }

        return values;
    }

    /// <summary>Undoes percent-encoding as UTF-8. A percent sign that starts no escape stands for itself.</summary>
    public static string Decode(string text, bool plusIsSpace)
    {
        if (text.IndexOf('%') < 0 && !(plusIsSpace && text.IndexOf('+') >= 0))
        {
            return text;
        }

        var source = Encoding.UTF8.GetBytes(text);
        var count = 0;
        for (var i = 0; i < source.Length; i++)
        {
            var value = source[i];
            if (value == '%' && i + 2 < source.Length && Hex(source[i + 1]) >= 0 && Hex(source[i + 2]) >= 0)
            {
                value = (byte)((Hex(source[i + 1]) << 4) | Hex(source[i + 2]));
                i += 2;
            }
            else if (value == '+' && plusIsSpace)
            {
                value = (byte)' ';
            }

            source[count++] = value;
        }

        return Encoding.UTF8.GetString(source, 0, count);
    }

    internal static int Hex(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        _ => -1,
    };
}

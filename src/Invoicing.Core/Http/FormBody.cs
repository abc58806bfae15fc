using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;

namespace Invoicing.Http;

/// <summary>
/// A body as browsers send forms. .NET Framework's own escapes each value as a part of an address, and so refuses one of more than 65,519
/// characters, such as a file.
/// </summary>
internal static class FormBody
{
    private const string Plain = "-._~";

    /// <summary>Makes the body of fields, in their order.</summary>
    public static HttpContent Of(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var text = new StringBuilder();
        foreach (KeyValuePair<string, string> field in fields)
        {
            if (text.Length > 0)
            {
                text.Append('&');
            }

            Escape(text, field.Key);
            Escape(text.Append('='), field.Value);
        }

        return new ByteArrayContent(Encoding.ASCII.GetBytes(text.ToString()))
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded") },
        };
    }

    private static void Escape(StringBuilder text, string value)
    {
        foreach (byte letter in Encoding.UTF8.GetBytes(value))
        {
            char plain = (char)letter;
            if (plain is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || Plain.IndexOf(plain) >= 0)
            {
                text.Append(plain);
            }
            else if (plain == ' ')
            {
                text.Append('+');
            }
            else
            {
                text.Append('%').Append(letter.ToString("X2", CultureInfo.InvariantCulture));
            }
        }
    }
}

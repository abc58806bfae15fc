using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>The named parts of a multipart form, as text.</summary>
internal static class MultipartBody
{
    private static readonly Regex PartName = new(
        "^content-disposition:.*\\bname=\"?([^\";\r\n]+)", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant);

    public static IEnumerable<KeyValuePair<string, string>> Read(string body, string boundary)
    {
        // The first boundary has no line before it; with one put there, all of them look the same.
        foreach (var part in ("\r\n" + body).Split(new[] { "\r\n--" + boundary }, StringSplitOptions.None))
        {
            var split = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var name = split < 0 ? null : PartName.Match(part.Substring(0, split));
            if (name?.Success == true)
            {
                yield return new KeyValuePair<string, string>(name.Groups[1].Value, part.Substring(split + 4));
            }
        }
    }
}

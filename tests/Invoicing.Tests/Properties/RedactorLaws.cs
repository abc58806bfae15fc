using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Security;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Invoicing.Http;
using Newtonsoft.Json.Linq;
using Xunit;
using Xunit.Abstractions;

namespace Invoicing.Tests.Properties;

/// <summary>A key that an answer repeats is hidden, whatever it is written in.</summary>
public sealed class RedactorLaws
{
    /// <summary>Ways in which pages, headers and bodies repeat what they were sent.</summary>
    private static readonly Dictionary<string, Func<string, string>> Ways = new()
    {
        ["plain"] = key => key,
        ["percent"] = Uri.EscapeDataString,
        ["percent, lower case"] = key => Hex(Uri.EscapeDataString(key)),
        ["percent, every letter"] = key => string.Concat(Encoding.UTF8.GetBytes(key).Select(value => "%" + value.ToString("X2", CultureInfo.InvariantCulture))),
        ["percent, twice"] = key => Uri.EscapeDataString(Uri.EscapeDataString(key)),
        ["form"] = WebUtility.UrlEncode,
        ["XML"] = key => SecurityElement.Escape(key),
        ["HTML"] = WebUtility.HtmlEncode,
        ["HTML, numbers"] = key => string.Concat(key.EnumerateRunes().Select(letter => $"&#{letter.Value};")),
        ["HTML, hexadecimal"] = key => string.Concat(key.EnumerateRunes().Select(letter => $"&#x{letter.Value:x};")),
        ["JSON"] = key => JsonSerializer.Serialize(key)[1..^1],
        ["JSON, short"] = key => new JValue(key).ToString(Newtonsoft.Json.Formatting.None)[1..^1],
        ["JSON, PHP"] = key => new JValue(key).ToString(Newtonsoft.Json.Formatting.None)[1..^1].Replace("/", "\\/", StringComparison.Ordinal),
        ["JSON, every letter"] = key => string.Concat(key.Select(letter => $"\\u{(int)letter:x4}")),
        ["base64"] = key => Convert.ToBase64String(Encoding.UTF8.GetBytes(key)),
        ["base64 of a login"] = key => Convert.ToBase64String(Encoding.UTF8.GetBytes("user:" + key)),
        ["base64 of a key alone"] = key => Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":x")),
        ["base64 behind a word"] = key => "Basic-" + Convert.ToBase64String(Encoding.UTF8.GetBytes("user:" + key)),
        ["base64 for addresses"] = key => Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")).Replace('+', '-').Replace('/', '_').TrimEnd('='),
    };

    private readonly ITestOutputHelper _output;

    public RedactorLaws(ITestOutputHelper output) => _output = output;

    public static TheoryData<string> Names => [.. Ways.Keys];

    /// <summary>Keys are visible ASCII; passwords have anything.</summary>
    private static Gen<string> Keys => Gen.Choose('!', '~').Select(letter => ((char)letter).ToString()).ArrayOf(12).Select(string.Concat);

    private static Gen<string> Passwords =>
        Gen.Frequency((5, Keys), (1, Gen.Elements(" ", "é", "€", "😀", "\"", "&", "%", "+", "\\"))).ArrayOf(4).Select(string.Concat).Where(text => text.Length >= 8);

    [Theory]
    [MemberData(nameof(Names))]
    public void AKeyIsHidden(string way) => Law.Holds(_output, Keys.ToArbitrary(), key => IsHidden(way, key, key, password: null));

    [Theory]
    [MemberData(nameof(Names))]
    public void APasswordIsHidden(string way) => Law.Holds(_output, Passwords.ToArbitrary(), password => IsHidden(way, password, null, password));

    [Fact]
    public void AKeyIsHiddenInABody() => Law.Holds(_output, Keys.ToArbitrary(), key =>
    {
        using var secrets = Secrets(key, null);
        string shown = new Redactor(new HashSet<string> { "name" }, secrets).Redact(new JObject { ["name"] = key });

        Assert.Equal("***", (string?)JObject.Parse(shown)["name"]);
    });

    private static void IsHidden(string way, string secret, string? key, string? password)
    {
        using var secrets = Secrets(key, password);
        string written = Ways[way](secret);
        string hidden = new Redactor(new HashSet<string>(), secrets).Hide($"before=\"{written}\" after");

        Assert.DoesNotContain(written, hidden, StringComparison.Ordinal);
        Assert.Equal("before=\"***\" after", hidden);
    }

    private static SessionSecrets Secrets(string? key, string? password) => new(
        key is null ? null : new NetworkCredential("", key).SecurePassword,
        password is null ? null : new NetworkCredential("user", password));

    private static string Hex(string escaped)
    {
        var text = new StringBuilder(escaped);
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '%')
            {
                text[at + 1] = char.ToLowerInvariant(text[at + 1]);
                text[at + 2] = char.ToLowerInvariant(text[at + 2]);
            }
        }

        return text.ToString();
    }
}

using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Security;
using System.Text;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Newtonsoft.Json;
using Xunit;

namespace Invoicing.Tests.Http;

/// <summary>
/// A server that repeats the secret, in every form, on every road of an answer, at every provider with every placement of the key: nothing
/// that a user may get to see holds it.
/// </summary>
public sealed class SecretRoadTests
{
    private const string Password = "p4\"s\\s/w\u00F6rd+Zq9";

    private static readonly Dictionary<string, RigAccount> Placements = new()
    {
        ["InvoiceXpress"] = new RigAccount("InvoiceXpress", "acme"),
        ["SimplBooks"] = new RigAccount("SimplBooks", "0a1b2c"),
        ["FACTURAgem query"] = new RigAccount("FACTURAgem", "12-ibarra") { Settings = Of("KeyPlacement", "Query") },
        ["FACTURAgem body, XML"] = new RigAccount("FACTURAgem", "12-ibarra") { Settings = Of("KeyPlacement", "Body", "Format", "Xml") },
        ["FACTURAgem login"] = new RigAccount("FACTURAgem", "12-ibarra") { Login = new NetworkCredential("ana@example.com", Password) },
        ["FACTURAgem login, XML"] = new RigAccount("FACTURAgem", "12-ibarra") { Login = new NetworkCredential("ana@example.com", Password), Settings = Of("Format", "Xml") },
        ["SalenGo basic"] = new RigAccount("SalenGo", "taller") { Settings = Of("TokenPlacement", "basic") },
        ["SalenGo bearer"] = new RigAccount("SalenGo", "taller") { Settings = Of("TokenPlacement", "bearer") },
        ["SalenGo body"] = new RigAccount("SalenGo", "taller") { Settings = Of("TokenPlacement", "body") },
        ["SalenGo query"] = new RigAccount("SalenGo", "taller") { Settings = Of("TokenPlacement", "query") },
    };

    /// <summary>How servers repeat what they were sent.</summary>
    private static readonly Dictionary<string, Func<string, string>> Forms = new()
    {
        ["plain"] = secret => secret,
        ["upper-cased"] = secret => secret.ToUpperInvariant(),
        ["lower-cased"] = secret => secret.ToLowerInvariant(),
        ["URL"] = Uri.EscapeDataString,
        ["URL twice"] = secret => Uri.EscapeDataString(Uri.EscapeDataString(secret)),
        ["URL, lower-cased"] = secret => Uri.EscapeDataString(secret).ToLowerInvariant(),
        ["JSON"] = secret => JsonConvert.ToString(secret).Trim('"').Replace("/", "\\/"),
        ["JSON, all escaped"] = secret => string.Concat(secret.Select(letter => $"\\u{(int)letter:x4}")),
        ["JSON, non-ASCII escaped"] = secret => JsonConvert.ToString(secret, '"', StringEscapeHandling.EscapeNonAscii).Trim('"'),
        ["HTML"] = secret => string.Concat(secret.Select(letter => $"&#{(int)letter};")),
        ["XML"] = SecurityElement.Escape,
        ["hex"] = secret => Convert.ToHexString(Encoding.UTF8.GetBytes(secret)).ToLowerInvariant(),
        ["hex, spaced"] = secret => BitConverter.ToString(Encoding.UTF8.GetBytes(secret)).Replace('-', ' '),
        ["base64"] = secret => Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
    };

    /// <summary>The places of an answer that its words can be in.</summary>
    private static readonly Dictionary<string, Func<string, string>> Roads = new()
    {
        ["JSON of a refusal"] = echo => Http("422 Refused", "application/json", $$"""{"errors":[{"error":{{JsonConvert.ToString("no " + echo + " here")}}}],"message":{{JsonConvert.ToString(echo)}}}"""),
        ["JSON of a refusal, as it is"] = echo => Http("422 Refused", "application/json", $$"""{"errors":[{"error":"no {{echo}} here"}],"message":"{{echo}}"}"""),
        ["JSON name of a refusal"] = echo => Http("422 Refused", "application/json", $$$"""{"errors":{{{{JsonConvert.ToString(echo)}}}:["is wrong"]}}"""),
        ["XML of a refusal"] = echo => Http("422 Refused", "application/xml", $"<errors><error>{SecurityElement.Escape(echo)}</error></errors>"),
        ["page of a failure"] = echo => Http("500 Failed", "text/html", $"<html><title>{echo}</title><pre>GET /?key={echo}</pre></html>"),
        ["text of a failure"] = echo => Http("400 Bad", "text/plain", $"cannot parse {echo}"),
        ["refusal in a good answer"] = echo => Http("200 OK", "application/json", $$$"""{"status":422,"errors":[{{{JsonConvert.ToString(echo)}}}],"response":{"status":"fail","message":{{{JsonConvert.ToString(echo)}}}}}"""),
        ["broken JSON"] = echo => Http("200 OK", "application/json", $"{{{JsonConvert.ToString(echo)}:[[}}"),
        ["reason phrase"] = echo => Http("400 " + echo, "application/json", ""),
        ["reason phrase of a failure"] = echo => Http("503 " + echo, "application/json", ""),
        ["request id"] = echo => Http("422 Refused", "application/json", "{}", "X-Request-Id: " + echo),
        ["Retry-After"] = echo => Http("429 Wait", "application/json", "{}", "Retry-After: " + echo),
        ["redirect"] = echo => Http("302 Found", "text/plain", "", "Location: https://" + echo + ".example.com/" + echo),
        ["content type"] = echo => Http("200 OK", "application/" + echo + "html", "<html>"),
        ["invalid status line"] = echo => $"HTTP/1.1 {echo} OK\r\n\r\n",
        ["no status line"] = echo => $"GET /?key={echo} HTTP/1.1\r\n\r\n",
        ["header without a colon"] = echo => $"HTTP/1.1 200 OK\r\n{echo}\r\n\r\n",
        ["header with a bad name"] = echo => $"HTTP/1.1 200 OK\r\n{echo} x: 1\r\n\r\n",
        ["bad length"] = echo => $"HTTP/1.1 200 OK\r\nContent-Length: {echo}\r\n\r\n",
        ["bad chunk"] = echo => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{echo}\r\n",
    };

    public static IEnumerable<object[]> Table => from placement in Placements.Keys from road in Roads.Keys select new object[] { placement, road };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task ASecretThatIsRepeatedIsNotShown(string placement, string road)
    {
        RigAccount account = Placements[placement];
        string secret = account.Login is null ? Rig.Key : Password;
        foreach ((string form, Func<string, string> write) in Forms)
        {
            string echo = write(secret);
            using var server = new RawServer(Encoding.UTF8.GetBytes(Roads[road](echo)));
            using var rig = new Rig(account: account, address: server.BaseUri);
            rig.Observer.WantsBodies = true;

            Exception? fault = await Record.ExceptionAsync(() => rig.Use<IConnectionTester>().TestAsync());

            string seen = string.Join("\n", Seen(fault)) + rig.Observer.Text;
            Assert.NotEqual("", seen);
            foreach (string shown in new[] { secret, echo, Mojibake(echo) })
            {
                Assert.False(seen.Contains(shown, StringComparison.OrdinalIgnoreCase), $"{form}: {seen}");
            }
        }
    }

    /// <summary>What is no secret stays: a short password must not make every text unreadable.</summary>
    [Fact]
    public async Task OtherWordsAreShown()
    {
        using var server = new RawServer(Encoding.UTF8.GetBytes(Roads["JSON of a refusal"]("the word 6b33 and k3y")));
        using var rig = new Rig(address: server.BaseUri);

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IConnectionTester>().TestAsync());

        Assert.Contains("no the word 6b33 and k3y here", fault.Message);
    }

    private static Dictionary<string, string> Of(params string[] pairs) =>
        Enumerable.Range(0, pairs.Length / 2).ToDictionary(at => pairs[2 * at], at => pairs[(2 * at) + 1]);

    private static string Http(string status, string type, string body, string? header = null) => string.Create(
        CultureInfo.InvariantCulture,
        $"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{(header is null ? "" : header + "\r\n")}\r\n{body}");

    /// <summary>Heads of answers are read as Latin-1.</summary>
    private static string Mojibake(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private static IEnumerable<string> Seen(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            yield return fault.ToString();
            foreach (DictionaryEntry entry in fault.Data)
            {
                yield return $"{entry.Key} {entry.Value}";
            }

            foreach (object? value in fault.GetType().GetProperties().Where(property => property.PropertyType == typeof(string)).Select(property => property.GetValue(fault)))
            {
                yield return $"{value}";
            }

            foreach (FieldError error in (fault as InvoicingException)?.FieldErrors ?? [])
            {
                yield return $"{error.Field} {error.Message}";
            }
        }
    }
}

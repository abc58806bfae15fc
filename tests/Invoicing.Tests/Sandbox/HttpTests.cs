using System;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace Invoicing.Tests.Sandbox;

public sealed class HttpTests
{
    private const string Host = "Host: localhost\r\n";

    [Theory]
    [InlineData("127.0.0.1", 401)]
    [InlineData("127.0.0.1:80", 401)]
    [InlineData("localhost:8080", 401)]
    [InlineData("[::1]", 401)]
    [InlineData("evil.example.com", 421)]
    [InlineData("127.0.0.1.example.com", 421)]
    [InlineData("me@127.0.0.1", 421)]
    [InlineData("192.168.1.1", 421)]
    public async Task OnlyTheOwnNamesAreServed(string host, int status)
    {
        using var server = new TestServer();
        using var client = new RawClient(server.Server.BaseUri);

        await client.SendAsync($"GET /taxes.json HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

        Assert.Equal(status, client.ReadAnswer().Status);
    }

    [Theory]
    [InlineData("InvoiceXpress")]
    [InlineData("SimplBooks")]
    [InlineData("FACTURAgem")]
    [InlineData("SalenGo")]
    public void TheKeyIsRandomUnlessASeedIsGiven(string provider)
    {
        string Key(int? seed)
        {
            using var server = new TestServer(options =>
            {
                options.Provider = provider;
                if (seed is { } given)
                {
                    options.Seed = given;
                }
            });
            return server.Server.ApiKey + server.Server.Password;
        }

        Assert.NotEqual(Key(null), Key(null));
        Assert.NotEqual(Key(1), Key(null));
        Assert.NotEqual(Key(1), Key(2));
        Assert.Equal(Key(1), Key(1));
        Assert.Equal(Key(1).Length, Key(null).Length);
    }

    [Fact]
    public async Task OneConnectionServesManyRequestsOneAfterTheOther()
    {
        using var server = new TestServer();
        using var raw = new RawClient(server.Server.BaseUri);
        for (var i = 0; i < 3; i++)
        {
            await raw.SendAsync(Get(server, "clients.json"));
            Assert.Equal(200, raw.ReadAnswer().Status);
        }
    }

    [Fact]
    public async Task RequestsSentAtOnceAreAnsweredInTheirOrder()
    {
        using var server = new TestServer();
        using var raw = new RawClient(server.Server.BaseUri);
        await raw.SendAsync(Get(server, "clients.json?per_page=1&page=2") + Get(server, "taxes.json") + Get(server, "clients/1.json"));
        Assert.Contains("C0002", raw.ReadAnswer().Body);
        Assert.Contains("IVA23", raw.ReadAnswer().Body);
        Assert.Equal((404, " "), (raw.ReadAnswer() is var last ? last.Status : 0, last.Body));
    }

    [Fact]
    public async Task ARequestMayArriveByteByByte()
    {
        using var server = new TestServer();
        using var raw = new RawClient(server.Server.BaseUri);
        foreach (var c in Get(server, "taxes.json"))
        {
            await raw.SendAsync(c.ToString());
        }

        Assert.Equal(200, raw.ReadAnswer().Status);
    }

    [Fact]
    public async Task ABodyMayComeInChunksWithExtensionsAndTrailers()
    {
        using var server = new TestServer();
        using var raw = new RawClient(server.Server.BaseUri);
        var body = "{\"client\":{\"name\":\"Aos Pedaços\"}}";
        var bytes = Encoding.UTF8.GetBytes(body).Length;
        await raw.SendAsync(
            $"POST /clients.json?api_key={server.Server.ApiKey} HTTP/1.1\r\n{Host}Content-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + $"5\r\n{body[..5]}\r\n{bytes - 5:x};name=value\r\n{body[5..]}\r\n0\r\nTrailer: 1\r\n\r\n" + Get(server, "taxes.json"));
        Assert.Equal(201, raw.ReadAnswer().Status);
        Assert.Equal(200, raw.ReadAnswer().Status);
        Assert.Equal(200, (await server.GetAsync("clients/find-by-name.json?client_name=Aos%20Peda%C3%A7os")).Status);
    }

    [Fact]
    public async Task ABodyIsAskedForWhenTheClientWaitsForThat()
    {
        using var server = new TestServer();
        using var raw = new RawClient(server.Server.BaseUri);
        const string Body = "{\"client\":{\"name\":\"Paciente\"}}";
        await raw.SendAsync(
            $"POST /clients.json?api_key={server.Server.ApiKey} HTTP/1.1\r\n{Host}Content-Type: application/json\r\n"
            + $"Expect: 100-continue\r\nContent-Length: {Body.Length}\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 100 ", raw.ReadHead());
        await raw.SendAsync(Body);
        Assert.Equal(201, raw.ReadAnswer().Status);
    }

    [Fact]
    public async Task HeadHasTheLengthButNotTheBody()
    {
        using var server = new TestServer();
        using var raw = new RawClient(server.Server.BaseUri);
        await raw.SendAsync(Get(server, "clients.json?per_page=1").Replace("GET", "HEAD"));
        var (status, _, head) = raw.ReadAnswer(hasBody: false);
        Assert.Equal(200, status);
        Assert.DoesNotContain("Content-Length: 0\r\n", head);
        await raw.SendAsync(Get(server, "taxes.json"));
        Assert.StartsWith("{\"taxes\"", raw.ReadAnswer().Body);
    }

    [Fact]
    public async Task AGetMayHaveABody()
    {
        using var server = new TestServer();
        var answer = await server.RawAsync("GET", server.Url("taxes.json"), TestServer.Json("{\"a\":1}"));
        Assert.Equal(200, answer.Status);
        Assert.Equal("{\"a\":1}", server.Server.Requests.Single().Body);
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1 x\r\nHost: localhost\r\n\r\n", 400)]
    [InlineData("GET /taxes.json HTTP/2.0\r\nHost: localhost\r\n\r\n", 505)]
    [InlineData("GET /taxes.json HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET /taxes.json HTTP/1.1\nHost: a\n\n", 400)]
    [InlineData("GET /taxes.json HTTP/1.1\r\nHost: localhost\r\nNo colon\r\n\r\n", 400)]
    [InlineData("G(T /taxes.json HTTP/1.1\r\nHost: localhost\r\n\r\n", 400)]
    [InlineData("GET ftp://a/b HTTP/1.1\r\nHost: localhost\r\n\r\n", 400)]
    [InlineData("POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", 400)]
    [InlineData("POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400)]
    [InlineData("POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400)]
    [InlineData("POST /a HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n\r\n", 501)]
    [InlineData("POST /a HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400)]
    [InlineData("POST /a HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n", 400)]
    [InlineData("POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 67108865\r\n\r\n", 413)]
    [InlineData("POST /a HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n4000001\r\n", 413)]
    public async Task WhatIsNoRequestIsRefusedAndTheConnectionEnds(string text, int status)
    {
        using var server = new TestServer();
        using var raw = new RawClient(server.Server.BaseUri);
        await raw.SendAsync(text);
        var answer = raw.ReadAnswer();
        Assert.Equal(status, answer.Status);
        Assert.Contains("Connection: close\r\n", answer.Head);
        Assert.True(raw.IsAtEnd());
        Assert.Empty(server.Server.Requests);
    }

    [Fact]
    public async Task AHeaderThatIsTooLongIsRefused()
    {
        using var server = new TestServer();
        using var raw = new RawClient(server.Server.BaseUri);
        await raw.SendAsync("GET / HTTP/1.1\r\nLong: " + new string('x', 33 * 1024));
        Assert.Equal(431, raw.ReadAnswer().Status);
    }

    [Fact]
    public async Task AHeaderWithinTheLimitIsTaken()
    {
        using var server = new TestServer();
        using var raw = new RawClient(server.Server.BaseUri);
        await raw.SendAsync(Get(server, "taxes.json").Replace(Host, Host + "Long: " + new string('x', 30 * 1024) + "\r\n"));
        Assert.Equal(200, raw.ReadAnswer().Status);
    }

    [Fact]
    public async Task ABodyThatIsTooLongGetsItsAnswerAlthoughItIsStillBeingSent()
    {
        using var server = new TestServer();
        using var content = new ByteArrayContent(new byte[(64 * 1024 * 1024) + 1]);
        var answer = await server.RawAsync("POST", server.Url("clients.json"), content);
        Assert.Equal(413, answer.Status);
    }

    [Fact]
    public async Task AnOldClientGetsItsConnectionClosedUnlessItAsksOtherwise()
    {
        using var server = new TestServer();
        using var closing = new RawClient(server.Server.BaseUri);
        await closing.SendAsync(Get(server, "taxes.json").Replace("HTTP/1.1", "HTTP/1.0").Replace(Host, ""));
        Assert.EndsWith("]}", closing.ReadToEnd());

        using var staying = new RawClient(server.Server.BaseUri);
        var request = Get(server, "taxes.json").Replace("HTTP/1.1", "HTTP/1.0").Replace(Host, "Connection: keep-alive\r\n");
        await staying.SendAsync(request + request);
        Assert.Equal(200, staying.ReadAnswer().Status);
        Assert.Equal(200, staying.ReadAnswer().Status);
    }

    [Fact]
    public async Task TheTargetMayBeAWholeAddress()
    {
        using var server = new TestServer();
        using var raw = new RawClient(server.Server.BaseUri);
        await raw.SendAsync($"GET {server.Url("taxes.json")} HTTP/1.1\r\n{Host}\r\n");
        Assert.Equal(200, raw.ReadAnswer().Status);
    }

    [Fact]
    public async Task TheDateComesFromTheServersClock()
    {
        using var server = new TestServer();
        Assert.Equal("Fri, 20 Nov 2026 10:30:00 GMT", (await server.GetAsync("taxes.json")).Headers["Date"]);
        server.Now = server.Now.AddSeconds(1);
        Assert.Equal("Fri, 20 Nov 2026 10:30:01 GMT", (await server.GetAsync("taxes.json")).Headers["Date"]);
    }

    [Fact]
    public async Task ManyClientsAreServedAtTheSameTime()
    {
        using var server = new TestServer(o => o.RequestsPerMinute = 0);
        var names = Enumerable.Range(0, 200).Select(i => $"Cliente {i}").ToList();
        var answers = await Task.WhenAll(names.Select(n => server.PostAsync("clients.json", new { client = new { name = n } })));
        Assert.All(answers, a => Assert.Equal(201, a.Status));
        Assert.Equal(212, (int)(await server.GetAsync("clients.json")).Json["pagination"]!["total_entries"]!);
        Assert.Equal(answers.Length, answers.Select(a => (long)a.Json["client"]!["id"]!).Distinct().Count());
    }

    private static string Get(TestServer server, string path) => $"GET {new Uri(server.Url(path)).PathAndQuery} HTTP/1.1\r\n{Host}\r\n";
}

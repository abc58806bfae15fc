using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Invoicing.Sandbox;
using Newtonsoft.Json;
using Xunit;

namespace Invoicing.Tests.Sandbox;

public sealed class FaultTests
{
    [Theory]
    [InlineData("TooManyRequests", null)]
    [InlineData("RetryAfter", "1")]
    [InlineData("RetryAfterDate", "Fri, 20 Nov 2026 10:30:01 GMT")]
    public async Task TooManyRequestsComesInThreeForms(string fault, string? retryAfter)
    {
        using var server = Misbehaving(fault);
        var answer = await server.GetAsync("taxes.json");
        Assert.Equal(429, answer.Status);
        Assert.Equal(retryAfter, answer.Headers.GetValueOrDefault("Retry-After"));
    }

    [Fact]
    public async Task ServerErrorsComeInNineForms()
    {
        using var server = Misbehaving("ServerError");
        var forms = new HashSet<(int, string?)>();
        for (var i = 0; i < 9; i++)
        {
            var answer = await server.GetAsync("taxes.json");
            forms.Add((answer.Status, answer.ContentType));
        }

        Assert.Equal(9, forms.Count);
        Assert.Equal(new[] { 500, 502, 503 }, forms.Select(f => f.Item1).Distinct().Order());
    }

    [Theory]
    [InlineData("TooManyRequests")]
    [InlineData("ServerError")]
    [InlineData("Html")]
    public async Task SomeFaultsComeBeforeTheWork(string fault)
    {
        using var server = Misbehaving(fault + "#1");
        await server.PostAsync("clients.json", new { client = new { name = "Nunca" } });
        Assert.Equal(404, (await server.GetAsync("clients/find-by-name.json?client_name=Nunca")).Status);
    }

    [Theory]
    [InlineData("Reset", 404)]
    [InlineData("LostAnswer", 200)]
    public async Task AResetConnectionMayHaveDoneTheWork(string fault, int found)
    {
        using var server = Misbehaving(fault + "#1");
        await Assert.ThrowsAsync<HttpRequestException>(() => server.PostAsync("clients.json", new { client = new { name = "Talvez" } }));
        Assert.Equal(found, (await server.GetAsync("clients/find-by-name.json?client_name=Talvez")).Status);
        var record = server.Server.Requests[0];
        Assert.Equal((fault, found == 200 ? 201 : 0), (record.Fault, record.Status));
    }

    [Fact]
    public async Task ACutOffAnswerAnnouncesItsWholeLength()
    {
        using var server = Misbehaving("CutOff");
        using var raw = new RawClient(server.Server.BaseUri);
        await raw.SendAsync($"GET {new Uri(server.Url("taxes.json")).PathAndQuery} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        var head = raw.ReadHead();
        var length = int.Parse(head.Split("Content-Length: ")[1].Split('\r')[0]);
        Assert.Equal(length / 2, raw.ReadToEnd().Length);
        await Assert.ThrowsAsync<HttpRequestException>(() => server.GetAsync("taxes.json"));
    }

    [Fact]
    public async Task AnAnswerWithoutABodyIsCutOffInItsHeaders()
    {
        using var server = Misbehaving("CutOff");
        await Assert.ThrowsAsync<HttpRequestException>(() => server.PutAsync("sequences/90211500/set_current.json", null));
    }

    [Fact]
    public async Task WrongJsonIsValidAndBadJsonIsNot()
    {
        using var wrong = Misbehaving("WrongJson");
        using var bad = Misbehaving("BadJson");
        for (var i = 0; i < 6; i++)
        {
            var answer = await wrong.GetAsync("clients.json");
            Assert.Equal((200, "application/json"), (answer.Status, answer.ContentType));
            Assert.Null(answer.Token.SelectToken("$.clients"));
            var broken = await bad.GetAsync("clients.json");
            Assert.Equal(200, broken.Status);
            Assert.ThrowsAny<JsonException>(() => broken.Token);
        }
    }

    [Fact]
    public async Task AnHtmlPageComesWith200AndWith404()
    {
        using var server = Misbehaving("Html");
        var answers = new[] { await server.GetAsync("clients.json"), await server.GetAsync("clients.json") };
        Assert.Equal(new[] { 200, 404 }, answers.Select(a => a.Status));
        Assert.All(answers, a => Assert.Equal("text/html", a.ContentType));
    }

    [Fact]
    public async Task AnEmptyAnswerKeepsItsStatus()
    {
        using var server = Misbehaving("Empty");
        var answer = await server.PostAsync("clients.json", new { client = new { name = "Vazio" } });
        Assert.Equal((201, 0), (answer.Status, answer.Bytes.Length));
    }

    [Fact]
    public async Task ASlowAnswerIsWholeInTheEnd()
    {
        using var server = Misbehaving("Slow");
        var watch = Stopwatch.StartNew();
        var answer = await server.GetAsync("taxes.json");
        Assert.True(watch.ElapsedMilliseconds > 100);
        Assert.Equal(4, answer.Json["taxes"]!.Count());
    }

    [Fact]
    public async Task AStalledAnswerHasHeadersOnly()
    {
        using var server = Misbehaving("Stall");
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url("taxes.json"));
        using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.True(response.Content.Headers.ContentLength > 0);
        var body = response.Content.ReadAsStringAsync();
        Assert.NotSame(body, await Task.WhenAny(body, Task.Delay(50)));
        server.Server.Stop();
        await Assert.ThrowsAnyAsync<Exception>(() => body);
    }

    [Fact]
    public async Task AFaultHitsOnlyItsPathAndOnlySoManyTimes()
    {
        using var server = Misbehaving("ServerError@/CLIENTS#2");
        Assert.Equal(200, (await server.GetAsync("taxes.json")).Status);
        Assert.Equal(500, (await server.GetAsync("clients.json")).Status);
        Assert.Equal(502, (await server.GetAsync("clients.json")).Status);
        Assert.Equal(200, (await server.GetAsync("clients.json")).Status);
    }

    [Fact]
    public async Task TheFirstFaultOfTheListThatMatchesStrikes()
    {
        using var server = Misbehaving("Empty@/taxes", "Html");
        Assert.Empty((await server.GetAsync("taxes.json")).Text);
        Assert.Equal("text/html", (await server.GetAsync("items.json")).ContentType);
    }

    [Fact]
    public async Task ARateIsKeptAndIsTheSameForTheSameSeed()
    {
        async Task<string> RunAsync(int seed)
        {
            using var server = new TestServer(o =>
            {
                o.Seed = seed;
                o.Faults = new[] { SandboxFault.Parse("TooManyRequests:0.3") };
            });
            var text = new StringBuilder();
            for (var i = 0; i < 200; i++)
            {
                text.Append((await server.GetAsync("taxes.json")).Status == 429 ? 'x' : '.');
            }

            return text.ToString();
        }

        var first = await RunAsync(1);
        Assert.InRange(first.Count(c => c == 'x'), 35, 85);
        Assert.Equal(first, await RunAsync(1));
        Assert.NotEqual(first, await RunAsync(2));
    }

    [Fact]
    public async Task FaultsMayChangeWhileTheServerRuns()
    {
        using var server = new TestServer();
        Assert.Empty(server.Server.Faults);
        Assert.Equal(200, (await server.GetAsync("taxes.json")).Status);
        server.Server.SetFaults(SandboxFault.Parse("Empty#1"));
        Assert.Empty((await server.GetAsync("taxes.json")).Text);
        Assert.NotEmpty((await server.GetAsync("taxes.json")).Text);
        server.Server.SetFaults(server.Server.Faults);
        Assert.Empty((await server.GetAsync("taxes.json")).Text);
        server.Server.SetFaults();
        Assert.NotEmpty((await server.GetAsync("taxes.json")).Text);
    }

    [Fact]
    public async Task DownloadsAreHitToo()
    {
        using var server = new TestServer(o => o.PollsUntilReady = 0);
        var link = (string)(await server.GetAsync("api/export_saft.json?month=3&year=2026")).Json["Url"]!;
        server.Server.SetFaults(SandboxFault.Parse("CutOff@/files/#1"));
        await Assert.ThrowsAsync<HttpRequestException>(() => server.RawAsync("GET", link, null));
        Assert.Equal(200, (await server.RawAsync("GET", link, null)).Status);
    }

    private static TestServer Misbehaving(params string[] faults) =>
        new(o => o.Faults = faults.Select(SandboxFault.Parse).ToList());
}

using System.IO;
using System.Text;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Invoicing.Http.Json;
using Invoicing.Http.Limits;
using Invoicing.Tests.Support;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Http;

/// <summary>Bodies that are not what they should be.</summary>
public sealed class BodyTests
{
    private const int Limit = 100_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ABodyThatIsTooLongIsRefusedOnce(bool bodies)
    {
        using var rig = new Rig(maxBytes: Limit);
        rig.Observer.WantsBodies = bodies;
        rig.Server.Otherwise(_ => Answer.Json(Big(Limit)));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => StatusTests.SendAsync(rig, repeatable: true));

        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
        Assert.Single(rig.Server.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ABodyThatUnpacksToTooMuchIsRefused(bool bodies)
    {
        using var rig = new Rig(maxBytes: Limit);
        rig.Observer.WantsBodies = bodies;
        var bomb = Answer.Gzip("application/json", Encoding.UTF8.GetBytes(Big(Limit * 50)));
        Assert.True(bomb.Body.Length < Limit);
        rig.Server.Otherwise(_ => bomb);

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => StatusTests.SendAsync(rig, repeatable: true));

        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
    }

    [Fact]
    public async Task APackedBodyIsUnpacked()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Gzip("application/json", "{\"name\":\"á\"}"u8.ToArray()));

        Assert.Equal("á", (string?)(await ReadAsync(rig))["name"]);
    }

    [Theory]
    [InlineData("<html><body>hello</body></html>")]
    [InlineData("{\"name\":")]
    [InlineData("{]")]
    [InlineData("{\"name\":1e999}")]
    [InlineData("{\"name\":010}")]
    [InlineData("{\"name\":-010.5}")]
    [InlineData("{\"name\":0x1F}")]
    [InlineData("{\"name\":1.}")]
    [InlineData("{\"name\":.5}")]
    [InlineData("{\"name\":undefined}")]
    [InlineData("{\"name\":NaN}")]
    [InlineData("{\"name\":-Infinity}")]
    [InlineData("{'name':1}")]
    [InlineData("{/* c */\"name\":1}")]
    public async Task ABodyThatIsNotJsonIsUnexpectedAndNotFetchedAgain(string body)
    {
        using var rig = new Rig();
        rig.Server.Otherwise(_ => Answer.Text("text/html", body));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => ReadAsync(rig));

        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
        Assert.Single(rig.Server.Calls);
    }

    [Fact]
    public async Task BytesThatAreNotUtf8AreRefused()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Bytes("application/json", Encoding.Latin1.GetBytes("{\"name\":\"Jo\u00E3o\"}")));

        Assert.Equal(ErrorKind.UnexpectedAnswer, (await Assert.ThrowsAsync<ProviderException>(() => ReadAsync(rig))).Kind);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.50")]
    [InlineData("100.05e+2")]
    [InlineData("[0,1,-2,true,false,null,\"010 'x' // \\\" .5\",{\"undefined\":0}]")]
    public async Task WhatIsJsonIsRead(string value)
    {
        using var rig = new Rig();
        rig.Server.Then("{\"a\":" + value + "}");

        Assert.NotNull((await ReadAsync(rig))["a"]);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(70, false)]
    public async Task NestingHasALimit(int depth, bool good)
    {
        using var rig = new Rig();
        rig.Server.Then("{\"a\":" + new string('[', depth) + new string(']', depth) + "}");

        Task<JToken> reading = ReadAsync(rig);

        Assert.Equal(good, await Record.ExceptionAsync(() => reading) is null);
    }

    [Fact]
    public async Task AnEmptyAnswerIsNoObject()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Empty(200), Answer.Json(" "));

        Assert.Equal(JTokenType.Null, (await ReadAsync(rig)).Type);
        Assert.Equal("", (await rig.Use<IRawRequester>().SendAsync("GET", "things.json", [], null)).Trim());
    }

    [Fact]
    public async Task TheLimitCountsWhatWasRead()
    {
        using var stream = new LimitedStream(new MemoryStream(new byte[10]), 9, default);
        byte[] buffer = new byte[6];

        Assert.Equal(6, stream.Read(buffer, 0, 6));
        Assert.Equal(6, stream.Position);
        await Assert.ThrowsAsync<InvalidDataException>(() => stream.ReadAsync(buffer, 0, 6));
    }

    [Fact]
    public void AsMuchAsTheLimitIsFine()
    {
        using var stream = new LimitedStream(new MemoryStream(new byte[10]), 10, default);

        Assert.Equal(10, stream.Read(new byte[20], 0, 20));
        Assert.Equal(0, stream.Read(new byte[20], 0, 20));
    }

    private static string Big(int length) => "{\"name\":\"" + new string('x', length) + "\"}";

    private static Task<JToken> ReadAsync(Rig rig) =>
        rig.Api.SendAsync(new ApiRequest(System.Net.Http.HttpMethod.Get, "things.json") { Repeatable = true }, WireJson.ReadToken, default);
}

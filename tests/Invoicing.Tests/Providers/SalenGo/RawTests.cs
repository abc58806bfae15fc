using System;
using System.Text;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.ConnectorsSalenGo;

/// <summary>Free calls of v1 and v2.</summary>
public sealed class RawTests
{
    [Theory]
    [InlineData("path", "client/list", "/api/client.svc/list")]
    [InlineData("path", "client.svc/list", "/api/client.svc/list")]
    [InlineData("path", "staff.svc/current", "/api/staff.svc/current")]
    [InlineData("envelope", "client.svc/list", "/api/ client/list")]
    [InlineData("envelope", "staff/current", "/api/ staff/current")]
    public async Task CallsAMethodByItsNameOrAddress(string style, string path, string expected)
    {
        using var rig = new SalenGoRig($"DispatchStyle={style}").Then("{}");

        string answer = await rig.Use<IRawRequester>().SendAsync("post", path, [], """{"page":1}""");

        Call call = rig.Server.Only;
        Assert.Contains("ok", answer);
        Assert.Equal(expected, style == "path" ? call.Path : $"{call.Path} {call.Json["request"]!["method"]}");
        Assert.Equal(1, (int)(style == "path" ? call.Json : call.Json["request"])!["page"]!);
    }

    [Theory]
    [InlineData("GET", "client/list", null)]
    [InlineData("POST", "client/list", "[1]")]
    [InlineData("POST", "../x", null)]
    public async Task RefusesWhatIsNoCall(string verb, string path, string? body)
    {
        using var rig = new SalenGoRig();

        InvoicingException refused = await Assert.ThrowsAsync<InvoicingException>(() => rig.Use<IRawRequester>().SendAsync(verb, path, [], body));

        Assert.Equal(ErrorKind.InvalidInput, refused.Kind);
        Assert.Empty(rig.Server.Calls);
    }

    [Fact]
    public async Task RefusesWhereTheEnvelopeSaysSo()
    {
        using var rig = new SalenGoRig();
        rig.Server.Then("""{"response":{"Status":"fail","error":"there is no such client"}}""");

        ProviderException refused = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IRawRequester>().SendAsync("POST", "client/get", [], null));

        Assert.Equal(ErrorKind.NotFound, refused.Kind);
    }

    [Theory]
    [InlineData("basic")]
    [InlineData("bearer")]
    [InlineData("body")]
    [InlineData("query")]
    public async Task SendsFormsToV2(string placement)
    {
        using var rig = new SalenGoRig($"TokenPlacement={placement}", "DispatchStyle=envelope");
        rig.Server.Then("""{"id":"in_1"}""", "{}");

        Assert.Contains("in_1", await rig.Use<IRawRequester>().SendAsync("POST", "/v2/invoices", [], """{"customer":5,"lines":[{"name":"A & B"}]}"""));
        await rig.Use<IRawRequester>().SendAsync("GET", "v2/invoices", [new("limit", "3")], null);

        Call call = rig.Server.Calls[0];
        string token = Convert.ToBase64String(Encoding.UTF8.GetBytes(Rig.Key + ":"));
        Assert.Equal("POST /v2/invoices", call.Line);
        Assert.Equal("customer=5&lines%5B0%5D%5Bname%5D=A+%26+B", call.Body);
        Assert.Equal("application/x-www-form-urlencoded", call.Headers["Content-Type"]);
        Assert.All(rig.Server.Calls, one => Assert.Equal(placement == "bearer" ? "Bearer " + Rig.Key : "Basic " + token, one.Headers["Authorization"]));
        Assert.Equal("GET /v2/invoices?limit=3", rig.Server.Calls[1].Line);
    }

    [Fact]
    public async Task ReadsTheErrorsOfV2()
    {
        using SandboxServer server = SalenGoRig.Sandbox();
        using var rig = new SalenGoRig(server);

        ProviderException refused = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IRawRequester>().SendAsync("GET", "v2/customers", [], null));

        Assert.Equal((ErrorKind.NotFound, "resource_missing"), (refused.Kind, refused.Code));
        Assert.Contains("no resource of v2", refused.Message);
    }
}

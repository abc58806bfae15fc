using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Invoicing.Tests.Support;
using Newtonsoft.Json;
using Xunit;
using Table = Invoicing.Providers.InvoiceXpress.InvoiceXpressEndpoints;

namespace Invoicing.Tests.Connectors;

/// <summary>Every operation of InvoiceXpress over real HTTP: the request, the answer, and each documented refusal.</summary>
public sealed class InvoiceXpressTests
{
    private const string Words = "Recusado";

    private static readonly Dictionary<int, ErrorKind> Kinds = new()
    {
        [401] = ErrorKind.AuthenticationFailed,
        [404] = ErrorKind.NotFound,
        [406] = ErrorKind.Conflict,
        [409] = ErrorKind.Conflict,
        [422] = ErrorKind.ValidationFailed,
    };

    /// <summary>Operations that read through POST.</summary>
    private static readonly string[] ReadingPosts = ["ListClientDocuments"];

    internal static readonly Dictionary<string, InvoiceXpressCase> Cases =
        InvoiceXpressAccountCases.All.Concat(InvoiceXpressRecordCases.All).Concat(InvoiceXpressDocumentCases.All).ToDictionary(one => one.Name);

    public static readonly TheoryData<string> Names = [.. Cases.Keys];

    public static IEnumerable<object[]> Refusals => Cases.Values.SelectMany(one => one.Refusals, (one, status) => new object[] { one.Name, status });

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AnOperationIsAskedForAndReadAsTheSheetSays(string name)
    {
        InvoiceXpressCase one = Cases[name];
        using var rig = new Rig();
        Serve(rig.Server, one, Answer.Json(one.Answer, one.Status));

        string result = await one.Ask(rig);

        Assert.Equal(one.Result, result);
        Call call = Assert.Single(rig.Server.Calls, call => call.Line == one.Line);
        if (one.Root is not null)
        {
            Assert.Equal(one.Root, call.Json.Properties().First().Name);
        }
        else if (one.Body is not null)
        {
            Assert.Equal(one.Body, call.Body.Length == 0 ? "" : call.Json.ToString(Formatting.None));
        }
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task ARefusalIsAnErrorOfItsKindAndIsNotSentAgain(string name, int status)
    {
        InvoiceXpressCase one = Cases[name];
        using var rig = new Rig();
        Serve(rig.Server, one, Answer.Json($"{{\"errors\":[{{\"error\":\"{Words}\"}}]}}", status));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => one.Ask(rig));

        Assert.Equal((Kinds[status], status), (fault.Kind, (int?)fault.StatusCode));
        Assert.Contains(fault.FieldErrors, error => error.Message == Words);
        Assert.Single(rig.Server.Calls, call => call.Line == one.Line);
    }

    /// <summary>A page of a maintenance server or a firewall: nothing was read, and whether anything was done is not known.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task AWebPageIsNoAnswer(string name)
    {
        InvoiceXpressCase one = Cases[name];
        using var rig = new Rig();
        Serve(rig.Server, one, Answer.Text("text/html", "<html><body>Back soon.</body></html>"));

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => one.Ask(rig));

        bool isRead = one.Line.StartsWith("GET ") || ReadingPosts.Contains(one.Name.Split(' ', ',')[0]);
        Assert.Equal(isRead ? ErrorKind.UnexpectedAnswer : ErrorKind.OutcomeUnknown, fault.Kind);
    }

    [Fact]
    public void NoOperationWasForgotten() => Assert.All(Table.All, operation =>
    {
        Assert.Contains(Cases.Values, one => one.Name.Split(' ', ',')[0] == operation.Key && Fits(one.Line, operation.Value.ToString()));
    });

    private static bool Fits(string line, string operation) =>
        Regex.IsMatch(line.Split('?')[0], "^" + Regex.Replace(Regex.Escape(operation), @"\\\{[a-z]+}", "[^/]+") + "$");

    /// <summary>What the operation needs beside itself: taxes are read before a document is sent, and a conflict is looked into.</summary>
    private static void Serve(ScriptedServer server, InvoiceXpressCase one, Answer answer) => server.Otherwise(call =>
        call.Line == one.Line ? answer
        : call.Path == "/taxes.json" && one.Name != "CreateTax" ? Answer.Json(Ix.Taxes)
        : Answer.Json("{\"nothing\":[]}"));
}

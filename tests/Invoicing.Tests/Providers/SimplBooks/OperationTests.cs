using System;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Tests.Support;
using Newtonsoft.Json.Linq;
using Xunit;
using Table = Invoicing.Providers.SimplBooks.SimplBooksEndpoints;

namespace Invoicing.Tests.ConnectorsSimplBooks;

/// <summary>Every operation over real HTTP: the request as docs/facts/simplbooks.md has it, and an answer that is taken.</summary>
public class OperationTests
{
    public static TheoryData<string> Names => [.. OperationCases.All.Select(row => row.Name)];

    [Fact]
    public void Each_of_the_75_operations_has_its_test()
    {
        Assert.Equal(75, Table.All.Count);
        Assert.Equal(Table.All.Keys.Order(), OperationCases.All.Select(row => row.Name).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_sent_as_documented(string name)
    {
        OperationCase row = OperationCases.All.Single(one => one.Name == name);
        using var sb = new Sb();

        Serve(sb, row, Answer.Json(row.Answer));
        await row.Run(sb);

        Call call = sb.Server.Calls.Single(one => IsIt(row, one));
        Assert.Equal(row.Request.Replace(" ", " " + Sb.Root), call.Line);
        Assert.Equal(Rig.Key, call.Headers["X-Simplbooks-Token"]);
        Assert.Equal("JSON", call.Headers["X-Output-Format"]);
        AssertBody(row.Body, call);
        Assert.Equal($"{Table.All[name].Verb} {Table.All[name].Path}", Template(row.Request));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Shows_no_key_and_no_file(string name)
    {
        OperationCase row = OperationCases.All.Single(one => one.Name == name);
        using var sb = new Sb();
        sb.Observer.WantsBodies = true;
        Serve(sb, row, Answer.Json(row.Answer));
        await row.Run(sb);

        Assert.NotEmpty(sb.Observer.Text);
        NoKey.In(sb.Observer.Text);
        Assert.DoesNotContain("JVBERi0", sb.Observer.Text);
        Assert.DoesNotContain("E_Invoice", sb.Observer.Text);
    }

    /// <summary>A page of a maintenance server or a firewall: nothing was read, and whether anything was done is not known.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Does_not_take_a_web_page_for_its_answer(string name)
    {
        OperationCase row = OperationCases.All.Single(one => one.Name == name);
        using var sb = new Sb();
        Serve(sb, row, Answer.Text("text/html", "<html><body>Back soon.</body></html>"));

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => row.Run(sb));

        Assert.Equal(IsRead(name) ? ErrorKind.UnexpectedAnswer : ErrorKind.OutcomeUnknown, fault.Kind);
        Assert.Single(sb.Server.Calls, one => IsIt(row, one));
    }

    private static bool IsRead(string name) => name.StartsWith("Get", StringComparison.Ordinal) || name.StartsWith("List", StringComparison.Ordinal);

    /// <summary>The VAT types are asked for by whatever has rows, and a new document is read back; the operation is the other request.</summary>
    private static void Serve(Sb sb, OperationCase row, Answer answer) => sb.Server.Otherwise(call =>
        IsIt(row, call) ? answer
        : call.Path.EndsWith("vat_types/list", StringComparison.Ordinal) ? Answer.Json(Sb.Taxes)
        : call.Path.EndsWith("/list", StringComparison.Ordinal) ? Answer.Json(Sb.Data("[]"))
        : Answer.Json(Sb.Made()));

    private static bool IsIt(OperationCase row, Call call) => call.Line == row.Request.Replace(" ", " " + Sb.Root);

    private static void AssertBody(string? expected, Call call)
    {
        if (expected is null)
        {
            Assert.Empty(call.Body);
        }
        else if (expected.StartsWith('<'))
        {
            Assert.Equal(expected, call.Body);
            Assert.Equal("Raw", call.Headers["X-Input-Format"]);
            Assert.Equal("application/octet-stream", call.Headers["Content-Type"]);
        }
        else
        {
            Assert.Equal("JSON", call.Headers["X-Input-Format"]);
            Assert.True(JToken.DeepEquals(JToken.Parse(expected), call.Json), call.Body);
        }
    }

    private static string Template(string request)
    {
        string[] parts = request.Split('/');
        return parts[^1].All(char.IsDigit) ? string.Join("/", parts[..^1]) + "/{id}" : request;
    }
}

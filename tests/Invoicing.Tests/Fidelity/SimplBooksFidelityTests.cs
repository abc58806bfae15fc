using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Sandbox;
using Invoicing.Tests.ConnectorsSimplBooks;
using Invoicing.Tests.Support;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Fidelity;

/// <summary>Lists that the provider cut, numbers of the caller's, and projects of rows at SimplBooks.</summary>
public class SimplBooksFidelityTests
{
    private static readonly string Ten = Sb.Data($"[{string.Join(",", Enumerable.Range(1, 10).Select(id => $$$"""{"Client":{"id":{{{id}}},"name":"C{{{id}}}"}}"""))}]");

    /// <summary>The ways of lists, and the sandbox's setting that makes each unheard.</summary>
    public static TheoryData<string, string> Transports => new()
    {
        { "GetBody", "ListsByGetBody" },
        { "PostForm", "ListsByPostForm" },
        { "PostJson", "ListsByPostJson" },
        { "Query", "ListsByQuery" },
    };

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_list_that_the_provider_cut_is_an_error_under_every_transport(string transport, string heard)
    {
        using var server = SandboxServer.Start(new SandboxOptions
        {
            Provider = "SimplBooks", ClientCount = 25, InvoiceCount = 25, Settings = Unheard(heard),
        });
        using var rig = Connect(server, transport);

        var list = await Assert.ThrowsAsync<InvoicingException>(() => rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync());
        var skip = await Assert.ThrowsAsync<InvoicingException>(() => rig.Use<IInvoiceCreator>().FindByReferenceAsync(InvoiceType.Invoice, "nowhere"));

        Assert.Equal((ErrorKind.UnexpectedAnswer, ErrorKind.UnexpectedAnswer), (list.Kind, skip.Kind));
        Assert.Contains("ListTransport", list.Advice);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_list_that_reaches_the_provider_is_whole(string transport, string heard)
    {
        using var server = SandboxServer.Start(new SandboxOptions
        {
            Provider = "SimplBooks", ClientCount = 25, InvoiceCount = 5, Settings = new Dictionary<string, string> { [heard] = "true" },
        });
        using var rig = Connect(server, transport);

        Assert.True((await rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync()).Count >= 25);
    }

    [Fact]
    public async Task A_list_that_has_just_as_many_rows_is_asked_for_more_once_a_session()
    {
        using var sb = new Sb();
        sb.Server.Then(Ten, Sb.Data("[]"), Ten);

        Assert.Equal(10, (await sb.Use<IReader<Client>>().List(new ListQuery()).ToListAsync()).Count);
        Assert.Equal(10, (await sb.Use<IReader<Client>>().List(new ListQuery()).ToListAsync()).Count);

        Assert.Equal(3, sb.Server.Calls.Count);
    }

    [Theory]
    [InlineData("2026-14", null)]
    [InlineData(null, "2026-14")]
    [InlineData("2026-14", "2026-14")]
    public async Task The_number_of_the_caller_is_sent(string? number, string? reference)
    {
        using var sb = new Sb();
        sb.Server.Otherwise(call => Answer.Json(
            call.Path.Contains("vat_types", StringComparison.Ordinal) ? Sb.Taxes
            : call.Path.Contains("/get/", StringComparison.Ordinal) ? Sb.Made("2026-14")
            : Sb.Done()));

        await sb.Use<IInvoiceCreator>().CreateAsync(Invoice(number, reference));

        Assert.Equal("2026-14", (string?)sb.Server.Calls.Single(call => call.Path.EndsWith("/create", StringComparison.Ordinal)).Json.SelectToken("Invoice.number"));
        Assert.Empty(sb.Observer.Warnings);
    }

    [Fact]
    public async Task A_number_beside_another_reference_is_refused()
    {
        using var sb = new Sb();

        var refused = await Assert.ThrowsAsync<InvoicingException>(() => sb.Use<IInvoiceCreator>().PrepareAsync(Invoice("1", "2")));

        Assert.Equal("Number", Assert.Single(refused.FieldErrors).Field);
    }

    /// <summary>Number and reference that a document gets after it was read as 25014, and the number that is sent; <c>null</c> where it is refused.</summary>
    [Theory]
    [InlineData("25015", "25014", "25015")]
    [InlineData("25014", "25015", "25015")]
    [InlineData("25015", "25015", "25015")]
    [InlineData("25014", "25014", "25014")]
    [InlineData("25015", null, "25015")]
    [InlineData(null, "25015", "25015")]
    [InlineData("25015", "25016", null)]
    public async Task A_changed_number_is_sent_or_refused(string? number, string? reference, string? sent)
    {
        using var sb = new Sb();
        sb.Server.Otherwise(call => Answer.Json(call.Path.Contains("vat_types", StringComparison.Ordinal) ? Sb.Taxes
            : call.Path.Contains("get", StringComparison.Ordinal)
                ? Sb.Data("""{"Invoice":{"id":71,"number":"25014","client_id":8,"created":"2026-03-10"},"Task":[{"id":4,"name":"A","amount":1,"price_per_unit":10,"vat_type_id":3}]}""")
                : Sb.Done()));
        Invoice invoice = await sb.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "71");
        (invoice.Number, invoice.Reference) = (number, reference);

        var refused = await Record.ExceptionAsync(() => sb.Use<IUpdater<Invoice>>().UpdateAsync(invoice)) as InvoicingException;

        Call? update = sb.Server.Calls.SingleOrDefault(call => call.Path.EndsWith("/update", StringComparison.Ordinal));
        Assert.Equal(sent, (string?)update?.Json.SelectToken("Invoice.number"));
        Assert.Equal(sent is null ? "Number" : null, refused?.FieldErrors.Single().Field);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Projects_of_rows_survive_or_are_announced(bool areGiven)
    {
        using var sb = new Sb();
        sb.Server.Otherwise(call => Answer.Json(call.Path.Contains("vat_types", StringComparison.Ordinal) ? Sb.Taxes
            : call.Path.Contains("get", StringComparison.Ordinal)
                ? Sb.Data("""{"Invoice":{"id":71,"number":"1","client_id":8,"created":"2026-03-10","rounding":0.01},"Task":[{"id":4,"name":"A","amount":1,"price_per_unit":10,"vat_type_id":3}]}""")
                : Sb.Done()));
        Invoice invoice = await sb.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "71");
        if (areGiven)
        {
            invoice.Lines[0].Extra["Projects"] = new List<object?> { new Dictionary<string, object?> { ["code"] = "P1" } };
        }

        PreparedChange<Invoice> plan = await sb.Use<IUpdater<Invoice>>().PrepareUpdateAsync(invoice);
        await plan.SendAsync();

        JObject sent = sb.Server.Calls[^1].Json;
        Assert.Equal(areGiven ? "P1" : null, (string?)sent.SelectToken("Tasks[0].Projects[0].code"));
        Assert.Equal(areGiven, plan.LeftOut.Count == 0);
        Assert.Equal(areGiven ? 0 : 1, sb.Observer.Warnings.Count(warning => warning.Contains("project", StringComparison.Ordinal)));

        // The rounding was that of the rows before.
        Assert.Null(sent.SelectToken("Invoice.rounding"));
    }

    /// <summary>Settings under which lists answer and do not read what one transport carries.</summary>
    private static Dictionary<string, string> Unheard(string heard) =>
        new[] { "ListsByPostForm", "ListsByPostJson" }.ToDictionary(name => name, name => name == heard ? "false" : "true").Append(new(heard, "false"))
            .GroupBy(pair => pair.Key).ToDictionary(same => same.Key, same => same.Last().Value);

    private static Invoice Invoice(string? number, string? reference) => new()
    {
        Number = number,
        Reference = reference,
        Date = new DateTime(2026, 3, 10),
        Client = new Client { Id = "8" },
        Lines = [new InvoiceLine { Name = "A", Quantity = 1, UnitPrice = 10, Tax = "Sales 24%" }],
    };

    private static Rig Connect(SandboxServer server, string transport) => new(
        sandbox: server,
        account: new RigAccount("SimplBooks", server.Account) { Settings = new Dictionary<string, string> { ["ListTransport"] = transport } });
}

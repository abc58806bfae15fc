using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Invoicing.Providers.SimplBooks;
using Invoicing.Tests.Support;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.ConnectorsSimplBooks;

/// <summary>What trips clients of this provider.</summary>
public class TrapTests
{
    private const string Whole = """
        {"Invoice":{"id":901,"number":25014,"client_id":14,"client_name":"Acme","client_address_country":"EE","created":"2026-03-05","due":"2026-03-19",
          "sent":"0000-00-00","paid":"0000-00-00","sum":"64.0","vat":14.08,"total_sum":78.08,"remnant":78.08,"credit_invoice_for":0,"proforma":0,
          "client_location_id":0,"reference":12345,"overdue_charge_period":"day","row_sum_with_vat":false},
         "Task":[{"id":4410,"article_id":88,"warehouse_id":0,"code":1009,"name":"Bowl","amount":10,"price_per_unit":"6.4","vat":24,"vat_type_id":3,"worker":"x"}]}
        """;

    [Fact]
    public async Task Zeros_are_nothing_and_numbers_are_text_where_text_is_meant()
    {
        using var sb = new Sb();
        sb.Server.Then(Sb.Data(Whole));

        Invoice invoice = await sb.Use<IInvoiceReader>().GetAsync("901");

        Assert.Equal("25014", invoice.Number);
        Assert.Equal("25014", invoice.Reference);
        Assert.Null(invoice.SentDate);
        Assert.Null(invoice.PaidDate);
        Assert.Null(invoice.CorrectedInvoiceId);
        Assert.Equal((InvoiceType.Invoice, InvoiceState.Final), (invoice.Type, invoice.State));
        Assert.Equal("Estonia", invoice.Client!.Country);
        Assert.Equal((64m, 78.08m, 78.08m), (invoice.NetTotal, invoice.Total, invoice.Outstanding));
        InvoiceLine line = Assert.Single(invoice.Lines);
        Assert.Equal(("88", null, "1009", 6.4m), (line.ItemId, line.WarehouseId, line.ItemCode, line.UnitPrice));
    }

    [Fact]
    public async Task What_a_list_left_out_is_read_before_a_change()
    {
        using var sb = new Sb();
        sb.Server.Then(Sb.Data("""[{"invoices":{"id":901,"number":"25014","client_id":14,"paid":"0000-00-00"}}]"""), Sb.Data(Whole), Sb.Taxes, Sb.Done());
        Invoice invoice = (await sb.Use<IInvoiceReader>().List(new ListQuery()).FirstOrDefaultAsync())!;
        invoice.Notes = "Thank you";

        await sb.Use<IUpdater<Invoice>>().UpdateAsync(invoice);

        JObject body = sb.Server.Calls[^1].Json;
        Assert.Equal("Thank you", body.SelectToken("Invoice.additional_info"));
        Assert.Equal(901, body.SelectToken("Invoice.id"));
        Assert.Equal("2026-03-19", body.SelectToken("Invoice.due"));
        Assert.Equal(4410, body.SelectToken("Tasks[0].Task.id"));

        // What only an answer has does not go back.
        Assert.Null(body.SelectToken("Invoice.overdue_charge_period"));
        Assert.Null(body.SelectToken("Invoice.total_sum"));
        Assert.Null(body.SelectToken("Tasks[0].Task.worker"));
        Assert.Null(body.SelectToken("Tasks[0].Task.code"));
    }

    [Theory]
    [InlineData("""{"Task":{"id":7,"name":"Work"}}""")]
    [InlineData("""{"Warehouse":{"id":7,"name":"Work"}}""")]
    [InlineData("""{"tasks":{"id":7,"name":"Work"}}""")]
    [InlineData("""{"SomethingElse":{"id":7,"name":"Work"}}""")]
    [InlineData("""{"id":7,"name":"Work"}""")]
    public async Task Any_name_around_a_row_is_taken(string row)
    {
        using var sb = new Sb();
        sb.Server.Then(Sb.Data($"[{row}]"));

        InvoiceTask task = Assert.Single(await sb.Use<IReader<InvoiceTask>>().List(new ListQuery()).ToListAsync());

        Assert.Equal(("7", "Work"), (task.Id, task.Name));
    }

    [Theory]
    [InlineData("""{"status":200,"data":[]}""")]
    [InlineData("""{"status":200,"data":null}""")]
    [InlineData("""{"status":200}""")]
    [InlineData("""{"data":{}}""")]
    public async Task An_empty_list_has_many_forms(string answer)
    {
        using var sb = new Sb();
        sb.Server.Then(answer);

        Assert.Empty(await sb.Use<IReader<Client>>().List(new ListQuery()).ToListAsync());
    }

    [Fact]
    public async Task Lists_end_with_a_page_that_is_not_full_and_give_no_row_twice()
    {
        using var sb = new Sb();
        sb.Server.Then(Page(1, 2), Page(2, 3), Page(4));

        List<Client> clients = await sb.Use<IReader<Client>>().List(new ListQuery { PageSize = 2 }).ToListAsync();

        Assert.Equal(["1", "2", "3", "4"], clients.Select(client => client.Id));
        Assert.Equal([1, 2, 3], sb.Server.Calls.Select(call => call.Json.Value<int>("page")));

        static string Page(params int[] ids) => Sb.Data($"[{string.Join(",", ids.Select(id => $"{{\"Client\":{{\"id\":{id}}}}}"))}]");
    }

    [Theory]
    [InlineData("GetBody", "GET", "JSON", """{"name":"A & B","page":1,"per_page":1000}""", "")]
    [InlineData("PostJson", "POST", "JSON", """{"name":"A & B","page":1,"per_page":1000}""", "")]
    [InlineData("PostForm", "POST", "FormData", "name=A+%26+B&page=1&per_page=1000", "")]
    [InlineData("Query", "GET", null, "", "name=A & B&page=1&per_page=1000")]
    public async Task Filters_go_the_way_that_was_chosen(string transport, string verb, string? format, string body, string query)
    {
        using var sb = new Sb(("ListTransport", transport));
        sb.Server.Otherwise(_ => Answer.Json(Sb.Data("[]")));

        await sb.Use<IFinder<Client>>().FindByNameAsync("A & B");

        Call call = sb.Server.Only;
        Assert.Equal(verb, call.Method);
        Assert.Equal(format, call.Headers.GetValueOrDefault("X-Input-Format"));
        Assert.Equal(body, call.Body);
        Assert.Equal(query, string.Join('&', call.Query.Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Theory]
    [InlineData(false, "PostForm")]
    [InlineData(true, "GetBody")]
    public void What_the_runtime_cannot_send_is_not_the_default(bool sendsBodyWithGet, string expected) =>
        Assert.Equal(expected, ListTransport.DefaultFor(new RuntimeTraits { SendsBodyWithGet = sendsBodyWithGet }));

    [Fact]
    public async Task A_name_must_be_the_whole_name_and_only_one_may_have_it()
    {
        using var sb = new Sb();
        sb.Server.Otherwise(_ => Answer.Json(Sb.Data("""[{"Client":{"id":1,"name":"Acme"}},{"Client":{"id":2,"name":"Acme Two"}},{"Client":{"id":3,"name":"Twice"}},{"Client":{"id":4,"name":"Twice"}}]""")));

        Assert.Equal("1", (await sb.Use<IFinder<Client>>().FindByNameAsync("Acme"))!.Id);
        Assert.Null(await sb.Use<IFinder<Client>>().FindByNameAsync("acm"));
        InvoicingException several = await Assert.ThrowsAsync<InvoicingException>(() => sb.Use<IFinder<Client>>().FindByNameAsync("Twice"));
        Assert.Equal(ErrorKind.InvalidInput, several.Kind);
        Assert.Contains("3, 4", several.Message);
    }

    [Theory]
    [InlineData("24", "3")]
    [InlineData("24%", "3")]
    [InlineData("sales 9%", "5")]
    [InlineData("0", null)]
    [InlineData("22", null)]
    [InlineData("", null)]
    public async Task A_tax_is_a_type_in_use_on_the_side_of_the_books(string tax, string? id)
    {
        using var sb = new Sb();
        sb.Server.Otherwise(_ => Answer.Json(Sb.Taxes));
        Invoice draft = OperationCases.Draft(InvoiceType.Invoice);
        draft.Lines = [new InvoiceLine { Name = "Work", Quantity = 1, UnitPrice = 10, Tax = tax }];

        Task<PreparedChange<Invoice>> preparation = sb.Use<IInvoiceCreator>().PrepareAsync(draft);

        if (id is null)
        {
            Assert.Equal(ErrorKind.InvalidInput, (await Assert.ThrowsAsync<InvoicingException>(() => preparation)).Kind);
        }
        else
        {
            Assert.Equal(id, (await preparation).Record.Lines[0].TaxId);
        }
    }

    [Theory]
    [InlineData(false, "20.00, tax 4.80, total 24.80")]
    [InlineData(true, "16.13, tax 3.87, total 20.00")]
    public async Task Prices_may_include_tax(bool included, string totals)
    {
        using var sb = new Sb();
        sb.Server.Otherwise(_ => Answer.Json(Sb.Taxes));
        Invoice draft = OperationCases.Draft(InvoiceType.Invoice);
        draft.PricesIncludeTax = included;
        draft.Lines = [new InvoiceLine { Name = "Work", Quantity = 2, UnitPrice = 10, Tax = "24" }];

        Assert.Contains(totals, (await sb.Use<IInvoiceCreator>().PreviewAsync(draft)).ToString());
    }

    [Fact]
    public async Task What_the_provider_has_no_field_for_is_told()
    {
        using var sb = new Sb();
        sb.Server.Then(Sb.Done());

        await sb.Use<ICreator<Client>>().CreateAsync(new Client { Name = "Acme", Code = "C-1", ContactName = "Somebody", Country = "Estonia" });

        Assert.Equal(2, sb.Observer.Warnings.Count);
        Assert.Contains(sb.Observer.Warnings, text => text.Contains("Code"));
        Assert.Contains(sb.Observer.Warnings, text => text.Contains("ContactName"));
    }

    [Theory]
    [InlineData("""{"88":{"1":140,"4":-2}}""", "88 in 1: 140|88 in 4: -2")]
    [InlineData("[]", "")]
    [InlineData("{}", "")]
    public async Task Stock_is_a_map_of_maps(string data, string expected)
    {
        using var sb = new Sb();
        sb.Server.Then(Sb.Data(data));

        Assert.Equal(expected, string.Join('|', await sb.Use<IStockReader>().GetForItemAsync("88", null, null)));
    }

    [Fact]
    public async Task A_warehouse_gets_its_ledger_account_back_as_a_code()
    {
        using var sb = new Sb();
        sb.Server.Then(Sb.Data("""{"Warehouse":{"id":1,"name":"Main","financial_account_id":52,"financial_account":"1310 Stock","active":true}}"""), Sb.Done());

        Warehouse warehouse = await sb.Use<IReader<Warehouse>>().GetAsync("1");
        await sb.Use<IUpdater<Warehouse>>().UpdateAsync(warehouse);

        Assert.Equal(1310, sb.Server.Calls[1].Json.SelectToken("Warehouse.financial_account_id"));
    }

    [Fact]
    public async Task An_account_is_one_part_of_the_address()
    {
        using var session = InvoiceSession.Connect(new ConnectOptions { Provider = "SimplBooks", Account = "a/b c", ApiKey = Rig.Secret("x") });

        Assert.Equal("https://app.simplbooks.com/a%2Fb%20c/api/", session.BaseUri.AbsoluteUri);
        InvoicingException fault = await Assert.ThrowsAsync<InvoicingException>(() => Task.Run(() =>
            InvoiceSession.Connect(new ConnectOptions { Provider = "SimplBooks", Account = "..", ApiKey = Rig.Secret("x") })));
        Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
    }

    [Fact]
    public void The_limit_is_halved_after_ten_thousand_a_day() => Assert.Equal(
        ["60 in 00:01:00", "30 in 00:01:00 after 10000 in 1.00:00:00"],
        InvoiceProvider.Get("SimplBooks").Limits.Select(limit => limit.ToString()));
}

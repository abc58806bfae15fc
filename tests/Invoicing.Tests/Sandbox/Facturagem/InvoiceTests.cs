using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxFacturagem;

public sealed class InvoiceTests
{
    [Fact]
    public async Task The_check_value_comes_out()
    {
        using var it = new Fixture();
        var client = await it.CreateClientAsync();
        var invoice = await it.CreateInvoiceAsync(client["id"]!);

        AssertAmounts(invoice, discount: "48.00", taxBase: "432.00", iva: "90.72", irpf: "64.80", recargo: "0.00", total: "457.92");
        Assert.Equal("480.00", invoice["lines"]![0]!["total"]);
        Assert.Equal("8.0", invoice["lines"]![0]!["amount"]);
        Assert.Equal("21.0", invoice["iva_percent"]);
        Assert.False((bool)invoice["paid"]!);
        Assert.Equal("Bodega Niebla", invoice["client_name"]);
        Assert.Equal("España", invoice["client_country_name"]);
        Assert.Equal("Estudio Alcor, S.L.", invoice["account_name"]);
        Assert.Equal(invoice.ToString(), (await it.FollowAsync(Reply.Link(invoice, "self")!)).Json["invoice"]!.ToString());
    }

    [Fact]
    public async Task Recargo_is_added_and_halves_are_rounded_up()
    {
        using var it = new Fixture();
        var client = await it.CreateClientAsync();
        var body = Fixture.Invoice(
            client["id"]!,
            "R-1",
            new JProperty("discount_percent", JValue.CreateNull()),
            new JProperty("irpf_percent", ""),
            new JProperty("recargo_percent", "5.2"),
            new JProperty("lines", new JArray { Fixture.Line(amount: 0.5m, price: "0.25"), Fixture.Line(amount: 3, price: "33.335") }));
        var invoice = (JObject)(await it.PostAsync(it.Invoices, body)).Json["invoice"]!;

        // 0.125 is 0.13; a price has two places, so 33.335 is 33.34, and three of it are 100.02.
        AssertAmounts(invoice, discount: "0.00", taxBase: "100.15", iva: "21.03", irpf: "0.00", recargo: "5.21", total: "126.39");
        Assert.Equal("0.5", invoice["lines"]![0]!["amount"]);
    }

    [Fact]
    public async Task Without_lines_all_amounts_are_zero_and_sent_amounts_are_ignored()
    {
        using var it = new Fixture();
        var client = await it.CreateClientAsync();
        var body = Fixture.Invoice(
            client["id"]!,
            "Z-1",
            new JProperty("lines", new JArray()),
            new JProperty("total", "99.00"),
            new JProperty("client_name", "X"));
        var invoice = (JObject)(await it.PostAsync(it.Invoices, body)).Json["invoice"]!;

        AssertAmounts(invoice, "0.00", "0.00", "0.00", "0.00", "0.00", "0.00");
        Assert.Equal("Bodega Niebla", invoice["client_name"]);
    }

    [Fact]
    public async Task Lines_may_have_rates_of_their_own()
    {
        using var it = new Fixture("LineTaxes", "true");
        var client = await it.CreateClientAsync();
        var reduced = Fixture.Line(amount: 1, price: "100.00");
        reduced["iva_percent"] = 4;
        var lines = new JArray { Fixture.Line(amount: 3, price: "100"), reduced };
        var body = Fixture.Invoice(client["id"]!, "L-1", new JProperty("lines", lines));
        var invoice = (JObject)(await it.PostAsync(it.Invoices, body)).Json["invoice"]!;

        // Of 360 after the discount, 270 bear 21 % and 90 bear 4 %.
        AssertAmounts(invoice, "40.00", "360.00", "60.30", "54.00", "0.00", "366.30");
        Assert.Equal("4.0", invoice["lines"]![1]!["iva_percent"]);
    }

    [Fact]
    public async Task An_invoice_is_created_read_and_deleted_in_XML()
    {
        using var it = new Fixture();
        var client = await it.CreateClientAsync();
        var made = await it.PostXmlAsync(
            it.Invoices + "|xml",
            $"""
            <invoice>
              <client-id type="integer">{client["id"]}</client-id><number>X-1</number><date type="date">2026-11-20</date>
              <iva-percent>21.0</iva-percent><irpf-percent>15</irpf-percent><discount-percent>10</discount-percent>
              <lines type="array">
                <line><description>Soporte</description><amount>8</amount><price>60.00</price></line>
              </lines>
            </invoice>
            """);
        Assert.True(made.Status == 200, made.Text);
        Assert.Equal("457.92", (string?)made.Xml.Element("total"));
        Assert.Equal("date", (string?)made.Xml.Element("date")!.Attribute("type"));
        Assert.Equal("480.00", (string?)made.Xml.Element("lines")!.Elements("line").Single().Element("total"));

        var path = $"{it.Invoices}/{(string?)made.Xml.Element("id")}|xml";
        Assert.Equal(made.Text, (await it.GetAsync(path)).Text);
        var gone = await it.DeleteAsync(path);
        Assert.Equal((200, ""), (gone.Status, gone.Text));
        Assert.Equal(404, (await it.GetAsync(path)).Status);
    }

    [Fact]
    public async Task An_invoice_is_created_from_a_form()
    {
        using var it = new Fixture();
        var client = await it.CreateClientAsync();
        var form = Fixture.Form(
            "invoice[client_id]", (string)client["id"]!, "invoice[number]", "F-1", "invoice[date]", "2026-11-20",
            "invoice[lines][][description]", "Uno", "invoice[lines][][amount]", "2", "invoice[lines][][price]", "10",
            "invoice[lines][][description]", "Dos", "invoice[lines][][amount]", "1", "invoice[lines][][price]", "5.5");
        var reply = await it.SendAsync("POST", it.Invoices, form);
        Assert.True(reply.Status == 200, reply.Text);
        Assert.Equal(new[] { "20.00", "5.50" }, reply.Json["invoice"]!["lines"]!.Select(line => (string?)line["total"]));
    }

    [Fact]
    public async Task A_change_answers_nothing_and_computes_anew()
    {
        using var it = new Fixture();
        var client = await it.CreateClientAsync();
        var other = await it.CreateClientAsync("Otra Casa");
        var invoice = await it.CreateInvoiceAsync(client["id"]!);
        var path = $"{it.Invoices}/{invoice["id"]}";

        var fields = new JObject { ["iva_percent"] = 10, ["client_id"] = other["id"] };
        var change = await it.PutAsync(path, new JObject { ["invoice"] = fields });
        Assert.Equal((200, ""), (change.Status, change.Text));
        var read = (JObject)(await it.GetAsync(path)).Json["invoice"]!;
        AssertAmounts(read, "48.00", "432.00", "43.20", "64.80", "0.00", "410.40");
        Assert.Equal("Otra Casa", read["client_name"]);

        await it.PutAsync(path, new JObject { ["invoice"] = new JObject { ["lines"] = new JArray { Fixture.Line(amount: 1) } } });
        Assert.Equal("60.00", (await it.GetAsync(path)).Json["invoice"]!["lines"]!.Single()["total"]);
    }

    [Fact]
    public async Task What_an_invoice_copied_stays_when_the_client_changes()
    {
        using var it = new Fixture();
        var client = await it.CreateClientAsync();
        var invoice = await it.CreateInvoiceAsync(client["id"]!);
        await it.PutAsync($"{it.Clients}/{client["id"]}", new JObject { ["client"] = new JObject { ["name"] = "Nuevo Nombre" } });
        await it.PutAsync($"{it.Invoices}/{invoice["id"]}", new JObject { ["invoice"] = new JObject { ["notes"] = "x" } });
        Assert.Equal("Bodega Niebla", (await it.GetAsync($"{it.Invoices}/{invoice["id"]}")).Json["invoice"]!["client_name"]);
    }

    [Fact]
    public async Task Numbers_are_unique_in_a_year()
    {
        using var it = new Fixture();
        var client = await it.CreateClientAsync();
        var first = await it.CreateInvoiceAsync(client["id"]!);
        var again = await it.PostAsync(it.Invoices, Fixture.Invoice(client["id"]!));
        Assert.Equal(422, again.Status);
        Assert.Equal("has already been taken", again.Json["invoice"]!["errors"]!["number"]!.Single());

        var lastYear = await it.PostAsync(it.Invoices, Fixture.Invoice(client["id"]!, "A-1", new JProperty("date", "2025-12-31")));
        Assert.Equal(200, lastYear.Status);
        var moved = new JObject { ["invoice"] = new JObject { ["date"] = "2026-01-01" } };
        Assert.Equal(422, (await it.PutAsync($"{it.Invoices}/{lastYear.Json["invoice"]!["id"]}", moved)).Status);

        await it.DeleteAsync($"{it.Invoices}/{first["id"]}");
        Assert.Equal(200, (await it.PutAsync($"{it.Invoices}/{lastYear.Json["invoice"]!["id"]}", moved)).Status);
    }

    [Theory]
    [InlineData("client_id", "80")]
    [InlineData("client_id", "")]
    [InlineData("number", null)]
    [InlineData("date", "20/11/2026")]
    [InlineData("date", null)]
    [InlineData("due_date", "2026-02-30")]
    [InlineData("iva_percent", "a lot")]
    [InlineData("iva_percent", "-1")]
    [InlineData("paid", "perhaps")]
    [InlineData("lines", "nine")]
    public async Task A_wrong_value_is_told_by_its_field(string field, string? value)
    {
        using var it = new Fixture();
        var client = await it.CreateClientAsync();
        var reply = await it.PostAsync(it.Invoices, Fixture.Invoice(client["id"]!, "A-1", new JProperty(field, value)));
        Assert.Equal(422, reply.Status);
        Assert.Equal(field, ((JObject)reply.Json["invoice"]!["errors"]!).Properties().Single().Name);
    }

    [Fact]
    public async Task Wrong_lines_are_told_and_blank_ones_are_left_out()
    {
        using var it = new Fixture();
        var client = await it.CreateClientAsync();
        var blank = new JObject { ["description"] = "", ["amount"] = null, ["total"] = "0.00" };
        var wrong = new JObject { ["description"] = "x", ["amount"] = "eight" };
        var long1 = Fixture.Line(new string('x', 1025));
        var reply = await it.PostAsync(
            it.Invoices, Fixture.Invoice(client["id"]!, "A-1", new JProperty("lines", new JArray { blank, wrong, long1 })));
        Assert.Equal(422, reply.Status);
        Assert.Equal(
            new[] { "lines.amount", "lines.price", "lines.description" },
            ((JObject)reply.Json["invoice"]!["errors"]!).Properties().Select(p => p.Name));

        var good = await it.PostAsync(
            it.Invoices, Fixture.Invoice(client["id"]!, "A-1", new JProperty("lines", new JArray { blank, Fixture.Line() })));
        Assert.Single(good.Json["invoice"]!["lines"]!);
    }

    [Fact]
    public async Task A_fresh_template_is_prefilled_and_stores_nothing()
    {
        using var it = new Fixture();
        var before = await CountAsync(it);
        var client = (await it.GetAsync(it.Clients)).List[0]["client"]!;
        var template = (JObject)(await it.GetAsync($"{it.Invoices}/new?client_id={client["id"]}")).Json["invoice"]!;

        Assert.Equal(JTokenType.Null, template["id"]!.Type);
        Assert.Equal("Estudio Alcor, S.L.", template["account_name"]);
        Assert.Equal(client["name"], template["client_name"]);
        Assert.Equal("2026-11-20", template["date"]);
        Assert.Equal("21.0", template["iva_percent"]);
        Assert.Equal("15.0", template["irpf_percent"]);
        Assert.Equal("2026_0041", template["number"]);
        Assert.Contains("description", ((JObject)template["lines"]!.Single()).Properties().Select(p => p.Name));
        Assert.Null(Reply.Link(template, "self"));
        Assert.NotNull(Reply.Link(template, "account"));
        Assert.Equal(before, await CountAsync(it));

        var xml = (await it.GetAsync(it.Invoices + "/new|xml")).Xml;
        Assert.Equal("true", (string?)xml.Element("id")!.Attribute("nil"));
        Assert.Equal("true", (string?)xml.Element("client-name")!.Attribute("nil"));
    }

    [Fact]
    public async Task A_copy_has_everything_but_number_and_issue_date()
    {
        using var it = new Fixture();
        var client = await it.CreateClientAsync();
        var invoice = await it.CreateInvoiceAsync(client["id"]!);
        await it.PostAsync($"{it.Invoices}/{invoice["id"]}/payments", new JObject { ["payment"] = new JObject { ["amount"] = "457.92" } });
        var copy = (JObject)(await it.GetAsync($"{it.Invoices}/new?invoice_id={invoice["id"]}")).Json["invoice"]!;

        Assert.All(new[] { "id", "number", "date" }, name => Assert.Equal(JTokenType.Null, copy[name]!.Type));
        Assert.False((bool)copy["paid"]!);
        Assert.Equal("457.92", copy["total"]);
        Assert.Equal(invoice["lines"]!.ToString(), copy["lines"]!.ToString());
        Assert.Equal(client["id"], copy["client_id"]);
    }

    [Fact]
    public async Task Partial_payments_add_up_to_a_paid_invoice()
    {
        using var it = new Fixture();
        var client = await it.CreateClientAsync();
        var invoice = await it.CreateInvoiceAsync(client["id"]!);
        var path = $"{it.Invoices}/{invoice["id"]}";

        var first = await it.PostAsync(path + "/payments", new JObject { ["payment"] = new JObject { ["amount"] = "100" } });
        Assert.Equal(200, first.Status);
        Assert.Equal("100.00", first.Json["payment"]!["amount"]);
        Assert.Equal("2026-11-20", first.Json["payment"]!["date"]);
        Assert.EndsWith($"/invoices/{invoice["id"]}.json", (string?)first.Link("invoice"));
        Assert.False((bool)(await it.GetAsync(path)).Json["invoice"]!["paid"]!);

        var second = await it.PostXmlAsync(path + "/payments|xml", "<payment><amount>357.92</amount><date>2026-11-19</date></payment>");
        Assert.Equal("payment", second.Xml.Name.LocalName);
        Assert.Equal("2026-11-19", (string?)second.Xml.Element("date"));
        Assert.True((bool)(await it.GetAsync(path)).Json["invoice"]!["paid"]!);

        Assert.Equal(422, (await it.PostAsync(path + "/payments", new JObject { ["payment"] = new JObject { ["amount"] = 1 } })).Status);
    }

    [Theory]
    [InlineData("457.93")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("much")]
    [InlineData(null)]
    public async Task A_payment_must_be_of_something_that_is_open(string? amount)
    {
        using var it = new Fixture();
        var client = await it.CreateClientAsync();
        var invoice = await it.CreateInvoiceAsync(client["id"]!);
        var reply = await it.PostAsync(
            $"{it.Invoices}/{invoice["id"]}/payments", new JObject { ["payment"] = new JObject { ["amount"] = amount } });
        Assert.Equal(422, reply.Status);
        Assert.Single(reply.Json["payment"]!["errors"]!["amount"]!);
    }

    [Fact]
    public async Task An_invoice_can_be_marked_as_paid()
    {
        using var it = new Fixture();
        var client = await it.CreateClientAsync();
        var invoice = await it.CreateInvoiceAsync(client["id"]!);
        var path = $"{it.Invoices}/{invoice["id"]}";
        await it.PutAsync(path, new JObject { ["invoice"] = new JObject { ["paid"] = true } });
        Assert.True((bool)(await it.GetAsync(path)).Json["invoice"]!["paid"]!);
        Assert.Equal(422, (await it.PostAsync(path + "/payments", new JObject { ["payment"] = new JObject { ["amount"] = 1 } })).Status);
    }

    [Fact]
    public async Task Lists_of_invoices_are_summaries_also_for_one_client()
    {
        using var it = new Fixture();
        var client = await it.CreateClientAsync();
        var mine = await it.CreateInvoiceAsync(client["id"]!);
        var row = (JObject)(await it.GetAsync(it.Invoices + "?page=3")).List.Single()["invoice"]!;

        Assert.Equal(mine["id"], row["id"]);
        Assert.Null(row["lines"]);
        Assert.Equal("457.92", row["total"]);
        Assert.Equal("457.92", (await it.FollowAsync(Reply.Link(row, "self")!)).Json["invoice"]!["total"]);
        var ofClient = await it.FollowAsync(Reply.Link(client, "invoices")!);
        Assert.Equal(row.ToString(), ofClient.List.Single()["invoice"]!.ToString());
        Assert.Empty((await it.GetAsync($"{it.Clients}/{client["id"]}/invoices?page=2")).List);
        var xml = (await it.GetAsync($"{it.Clients}/{client["id"]}/invoices|xml")).Xml;
        Assert.Equal("A-1", (string?)xml.Elements("invoice").Single().Element("number"));
    }

    private static async Task<int> CountAsync(Fixture it)
    {
        var count = 0;
        for (var page = 1; page < 20; page++)
        {
            count += (await it.GetAsync($"{it.Invoices}?page={page}")).List.Count;
        }

        return count;
    }

    private static void AssertAmounts(
        JObject invoice, string discount, string taxBase, string iva, string irpf, string recargo, string total) =>
        Assert.Equal(
            new[] { discount, taxBase, iva, irpf, recargo, total },
            new[] { "discount", "tax_base", "iva", "irpf", "recargo", "total" }.Select(name => (string?)invoice[name]));
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.ConnectorsFacturagem;

/// <summary>Each operation: the request as docs/facts/facturagem.md has it, and the answer as the model shows it, in both forms.</summary>
public class OperationTests
{
    private const string Account = """{"account":{"id":12,"name":"Ibarra","cif":"B1","street1":"Calle 1","country_code":"ES","iva_percent":"21.0","invoice_footer":"Gracias"}}""";
    private const string Client = """{"client":{"id":88,"name":"Niebla","cif":"B2","street1":"Calle 2","street2":"3º","postal_code":"42001","country_code":"PT","discount_percent":"10.0","created_at":"2024-01-02T03:04:05Z"}}""";
    private const string Invoice = """
        {"invoice":{"id":1207,"client_id":88,"client_name":"Niebla","client_country_name":"Portugal","number":"2024_0031","date":"2024-03-05",
        "due_date":null,"discount_percent":"10.0","discount":"48.00","tax_base":"432.00","iva_percent":"21.0","iva":"90.72","irpf_percent":"15.0",
        "irpf":"64.80","total":"457.92","paid":false,"footer":"Gracias",
        "lines":[{"description":"Support, March","amount":"8.0","price":"60.00","total":"480.00"}]}}
        """;
    private const string Template = """
        {"invoice":{"id":null,"client_id":88,"client_name":"Niebla","account_name":"Ibarra","number":"2024_0032","date":"2024-03-06","discount_percent":"5.0",
        "iva_percent":"21.0","irpf_percent":null,"recargo_percent":null,"total":"0.00","paid":false,"notes":null,"footer":"Gracias","lines":[]}}
        """;

    [Theory]
    [InlineData("Json")]
    [InlineData("Xml")]
    public async Task LogIn(string format)
    {
        using var rig = new ScriptedRig(format, login: true);
        rig.Then("""{"id":52,"login":"ana@example.com","api_key":"abc123def","links":[]}""").Then(Account);
        await rig.Session.TestAsync();
        Assert.Equal([$"POST /api/v1/session{rig.Suffix}", $"GET /api/v1/accounts{rig.Suffix}"], rig.Server.Lines);
        Assert.Equal("""{"login":"ana@example.com","password":"p4ss/w0rd+Zq"}""", rig.Body(rig.Server.Calls[0]).ToString(Newtonsoft.Json.Formatting.None));
        Assert.Null(rig.Server.Calls[0].Value("api_key"));
        Assert.Equal("abc123def", rig.Server.Calls[1].Value("api_key"));
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Xml")]
    public async Task LogOut(string format)
    {
        using var rig = new ScriptedRig(format);
        rig.Then("");
        await rig.Use<ILogout>().LogOutEverywhereAsync();
        Assert.Equal([$"DELETE /api/v1/session{rig.Suffix}"], rig.Server.Lines);
        Assert.Equal(Rig.Key, rig.Server.Only.Value("api_key"));
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Xml")]
    public async Task GetCurrentAccount_and_GetAccount(string format)
    {
        using var rig = new ScriptedRig(format);
        rig.Then(Account).Then(Account);
        InvoiceAccount current = await rig.Use<IAccountReader>().GetAsync(null);
        InvoiceAccount one = await rig.Use<IAccountReader>().GetAsync("12-ibarra");
        Assert.Equal([$"GET /api/v1/accounts{rig.Suffix}", $"GET /api/v1/accounts/12-ibarra{rig.Suffix}"], rig.Server.Lines);
        Assert.Equal(("12", "Ibarra", "B1", "Calle 1", "Spain", 21m), (current.Id, current.Name, current.TaxNumber, current.Address, current.Country, current.TaxRate));
        Assert.Equal("Gracias", one.Extra["invoice_footer"]);
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Xml")]
    public async Task UpdateAccount(string format)
    {
        using var rig = new ScriptedRig(format);
        rig.Then(Account).Then("");
        InvoiceAccount account = await rig.Use<IAccountReader>().GetAsync(null);
        account.Name = "Ibarra & Hijos";
        await rig.Use<IAccountUpdater>().UpdateAsync(account, new AccountSecrets());
        Call put = rig.Server.Calls[1];
        Assert.Equal($"PUT /api/v1/accounts/12{rig.Suffix}", put.Line);
        JToken body = rig.Body(put)["account"]!;
        Assert.Equal(("Ibarra & Hijos", "ES", "Gracias", "21.0"), ((string?)body["name"], (string?)body["country_code"], (string?)body["invoice_footer"], (string?)body["iva_percent"]));
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Xml")]
    public async Task ListClients(string format)
    {
        using var rig = new ScriptedRig(format);
        rig.Then("""[{"id":88,"name":"Niebla"},{"client":{"id":89,"name":"Roble"}}]""").Then("""{"clients":[]}""");
        List<Client> clients = await rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync();
        Assert.Equal([$"GET /api/v1/accounts/12-ibarra/clients{rig.Suffix}?page=1", $"GET /api/v1/accounts/12-ibarra/clients{rig.Suffix}?page=2"], rig.Server.Lines);
        Assert.Equal(["88 Niebla", "89 Roble"], clients.Select(client => $"{client.Id} {client.Name}"));
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Xml")]
    public async Task GetClient(string format)
    {
        using var rig = new ScriptedRig(format);
        rig.Then(Client);
        Client client = await rig.Use<IReader<Client>>().GetAsync("88");
        Assert.Equal([$"GET /api/v1/accounts/12-ibarra/clients/88{rig.Suffix}"], rig.Server.Lines);
        Assert.Equal(("88", "Niebla", "B2", "Calle 2\n3º", "42001", "Portugal"), (client.Id, client.Name, client.TaxNumber, client.Address, client.PostalCode, client.Country));
        Assert.Equal("10.0", client.Extra["discount_percent"]);
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Xml")]
    public async Task CreateClient(string format)
    {
        using var rig = new ScriptedRig(format);
        rig.Then(Client);
        Client made = await rig.Use<ICreator<Client>>().CreateAsync(new Client { Name = "Niebla <1>", TaxNumber = "B2", Country = "Portugal", Address = "Calle 2\n3º" });
        Assert.Equal($"POST /api/v1/accounts/12-ibarra/clients{rig.Suffix}", rig.Server.Only.Line);
        Assert.Equal(
            """{"client":{"name":"Niebla <1>","cif":"B2","street1":"Calle 2","country_code":"PT","street2":"3º"}}""",
            rig.Body(rig.Server.Only).ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal("88", made.Id);
        Assert.Equal(format == "Xml" ? "application/xml" : "application/json", rig.Server.Only.Headers["Accept"]);
        Assert.StartsWith(format == "Xml" ? "application/xml" : "application/json", rig.Server.Only.Headers["Content-Type"]);
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Xml")]
    public async Task UpdateClient_sends_back_what_it_does_not_know(string format)
    {
        using var rig = new ScriptedRig(format);
        rig.Then(Client).Then("");
        Client client = await rig.Use<IReader<Client>>().GetAsync("88");
        client.City = "Soria";
        await rig.Use<IUpdater<Client>>().UpdateAsync(client);
        Assert.Equal($"PUT /api/v1/accounts/12-ibarra/clients/88{rig.Suffix}", rig.Server.Calls[1].Line);
        Assert.Equal(
            """{"client":{"name":"Niebla","cif":"B2","street1":"Calle 2","city":"Soria","postal_code":"42001","country_code":"PT","discount_percent":"10.0","street2":"3º"}}""",
            rig.Body(rig.Server.Calls[1]).ToString(Newtonsoft.Json.Formatting.None));
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Xml")]
    public async Task DeleteClient_and_DeleteInvoice(string format)
    {
        using var rig = new ScriptedRig(format);
        rig.Then("").Then("");
        await rig.Use<IRemover<Client>>().RemoveAsync(new Client { Id = "88-niebla" });
        await rig.Use<IRemover<Invoice>>().RemoveAsync(new Invoice { Id = "1207" });
        Assert.Equal([$"DELETE /api/v1/accounts/12-ibarra/clients/88-niebla{rig.Suffix}", $"DELETE /api/v1/accounts/12-ibarra/invoices/1207{rig.Suffix}"], rig.Server.Lines);
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Xml")]
    public async Task ListInvoices_and_ListClientInvoices(string format)
    {
        using var rig = new ScriptedRig(format);
        string page = """{"invoices":[{"id":1207,"number":"2024_0031","date":"2024-03-05","client_name":"Niebla","total":"457.92","paid":true}]}""";
        rig.Then(page).Then("[]").Then(page).Then("[]");
        List<Invoice> all = await rig.Use<IInvoiceReader>().List(new InvoiceQuery()).ToListAsync();
        await rig.Use<IInvoiceReader>().List(new InvoiceQuery { ClientId = "88" }).ToListAsync();
        Assert.Equal(
            [
                $"GET /api/v1/accounts/12-ibarra/invoices{rig.Suffix}?page=1",
                $"GET /api/v1/accounts/12-ibarra/invoices{rig.Suffix}?page=2",
                $"GET /api/v1/accounts/12-ibarra/clients/88/invoices{rig.Suffix}?page=1",
                $"GET /api/v1/accounts/12-ibarra/clients/88/invoices{rig.Suffix}?page=2",
            ],
            rig.Server.Lines);
        Invoice invoice = Assert.Single(all);
        Assert.Equal(("1207", "2024_0031", new DateTime(2024, 3, 5), "Niebla", 457.92m, InvoiceState.Settled), (invoice.Id, invoice.Number, invoice.Date, invoice.ClientName, invoice.Total, invoice.State));
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Xml")]
    public async Task GetInvoice(string format)
    {
        using var rig = new ScriptedRig(format);
        rig.Then(Invoice);
        Invoice invoice = await rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "1207");
        Assert.Equal([$"GET /api/v1/accounts/12-ibarra/invoices/1207{rig.Suffix}"], rig.Server.Lines);
        Assert.Equal((480m, 48m, 432m, 90.72m, 64.80m, 457.92m), (invoice.Sum, invoice.DiscountTotal, invoice.NetTotal, invoice.TaxTotal, invoice.WithholdingTotal, invoice.Total));
        Assert.Equal(("88", "Niebla", "Portugal"), (invoice.ClientId, invoice.ClientName, invoice.Client!.Country));
        Assert.Equal((InvoiceState.Final, 10m, 15m, 21m), (invoice.State, invoice.GlobalDiscount, invoice.Withholding, invoice.Lines[0].TaxRate));
        Assert.Equal(["footer"], invoice.Extra.Keys);
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Xml")]
    public async Task GetInvoiceTemplate_fills_in_what_CreateInvoice_leaves_open(string format)
    {
        using var rig = new ScriptedRig(format);
        rig.Then(Template).Then(Invoice);
        var wanted = new Invoice { Client = new Client { Id = "88", Name = "Niebla" }, Lines = [new InvoiceLine { Name = "Support, March", Quantity = 8, UnitPrice = 60m }] };
        IInvoiceCreator creator = rig.Use<IInvoiceCreator>();
        PreparedChange<Invoice> ready = await creator.PrepareAsync(wanted);
        InvoiceTotals totals = ready.Totals!;
        Assert.Equal((456.00m, 95.76m, 551.76m), (totals.Net, totals.Tax, totals.Total));
        await ready.SendAsync();
        Assert.Equal([$"GET /api/v1/accounts/12-ibarra/invoices/new{rig.Suffix}?client_id=88", $"POST /api/v1/accounts/12-ibarra/invoices{rig.Suffix}"], rig.Server.Lines);
        var expected = JToken.Parse("""
            {"invoice":{"number":"2024_0032","date":"2024-03-06","discount_percent":"5.0","iva_percent":"21.0",
            "lines":[{"description":"Support, March","amount":"8","price":"60"}],"footer":"Gracias","client_id":88}}
            """);
        Assert.True(JToken.DeepEquals(expected, rig.Body(rig.Server.Calls[1])), rig.Server.Calls[1].Body);
        Assert.Contains(rig.Observer.Warnings, warning => warning.Contains("457.92") && warning.Contains("551.76"));
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Xml")]
    public async Task GetInvoiceTemplate_copies(string format)
    {
        using var rig = new ScriptedRig(format);
        rig.Then(Invoice.Replace("\"2024_0031\"", "null").Replace("\"2024-03-05\"", "null").Replace("1207", "null")).Then(Template).Then(Invoice);
        Invoice copy = await rig.Use<IInvoiceCopier>().CopyAsync(new Invoice { Id = "1207" });
        Assert.Equal((null, null, null, 21m), (copy.Id, copy.Number, copy.Date, copy.TaxRate));
        await rig.Use<IInvoiceCreator>().CreateAsync(copy);
        Assert.Equal($"GET /api/v1/accounts/12-ibarra/invoices/new{rig.Suffix}?invoice_id=1207", rig.Server.Lines.First());
        JToken body = rig.Body(rig.Server.Calls[2])["invoice"]!;
        Assert.Equal(("2024_0032", "2024-03-06", "10.0", "15.0"), ((string?)body["number"], (string?)body["date"], (string?)body["discount_percent"], (string?)body["irpf_percent"]));
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Xml")]
    public async Task UpdateInvoice(string format)
    {
        using var rig = new ScriptedRig(format);
        rig.Then(Invoice).Then("");
        Invoice invoice = await rig.Use<IReader<Invoice>>().GetAsync("1207");
        invoice.Notes = "Pagar en 30 días";
        await rig.Use<IUpdater<Invoice>>().UpdateAsync(invoice);
        Assert.Equal($"PUT /api/v1/accounts/12-ibarra/invoices/1207{rig.Suffix}", rig.Server.Calls[1].Line);
        var expected = JToken.Parse("""
            {"invoice":{"number":"2024_0031","date":"2024-03-05","discount_percent":"10.0","iva_percent":"21.0","irpf_percent":"15.0","notes":"Pagar en 30 días",
            "lines":[{"description":"Support, March","amount":"8.0","price":"60.00"}],"footer":"Gracias","client_id":88}}
            """);
        Assert.True(JToken.DeepEquals(expected, rig.Body(rig.Server.Calls[1])), rig.Server.Calls[1].Body);
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Xml")]
    public async Task CreatePayment(string format)
    {
        using var rig = new ScriptedRig(format);
        rig.Then("""{"payment":{"id":301,"amount":"100.00","date":"2024-03-20"}}""");
        Payment made = await rig.Use<IPaymentTaker>().AddAsync(new Invoice { Id = "1207" }, new Payment { Amount = 100.00m, Date = new DateTime(2024, 3, 20) });
        Assert.Equal($"POST /api/v1/accounts/12-ibarra/invoices/1207/payments{rig.Suffix}", rig.Server.Only.Line);
        Assert.Equal("""{"payment":{"amount":"100.00","date":"2024-03-20"}}""", rig.Body(rig.Server.Only).ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal(("301", 100m, "1207"), (made.Id, made.Amount, made.InvoiceId));
    }

    [Theory]
    [InlineData("Json", "Payment")]
    [InlineData("Xml", "Payment")]
    [InlineData("Json", "Update")]
    [InlineData("Xml", "Update")]
    public async Task An_invoice_is_marked_as_paid_by_either_way(string format, string way)
    {
        using var rig = new ScriptedRig(format, settings: "MarkPaidBy=" + way);
        if (way == "Payment")
        {
            rig.Then(Invoice);
        }

        rig.Then(way == "Payment" ? Invoice : "").Then(Invoice.Replace("\"paid\":false", "\"paid\":true"));
        Invoice settled = await rig.Use<IStateChanger>().ChangeStateAsync(new Invoice { Id = "1207" }, InvoiceTransition.Settled);
        Assert.Equal(InvoiceState.Settled, settled.State);
        Call change = rig.Server.Calls.Single(call => call.Method != "GET");
        Assert.Equal(
            way == "Payment" ? """{"payment":{"amount":"457.92"}}""" : """{"invoice":{"paid":true}}""",
            rig.Body(change).ToString(Newtonsoft.Json.Formatting.None));
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Xml")]
    public async Task ListCountries_needs_no_key(string format)
    {
        using var rig = new ScriptedRig(format, login: true);
        rig.Then("""[{"id":1,"code":"ES","name":"España"},{"id":2,"code":"PT","name":"Portugal"}]""");
        List<Country> countries = await rig.Use<IReader<Country>>().List(new ListQuery()).ToListAsync();
        Assert.Equal($"GET /api/v1/countries{rig.Suffix}", rig.Server.Only.Line);
        Assert.Null(rig.Server.Only.Value("api_key"));
        Assert.Equal(["1 ES España", "2 PT Portugal"], countries.Select(country => $"{country.Id} {country.Code} {country.Name}"));
    }
}

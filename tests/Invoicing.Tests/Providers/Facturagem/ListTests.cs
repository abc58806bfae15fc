using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.ConnectorsFacturagem;

/// <summary>Pages, summaries, links.</summary>
public class ListTests
{
    [Fact]
    public async Task The_first_of_a_list_costs_one_request_and_a_detailed_one_four_more_at_most()
    {
        using var rig = new SandboxRig(login: false);
        await rig.Use<IReader<Client>>().List(new ListQuery()).FirstOrDefaultAsync();
        Assert.Single(rig.Server.Requests);
        rig.Server.ClearRequests();
        Client whole = (await rig.Use<IReader<Client>>().List(new ListQuery { Detailed = true }).FirstOrDefaultAsync())!;
        Assert.Equal(5, rig.Server.Requests.Count);
        Assert.NotNull(whole.City);
    }

    [Fact]
    public async Task A_filter_gets_the_whole_only_where_the_summary_does_not_show_enough()
    {
        using var rig = new SandboxRig(login: false);
        IInvoiceReader reader = rig.Use<IInvoiceReader>();
        List<Invoice> open = await reader.List(new InvoiceQuery { States = [InvoiceState.Final] }).ToListAsync();
        Assert.NotEmpty(open);
        Assert.All(open, invoice => Assert.Equal(InvoiceState.Final, invoice.State));
        Assert.Equal(3, rig.Server.Requests.Count);
        rig.Server.ClearRequests();
        await reader.List(new InvoiceQuery { States = [InvoiceState.Final], DueTo = new DateTime(2030, 1, 1) }).ToListAsync();

        // The countries are asked for once, since an invoice has the client's by its Spanish name.
        Assert.Equal(3 + open.Count + 1, rig.Server.Requests.Count);
    }

    [Fact]
    public async Task A_list_that_repeats_itself_ends()
    {
        using var rig = new ScriptedRig();
        rig.Server.Otherwise(_ => rig.Answer("""[{"id":1,"name":"A"},{"id":2,"name":"B"}]"""));
        List<Client> all = await rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync();
        Assert.Equal(["A", "B"], all.Select(client => client.Name));
        Assert.Equal(2, rig.Server.Calls.Count);
    }

    [Theory]
    [InlineData("null", false)]
    [InlineData(" ", false)]
    [InlineData("7", false)]
    [InlineData("[]", true)]
    [InlineData("""{"clients":""}""", true)]
    public async Task Nothing_at_all_is_no_empty_list(string answer, bool good)
    {
        using var rig = new ScriptedRig();
        rig.Server.Otherwise(_ => Answer.Json(answer));
        Task<List<Client>> listing = rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync();
        Assert.Equal(good, (await Record.ExceptionAsync(() => listing) as ProviderException)?.Kind != ErrorKind.UnexpectedAnswer);
    }

    [Theory]
    [InlineData("""{"invoice":{"id":1,"client_id":{}}}""", "Json")]
    [InlineData("""{"invoice":{"id":1,"client":{"id":[7]}}}""", "Xml")]
    public async Task A_client_that_is_none_is_an_error_of_the_answer(string answer, string format)
    {
        using var rig = new ScriptedRig(format);
        rig.Then(answer);
        var fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "1"));
        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Xml")]
    public async Task Links_are_followed_and_shown(string format)
    {
        using var rig = new ScriptedRig(format);
        rig.Then($$"""{"invoices":[{"number":"1","links":[{"rel":"self","uri":"{{rig.Link("accounts/12-ibarra/facturas/7-a%20b")}}"},{"rel":"payments","uri":"{{rig.Link("pagos/7")}}"},{"rel":"client","uri":"{{rig.Link("accounts/12/clients/88-niebla")}}"}]}]}""");
        Invoice invoice = (await rig.Use<IInvoiceReader>().List(new InvoiceQuery()).FirstOrDefaultAsync())!;
        Assert.Equal(["client", "payments", "self"], invoice.Links!.Keys.Order());
        Assert.Equal(("7-a b", "88-niebla"), (invoice.Id, invoice.ClientId));
        int before = rig.Server.Calls.Count;
        rig.Then("""{"payment":{"amount":"1.00"}}""").Then("");
        await rig.Use<IPaymentTaker>().AddAsync(invoice, new Payment { Amount = 1 });
        await rig.Use<IRemover<Invoice>>().RemoveAsync(invoice);
        Assert.Equal([$"POST /api/v1/pagos/7{rig.Suffix}", $"DELETE /api/v1/accounts/12-ibarra/facturas/7-a%20b{rig.Suffix}"], rig.Server.Lines.Skip(before));
    }

    [Theory]
    [InlineData("https://elsewhere.example.com/api/v1/accounts/12/clients/9.json")]
    [InlineData("http://127.0.0.1:1/api/v1/accounts/12/clients/9.json")]
    [InlineData("ftp://127.0.0.1/9.json")]
    [InlineData("not an address")]
    public async Task A_link_to_elsewhere_is_not_followed(string link)
    {
        using var rig = new ScriptedRig();
        rig.Then($$"""[{"id":1,"name":"A","links":[{"rel":"self","uri":"{{link}}"}]}]""").Then("");
        Client client = (await rig.Use<IReader<Client>>().List(new ListQuery()).FirstOrDefaultAsync())!;
        await rig.Use<IRemover<Client>>().RemoveAsync(client);
        Assert.Equal("DELETE /api/v1/accounts/12-ibarra/clients/1.json", rig.Server.Lines.Last());
    }

    [Fact]
    public async Task A_link_of_another_session_is_not_followed()
    {
        using var one = new SandboxRig(login: false);
        using var other = new ScriptedRig();
        Client client = (await one.Use<IReader<Client>>().List(new ListQuery()).FirstOrDefaultAsync())!;
        other.Then("");
        await other.Use<IRemover<Client>>().RemoveAsync(client);
        Assert.Equal($"DELETE /api/v1/accounts/12-ibarra/clients/{client.Id}.json", other.Server.Only.Line);
    }

    [Fact]
    public async Task Other_types_than_invoices_are_refused()
    {
        using var rig = new ScriptedRig();
        var fault = Assert.Throws<InvoicingException>(() => rig.Use<IInvoiceReader>().List(new InvoiceQuery { Types = [InvoiceType.Quote] }));
        Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
        await Assert.ThrowsAsync<InvoicingException>(() => rig.Use<IInvoiceReader>().GetAsync(InvoiceType.CreditNote, "1"));
        Assert.Empty(rig.Server.Calls);
    }

    [Fact]
    public async Task Both_forms_give_equal_objects()
    {
        using var json = new SandboxRig(settings: "Format=Json");
        using var xml = new SandboxRig(settings: "Format=Xml");
        Assert.Equal(await TellAsync(json), await TellAsync(xml));
    }

    private static async Task<string> TellAsync(SandboxRig rig)
    {
        var all = new List<object>();
        all.AddRange(await rig.Use<IReader<Client>>().List(new ListQuery { Detailed = true }).ToListAsync());
        all.AddRange(await rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync());
        all.AddRange(await rig.Use<IInvoiceReader>().List(new InvoiceQuery { Detailed = true }).ToListAsync());
        all.AddRange(await rig.Use<IInvoiceReader>().List(new InvoiceQuery()).ToListAsync());
        all.AddRange(await rig.Use<IReader<Country>>().List(new ListQuery()).ToListAsync());
        all.Add(await rig.Use<IAccountReader>().GetAsync(null));
        Client client = all.OfType<Client>().First();
        Invoice made = await rig.Use<IInvoiceCreator>().CreateAsync(SandboxRig.NewInvoice(client));
        all.Add(made);
        all.Add(await rig.Use<IPaymentTaker>().AddAsync(made, new Payment { Amount = 1.5m, Method = PaymentMethod.BankTransfer, Notes = "a < b & c" }));
        string text = Newtonsoft.Json.JsonConvert.SerializeObject(all, Newtonsoft.Json.Formatting.Indented);
        Assert.Contains("a < b & c", text);
        return text.Replace(rig.Server.BaseUri.AbsoluteUri, "/").Replace(rig.Server.BaseUri.Authority, "server").Replace(".xml", ".json");
    }
}

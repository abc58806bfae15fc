using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Connectors;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Fidelity;

/// <summary>Lists, look-ups and checks of InvoiceXpress where descriptions, recordings and clients of others showed more than the first edition knew.</summary>
public class InvoiceXpressFidelityTests
{
    [Theory]
    [InlineData(InvoiceType.Quote, "/estimates.json")]
    [InlineData(InvoiceType.Proforma, "/estimates.json")]
    [InlineData(InvoiceType.FeesNote, "/estimates.json")]
    [InlineData(InvoiceType.Shipping, "/guides.json")]
    [InlineData(InvoiceType.Transport, "/guides.json")]
    [InlineData(InvoiceType.Devolution, "/guides.json")]
    public async Task Documents_of_a_client_that_are_no_invoices_are_found_in_the_list_of_their_family(InvoiceType type, string path)
    {
        using var rig = new Rig();
        rig.Server.Then(Ix.Page("documents", Ix.Document(type: type.ToString()), Ix.Document(type: type.ToString(), id: 72).Replace("8812", "9")));

        List<Invoice> rows = await rig.Use<IInvoiceReader>().List(new InvoiceQuery { Types = [type], ClientId = "8812" }).ToListAsync();

        Assert.Equal("71", Assert.Single(rows).Id);
        Assert.Equal(path, rig.Server.Only.Path);
        Assert.Contains("all of them are read", Assert.Single(rig.Observer.Warnings));
    }

    [Fact]
    public async Task The_list_of_a_client_is_always_asked_for_receipts_and_drops_them()
    {
        using var rig = new Rig();
        rig.Server.Then(Ix.Page("invoices", Ix.Document(), Ix.Document(type: "Receipt", id: 72), Ix.Document(type: "PurchaseOrder", id: 73)));

        List<Invoice> rows = await rig.Use<IInvoiceReader>().List(new InvoiceQuery { ClientId = "8812" }).ToListAsync();

        Assert.Equal("71", Assert.Single(rows).Id);
        Assert.Contains("Receipt", rig.Server.Only.Json.SelectToken("filter.by_type")!.Values<string>());
    }

    [Fact]
    public async Task The_list_of_receipts_names_every_state()
    {
        using var rig = new Rig();
        rig.Server.Then(Ix.Page("invoices"));

        await rig.Use<IPaymentReader>().List(new ListQuery()).ToListAsync();

        Assert.Equal(
            ["draft", "sent", "settled", "canceled", "second_copy"],
            rig.Server.Only.Query.Where(pair => pair.Key == "status[]").Select(pair => pair.Value));
    }

    [Theory]
    [InlineData("A", true)]
    [InlineData("Nobody", false)]
    public async Task A_look_up_that_fails_for_what_is_not_there_is_decided_by_the_list(string name, bool isThere)
    {
        using var rig = new Rig();
        rig.Server.Otherwise(call => call.Path switch
        {
            "/clients/find-by-name.json" or "/clients/find-by-code.json" => Answer.Json("{}", 500),
            "/clients.json" => Answer.Json("""{"clients":[{"id":8,"name":"A","code":"C-1"}],"pagination":{"total_entries":1,"per_page":30,"current_page":1,"total_pages":1}}"""),
            _ => Answer.Json("""{"client":{"id":8,"name":"A","code":"C-1"}}"""),
        });

        Client? byName = await rig.Use<IFinder<Client>>().FindByNameAsync(name);
        int calls = rig.Server.Calls.Count;
        Client? byCode = await rig.Use<IFinder<Client>>().FindByCodeAsync(isThere ? "C-1" : "C-2");

        Assert.Equal(isThere, byName is not null);
        Assert.Equal(isThere, byCode is not null);
        if (!isThere)
        {
            // Having learned it, the session does not repeat a look-up that will fail again.
            Assert.Equal(2, rig.Server.Calls.Count - calls);
        }
    }

    [Theory]
    [InlineData("Pound sterling", "GBP")]
    [InlineData("U.S. dollar", "USD")]
    [InlineData("usd", "USD")]
    [InlineData("Euro", null)]
    [InlineData("EUR", null)]
    public async Task A_currency_is_sent_by_its_code(string currency, string? sent)
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Json(Ix.Document()));
        Invoice invoice = Ix.Invoice();
        invoice.Currency = currency;

        await rig.Use<IInvoiceCreator>().CreateAsync(invoice);

        Assert.Equal(sent, (string?)rig.Server.Calls.Single(call => call.Method == "POST").Json.SelectToken("invoice.currency_code"));
    }

    [Fact]
    public async Task A_currency_that_is_none_is_refused()
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Json(Ix.Document()));
        Invoice invoice = Ix.Invoice();
        invoice.Currency = "Galactic credit";

        var refused = await Assert.ThrowsAsync<InvoicingException>(() => rig.Use<IInvoiceCreator>().CreateAsync(invoice));

        Assert.Equal("Currency", Assert.Single(refused.FieldErrors).Field);
    }

    [Theory]
    [InlineData("pt", true)]
    [InlineData("es", true)]
    [InlineData("et", false)]
    [InlineData("pt-PT", false)]
    public async Task A_language_is_checked(string language, bool isGood)
    {
        using var rig = new Rig();
        rig.Server.Otherwise(_ => Answer.Json(Ix.Client));

        var refused = await Record.ExceptionAsync(() => rig.Use<ICreator<Client>>().CreateAsync(new Client { Name = "A", Language = language })) as InvoicingException;

        Assert.Equal(isGood ? null : "Language", refused?.FieldErrors.Single().Field);
    }

    [Fact]
    public async Task A_client_of_another_session_moves_without_a_language_that_is_unknown_here()
    {
        using var other = new Rig();
        using var rig = new Rig();
        rig.Server.Otherwise(_ => Answer.Json(Ix.Client));
        Client client = other.Context.Own(new Client { Name = "A", Language = "et" });

        await rig.Use<ICreator<Client>>().CreateAsync(client);

        Assert.Null(rig.Server.Calls[^1].Json.SelectToken("client.language"));
        Assert.Contains("'et'", Assert.Single(rig.Observer.Warnings));
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("2026/99", 1)]
    public async Task A_number_that_is_given_is_announced_to_be_left_out(string? number, int warnings)
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Json(Ix.Document()));
        Invoice invoice = await rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "71");
        invoice.Number = number ?? invoice.Number;

        PreparedChange<Invoice> plan = await rig.Use<IUpdater<Invoice>>().PrepareUpdateAsync(invoice);
        await plan.SendAsync();

        Assert.Equal(warnings, plan.LeftOut.Count(value => value.Field == nameof(Invoice.Number)));
        Assert.Equal(warnings, rig.Observer.Warnings.Count(warning => warning.Contains("2026/99", System.StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_change_of_an_account_says_beforehand_what_it_requires()
    {
        using var rig = new Rig();

        var refused = await Assert.ThrowsAsync<InvoicingException>(
            () => rig.Use<IAccountUpdater>().UpdateAsync(new InvoiceAccount { Id = "5", Phone = "1" }, new AccountSecrets()));

        Assert.Equal(["Name", "Email", "Password", "AcceptTerms"], refused.FieldErrors.Select(error => error.Field));
        Assert.Empty(rig.Server.Calls);
    }
}

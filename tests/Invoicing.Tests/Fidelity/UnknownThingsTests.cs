using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Connectors;
using Invoicing.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Fidelity;

/// <summary>Words, types and fields that this version does not know are kept, and go back where the provider takes them.</summary>
public class UnknownThingsTests
{
    /// <summary>Everything that changes a document, by its name.</summary>
    private static readonly Dictionary<string, Func<Rig, Invoice, Task>> Changes = new()
    {
        ["update"] = (rig, invoice) => rig.Use<IUpdater<Invoice>>().PrepareUpdateAsync(invoice),
        ["create"] = (rig, invoice) => rig.Use<IInvoiceCreator>().PrepareAsync(invoice),
        ["finalize"] = (rig, invoice) => rig.Use<IStateChanger>().PrepareStateAsync(invoice, InvoiceTransition.Finalized),
        ["remove"] = (rig, invoice) => rig.Use<IRemover<Invoice>>().RemoveAsync(invoice),
        ["pay"] = (rig, invoice) => rig.Use<IPaymentTaker>().PreparePaymentAsync(invoice, new Payment { Amount = 1 }),
        ["mail"] = async (rig, invoice) => await (await rig.Use<IInvoiceMailer>().PrepareMailAsync(invoice, new EmailMessage { To = "a@example.com" })).SendAsync(),
    };

    public static TheoryData<string> ChangeNames => [.. Changes.Keys];

    [Fact]
    public async Task An_unknown_type_is_unknown_and_its_word_is_kept()
    {
        using var rig = new Rig();
        rig.Server.Then(Ix.Page("invoices", Ix.Document(type: "PurchaseOrder"), Ix.Document(id: 72)));

        List<Invoice> rows = await rig.Use<IInvoiceReader>().List(new ListQuery()).ToListAsync();

        Assert.Equal([InvoiceType.Unknown, InvoiceType.Invoice], rows.Select(row => row.Type));
        Assert.Equal("PurchaseOrder", rows[0].Extra["type"]);
        Assert.False(rows[1].Extra.ContainsKey("type"));
        Assert.Empty(rig.Observer.Warnings);
    }

    [Theory]
    [MemberData(nameof(ChangeNames))]
    public async Task A_document_of_an_unknown_type_is_not_changed(string change)
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Json(Ix.Document(type: "PurchaseOrder")));
        Invoice invoice = await rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "71");
        invoice.LoadedAt = new DateTime(2026, 3, 11);

        var refused = await Assert.ThrowsAsync<InvoicingException>(() => Changes[change](rig, invoice));

        Assert.Equal(ErrorKind.NotSupported, refused.Kind);
        Assert.DoesNotContain(rig.Server.Calls, call => call.Method != "GET");
    }

    /// <summary>Provider, path of the field, its word, and the path of what keeps it.</summary>
    [Theory]
    [InlineData("InvoiceXpress", "status", "\"frozen\"")]
    [InlineData("SalenGo", "status", "\"frozen\"")]
    public async Task An_unknown_state_keeps_its_word(string provider, string field, string word)
    {
        using Rig rig = Dialect.Connect(provider);
        Dialect dialect = Dialect.All[provider];
        rig.Server.Then(dialect.One(dialect.With("", field, word)));

        Invoice invoice = await rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "71");

        Assert.Equal(InvoiceState.Unknown, invoice.State);
        Assert.Equal(word.Trim('"'), invoice.Extra[field]);
    }

    [Fact]
    public async Task Unknown_fields_of_every_part_are_kept_and_go_back()
    {
        const string Read = """
            {"id":71,"type":"Transport","status":"draft","date":"10/03/2026","loaded_at":"11/03/2026 09:05:00","colour":"red",
             "client":{"id":8,"name":"Padaria Exemplo","code":"PE-01","loyalty":{"points":7}},
             "address_from":{"detail":"Rua 1","city":"Braga","postal_code":"4700-000","country":"Portugal","floor":"2"},
             "address_to":{"detail":"Rua 2","city":"Porto","postal_code":"4000-000","country":"Portugal","dock":{"number":5}},
             "global_discount":{"value_type":"percentage","value":0,"reason":"spring"},
             "mb_reference":{"entity":"1","reference":"2","value":3,"expires":"2026-04-01"},
             "items":[{"name":"A","unit_price":"10.0","quantity":"1.0","batch":"L1","tax":{"id":2,"name":"IVA6","value":6.0,"region":"PT","comment":"reduced"}}]}
            """;
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Json($$"""{"transport":{{Read}}}"""));
        Invoice invoice = await rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Transport, "71");

        Assert.Equal("red", invoice.Extra["colour"]);
        Assert.True(invoice.Client!.Extra.ContainsKey("loyalty"));
        Assert.Equal("2", invoice.AddressFrom!.Extra["floor"]);
        Assert.Equal("2026-04-01", invoice.Multibanco!.Extra["expires"]);
        Assert.Equal("L1", invoice.Lines[0].Extra["batch"]);

        await rig.Use<IUpdater<Invoice>>().UpdateAsync(invoice);

        JToken sent = rig.Server.Calls.Single(call => call.Method == "PUT").Json.First!.First!;
        Assert.Equal("red", (string?)sent["colour"]);
        Assert.Equal("2", (string?)sent.SelectToken("address_from.floor"));
        Assert.Equal(5, (int?)sent.SelectToken("address_to.dock.number"));
        Assert.Equal("spring", (string?)sent.SelectToken("global_discount.reason"));
        Assert.Equal("L1", (string?)sent.SelectToken("items[0].batch"));
        Assert.Equal("reduced", (string?)sent.SelectToken("items[0].tax.comment"));

        // The client of a document is found by name and code; its other fields would change the client.
        Assert.Equal("""{"name":"Padaria Exemplo","code":"PE-01"}""", sent["client"]!.ToString(Formatting.None));
    }

    [Fact]
    public async Task Unknown_fields_of_a_contact_are_kept_and_go_back()
    {
        using var rig = new Rig();
        rig.Server.Otherwise(_ => Answer.Json("""{"client":{"id":8,"name":"A","preferred_contact":{"name":"Rita","mobile":"910000000"}}}"""));
        Client client = await rig.Use<IReader<Client>>().GetAsync("8");
        client.ContactEmail = "rita@example.com";

        await rig.Use<IUpdater<Client>>().UpdateAsync(client);

        Assert.Equal(
            """{"name":"Rita","email":"rita@example.com","mobile":"910000000"}""",
            rig.Server.Calls[^1].Json.SelectToken("client.preferred_contact")!.ToString(Formatting.None));
    }

    [Fact]
    public void A_copy_of_a_part_does_not_share_its_extra_fields()
    {
        var invoice = new Invoice { AddressFrom = new PostalAddress(), Multibanco = new MultibancoReference() };
        invoice.AddressFrom.Extra["floor"] = "2";
        invoice.Multibanco.Extra["expires"] = "soon";

        Invoice copy = invoice.Copy();
        copy.AddressFrom!.Extra["floor"] = "3";
        copy.Multibanco!.Extra.Clear();

        Assert.Equal("2", invoice.AddressFrom.Extra["floor"]);
        Assert.Equal("soon", invoice.Multibanco.Extra["expires"]);
    }
}

using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Connectors;
using Invoicing.Tests.ConnectorsSimplBooks;
using Invoicing.Tests.Support;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Fidelity;

/// <summary>The tax of a line that was read goes back as it was, or the change is refused: never the account's default in its place.</summary>
public class ReadTaxTests
{
    private const string DraftStart = """{"id":71,"type":"Invoice","status":"draft","date":"10/03/2026","client":{"id":8,"name":"Padaria Exemplo","code":"PE-01"},"items":[""";

    /// <summary>Line of an answer, and the tax that is sent; <c>null</c> where the change is refused.</summary>
    public static TheoryData<string, string?> InvoiceXpressLines => new()
    {
        { """{"name":"A","unit_price":"10.0","quantity":"1.0","tax":{"id":2,"name":null,"value":null}}""", "IVA6" },
        { """{"name":"A","unit_price":"10.0","quantity":"1.0","tax":{"id":2}}""", "IVA6" },
        { """{"name":"A","unit_price":"10.0","quantity":"1.0","tax":{"id":"3","name":"","value":"16.0"}}""", "Azores 16" },
        { """{"name":"A","unit_price":"10.0","quantity":"1.0","tax":{"name":"IVA6","value":6.0}}""", "IVA6" },
        { """{"name":"A","unit_price":"10.0","quantity":"1.0","tax":{"id":null,"name":null,"value":6}}""", "IVA6" },
        { """{"name":"A","unit_price":"10.0","quantity":"1.0","tax":{"id":2},"subtotal":10.0,"tax_amount":0.6}""", "IVA6" },
        { """{"name":"A","unit_price":"10.0","quantity":"1.0","tax":{"id":null,"name":null,"value":null}}""", null },
        { """{"name":"A","unit_price":"10.0","quantity":"1.0","tax":{}}""", null },
        { """{"name":"A","unit_price":"10.0","quantity":"1.0"}""", null },
        { """{"name":"A","unit_price":"10.0","quantity":"1.0","tax":"IVA6"}""", null },
        { """{"name":"A","unit_price":"10.0","quantity":"1.0","tax":{"id":99}}""", null },
        { """{"name":"A","unit_price":"10.0","quantity":"1.0","tax":{"id":2},"subtotal":10.0,"tax_amount":2.3}""", null },
        { """{"name":"A","unit_price":"10.0","quantity":"1.0","tax":{"name":"IVA23","value":6.0}}""", null },
    };

    /// <summary>Row of an answer, and the VAT type that is sent; <c>null</c> where the change is refused.</summary>
    public static TheoryData<string, int?> SimplBooksRows => new()
    {
        { """{"id":4,"name":"A","amount":1,"price_per_unit":10,"vat_type_id":5}""", 5 },
        { """{"id":4,"name":"A","amount":1,"price_per_unit":10,"vat":9,"vat_type_id":"5"}""", 5 },
        { """{"id":4,"name":"A","amount":1,"price_per_unit":10,"vat":22,"vat_type_id":4}""", 4 },
        { """{"id":4,"name":"A","amount":1,"price_per_unit":10,"vat":9}""", 5 },
        { """{"id":4,"name":"A","amount":1,"price_per_unit":10,"vat":0,"vat_type_id":7}""", 7 },
        { """{"id":4,"name":"A","amount":1,"price_per_unit":10}""", null },
        { """{"id":4,"name":"A","amount":1,"price_per_unit":10,"vat_type_id":0}""", null },
        { """{"id":4,"name":"A","amount":1,"price_per_unit":10,"vat_type_id":99}""", null },
    };

    [Theory]
    [MemberData(nameof(InvoiceXpressLines))]
    public async Task A_line_of_InvoiceXpress_goes_back_with_its_own_tax(string line, string? sent)
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Json($$$"""{"invoice":{{{DraftStart}}}{{{line}}}]}}"""));
        Invoice invoice = await rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "71");

        var refused = await Record.ExceptionAsync(() => rig.Use<IUpdater<Invoice>>().UpdateAsync(invoice)) as InvoicingException;

        Call? put = rig.Server.Calls.SingleOrDefault(call => call.Method == "PUT");
        Assert.Equal(sent, (string?)put?.Json.SelectToken("invoice.items[0].tax.name"));
        Assert.Equal(sent is null ? "Tax" : null, refused?.FieldErrors.Single().Field);
    }

    [Fact]
    public async Task A_tax_that_was_changed_by_name_is_the_one_that_is_sent()
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Json(
            $$$"""{"invoice":{{{DraftStart}}}{"name":"A","unit_price":"10.0","quantity":"1.0","tax":{"id":2,"name":"IVA6","value":6.0,"region":"PT"},"subtotal":10.0,"tax_amount":0.6}]}}"""));
        Invoice invoice = await rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "71");
        invoice.Lines[0].Tax = "IVA23";

        await rig.Use<IUpdater<Invoice>>().UpdateAsync(invoice);

        Assert.Equal("""{"name":"IVA23"}""", rig.Server.Calls.Single(call => call.Method == "PUT").Json.SelectToken("invoice.items[0].tax")!.ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public async Task An_article_goes_back_with_its_own_tax()
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Json("""{"item":{"id":5,"name":"A","description":"","unit_price":"10.0","tax":{"id":2,"name":null,"value":null}}}"""));
        Item item = await rig.Use<IReader<Item>>().GetAsync("5");

        await rig.Use<IUpdater<Item>>().UpdateAsync(item);

        JObject sent = rig.Server.Calls.Single(call => call.Method == "PUT").Json;
        Assert.Equal("IVA6", (string?)sent.SelectToken("item.tax.name"));

        // A description is required: the name stands for it.
        Assert.Equal("A", (string?)sent.SelectToken("item.description"));
    }

    [Theory]
    [MemberData(nameof(SimplBooksRows))]
    public async Task A_row_of_SimplBooks_goes_back_with_its_own_VAT_type(string row, int? sent)
    {
        using var sb = new Sb();
        sb.Server.Otherwise(call => Answer.Json(
            call.Path.EndsWith("vat_types/list", System.StringComparison.Ordinal) ? Sb.Taxes
            : call.Path.Contains("get", System.StringComparison.Ordinal)
                ? Sb.Data($$"""{"Invoice":{"id":71,"number":"25014","client_id":8,"created":"2026-03-10","due":"2026-03-24"},"Task":[{{row}}]}""")
                : Sb.Done()));
        Invoice invoice = await sb.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "71");

        var refused = await Record.ExceptionAsync(() => sb.Use<IUpdater<Invoice>>().UpdateAsync(invoice)) as InvoicingException;

        Call? update = sb.Server.Calls.SingleOrDefault(call => call.Body.Contains("\"Tasks\"", System.StringComparison.Ordinal));
        Assert.Equal(sent, (int?)update?.Json.SelectToken("Tasks[0].Task.vat_type_id"));
        Assert.Equal(sent is null ? "Tax" : null, refused?.FieldErrors.Single().Field);
    }

    /// <summary>A line that a copy took from an answer without a tax gets no default of the account that it goes to.</summary>
    [Theory]
    [InlineData("InvoiceXpress")]
    [InlineData("SimplBooks")]
    public async Task A_copied_line_without_tax_is_refused(string provider)
    {
        using var rig = provider == "SimplBooks" ? new Sb() : new Rig();
        rig.Server.Otherwise(call => Answer.Json(provider == "SimplBooks" ? Sb.Taxes : Ix.Taxes));
        Invoice invoice = Ix.Invoice();
        invoice.Client!.Id = "8";
        invoice.Lines = [new InvoiceLine { Name = "A", Quantity = 1, UnitPrice = 10, IsRead = true }];

        var refused = await Assert.ThrowsAsync<InvoicingException>(() => rig.Use<IInvoiceCreator>().CreateAsync(invoice));

        Assert.Equal("Tax", Assert.Single(refused.FieldErrors).Field);
    }
}

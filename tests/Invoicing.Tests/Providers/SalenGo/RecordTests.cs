using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.ConnectorsSalenGo;

/// <summary>What goes back, what stays, and what is refused before anything is sent.</summary>
public sealed class RecordTests
{
    private const string Person =
        """{"client":{"client_id":12,"first_name":"Maria del","last_name":"Mar","organization":"","email":"m@example.com","vat_name":"NIF","username":"maria","s_city":"Bilbao","updated":"2024-01-01 00:00:00","contacts":[]}}""";

    [Fact]
    public async Task APersonStaysOneWhenItIsChanged()
    {
        using var rig = new SalenGoRig().Then(Person, "{}");

        Client client = await rig.Use<IReader<Client>>().GetAsync("12");
        Assert.Equal(("Maria del Mar", "Maria del Mar"), (client.Name, client.ContactName));
        client.City = "Bilbao";
        await rig.Use<IUpdater<Client>>().UpdateAsync(client);

        var sent = (JObject)rig.Server.Calls[1].Json["client"]!;
        Assert.Equal(("Maria del", "Mar", "NIF", "Bilbao", "Bilbao"), ((string?)sent["first_name"], (string?)sent["last_name"], (string?)sent["vat_name"], (string?)sent["s_city"], (string?)sent["p_city"]));
        Assert.All(new[] { "organization", "username", "password", "updated", "contacts" }, name => Assert.False(sent.ContainsKey(name), name));
    }

    [Fact]
    public async Task ANewContactIsCutAtTheFirstBlank()
    {
        using var rig = new SalenGoRig().Then("""{"client_id":12}""", Person);

        await rig.Use<ICreator<Client>>().CreateAsync(new Client { Name = "Bodega Sur SL", ContactName = "Ana del Mar" });

        var sent = (JObject)rig.Server.Calls[0].Json["client"]!;
        Assert.Equal(("Ana", "del Mar"), ((string?)sent["first_name"], (string?)sent["last_name"]));
    }

    [Fact]
    public async Task FieldsThatTheProviderDoesNotHaveAreNamed()
    {
        using var rig = new SalenGoRig().Then("""{"client_id":12}""", Person);

        await rig.Use<ICreator<Client>>().CreateAsync(new Client { Name = "Bodega Sur SL", Website = "https://example.com", Code = "C1" });

        Assert.Contains(rig.Observer.Warnings, warning => warning.Contains("no field for the Code"));
        Assert.Contains(rig.Observer.Warnings, warning => warning.Contains("no field for the Website"));
    }

    [Theory]
    [InlineData(100, 5, 4.76)]
    [InlineData(121, 21, 21.00)]
    [InlineData(0.01, 21, 0.00)]
    [InlineData(100, 0, 0.00)]
    public async Task AnExpenseHasItsTaxInTheAmount(decimal amount, decimal rate, decimal tax)
    {
        using var rig = new SalenGoRig().Then("""{"expense_id":12}""", """{"expense":{"expense_id":12}}""");

        await rig.Use<ICreator<Expense>>().CreateAsync(new Expense { Amount = amount, TaxRate = rate, CategoryId = "7", ClientId = "0" });

        var sent = (JObject)rig.Server.Calls[0].Json["expense"]!;
        Assert.Equal((tax, 0), ((decimal)sent["tax1_amount"]!, (int)sent["client_id"]!));
        Assert.Empty(rig.Observer.Warnings);
    }

    [Fact]
    public async Task AnotherTaxThanIsInTheAmountIsSentWithAWarning()
    {
        using var rig = new SalenGoRig().Then("""{"expense_id":12}""", """{"expense":{"expense_id":12}}""");

        await rig.Use<ICreator<Expense>>().CreateAsync(new Expense { Amount = 100, TaxRate = 5, TaxAmount = 5, CategoryId = "7" });

        Assert.Equal(5m, (decimal)rig.Server.Calls[0].Json["expense"]!["tax1_amount"]!);
        Assert.Contains("4.76", Assert.Single(rig.Observer.Warnings));
    }

    [Fact]
    public async Task LinesThatWereNotReadAreNotTakenAway()
    {
        using var rig = new SalenGoRig().Then("""{"invoice":{"invoice_id":12,"client_id":3,"status":"sent"}}""", "{}");

        Invoice invoice = await rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "12");
        await rig.Use<IUpdater<Invoice>>().UpdateAsync(invoice);

        Assert.False(((JObject)rig.Server.Calls[1].Json["invoice"]!).ContainsKey("lines"));
    }

    [Fact]
    public async Task LinesAreWrappedWhereThatIsChosen()
    {
        using var rig = new SalenGoRig("Lines=wrapped").Then("""{"recurring_id":12,"invoice_id":77}""", """{"recurring":{"recurring_id":12,"frequency":"2w"}}""");

        Recurring made = await rig.Use<ICreator<Recurring>>().CreateAsync(new Recurring
        {
            Client = new Client { Id = "3" }, Frequency = RecurringFrequency.TwoWeeks, Lines = [new InvoiceLine { Name = "A", UnitPrice = 1, Quantity = 1.5m }],
        });

        Assert.Equal((RecurringFrequency.TwoWeeks, "77"), (made.Frequency, made.FirstInvoiceId));
        Assert.Equal(1.5m, (decimal)rig.Server.Calls[0].Json["recurring"]!["lines"]!["line"]![0]!["quantity"]!);
    }

    [Fact]
    public async Task TheTaxOfALineIsLookedUpByNameOrRate()
    {
        using var rig = new SalenGoRig().Then("""{"taxes":[{"tax_id":1,"name":"IVA","rate":"21"},{"tax_id":2,"name":"IVA reducido","rate":10}]}""");
        var invoice = new Invoice
        {
            Lines =
            [
                new InvoiceLine { UnitPrice = 10, Quantity = 1, Tax = "iva" },
                new InvoiceLine { UnitPrice = 10, Quantity = 1, Tax = "10" },
                new InvoiceLine { UnitPrice = 10, Quantity = 1, TaxRate = 10 },
                new InvoiceLine { UnitPrice = 10, Quantity = 1, Tax = "Recargo", TaxRate = 5.2m },
            ],
        };

        PreparedChange<Invoice> ready = await rig.Use<IInvoiceCreator>().PrepareAsync(invoice);
        InvoiceTotals totals = ready.Totals!;

        Assert.Equal((40m, 4.62m, 44.62m), (totals.Net, totals.Tax, totals.Total));
        Assert.Equal([("IVA", 21m), ("IVA reducido", 10m), ("IVA reducido", 10m), ("Recargo", 5.2m)], ready.Record.Lines.Select(line => (line.Tax!, line.TaxRate!.Value)));
    }

    [Theory]
    [InlineData("tax")]
    [InlineData("discount")]
    [InlineData("absolute")]
    [InlineData("sequence")]
    [InlineData("lines")]
    [InlineData("price")]
    public async Task WhatWouldBeLostOrWrongIsRefused(string what)
    {
        using var rig = new SalenGoRig();
        rig.Server.Otherwise(_ => Support.Answer.Json(SalenGoRig.Ok("""{"taxes":[{"tax_id":1,"name":"IVA","rate":21}]}""")));
        var line = new InvoiceLine { Name = "A", UnitPrice = 10, Quantity = 1 };
        var invoice = new Invoice { Client = new Client { Id = "3" }, Lines = [line] };
        switch (what)
        {
            case "tax": line.Tax = "MVA"; break;
            case "discount": line.Discount = 5; break;
            case "absolute": (invoice.GlobalDiscount, invoice.GlobalDiscountType) = (5, "absolute"); break;
            case "sequence": invoice.Sequence = "2026"; break;
            case "lines": invoice.Lines.Clear(); break;
            case "price": line.UnitPrice = null; break;
        }

        InvoicingException refused = await Assert.ThrowsAsync<InvoicingException>(() => rig.Use<IInvoiceCreator>().CreateAsync(invoice));

        Assert.Equal(ErrorKind.InvalidInput, refused.Kind);
        Assert.DoesNotContain(rig.Server.Calls, call => call.Path.EndsWith("/create"));
    }

    [Fact]
    public async Task AWithholdingReplacesTheOneThatIsThere()
    {
        using var rig = new SalenGoRig();
        var invoice = new Invoice { Withholding = 19, Lines = [new InvoiceLine { UnitPrice = 100, Quantity = 1, SecondTax = "IRPF", SecondTaxRate = -15 }] };

        PreparedChange<Invoice> ready = await rig.Use<IInvoiceCreator>().PrepareAsync(invoice);
        invoice = ready.Record;

        Assert.Equal((19m, 81m), (ready.Totals!.Withholding, ready.Totals.Total));
        Assert.Equal(("IRPF", -19m), (invoice.Lines[0].SecondTax, invoice.Lines[0].SecondTaxRate));
    }

    [Theory]
    [InlineData(InvoiceTransition.Settled)]
    [InlineData(InvoiceTransition.Canceled)]
    [InlineData(InvoiceTransition.Accepted)]
    public async Task WhatADocumentCannotBecomeIsSaid(InvoiceTransition transition)
    {
        using var rig = new SalenGoRig();

        InvoicingException refused = await Assert.ThrowsAsync<InvoicingException>(
            () => rig.Use<IStateChanger>().ChangeStateAsync(new Invoice { Id = "1" }, transition, "why"));

        Assert.Equal(ErrorKind.NotSupported, refused.Kind);
        Assert.Empty(rig.Server.Calls);
    }

    [Fact]
    public async Task AClientOutOfAnotherSessionIsLookedUpByItsName()
    {
        using var other = new SalenGoRig().Then("""{"client":{"client_id":99,"organization":"Bodega Sur SL"}}""");
        using var rig = new SalenGoRig().Then(
            """{"clients":{"page":1,"pages":1,"client":{"client_id":3,"organization":"Bodega Sur SL"}}}""",
            """{"client":{"client_id":3,"organization":"Bodega Sur SL"}}""",
            """{"invoice_id":12}""",
            """{"invoice":{"invoice_id":12}}""");
        Client foreign = await other.Use<IReader<Client>>().GetAsync("99");

        await rig.Use<IInvoiceCreator>().CreateAsync(new Invoice { Client = foreign, Lines = [new InvoiceLine { UnitPrice = 1, Quantity = 1 }] });

        Assert.Equal(3, (int)rig.Server.Calls[2].Json["invoice"]!["client_id"]!);
    }
}

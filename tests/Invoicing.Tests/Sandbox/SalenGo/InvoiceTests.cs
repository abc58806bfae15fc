using System;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxSalenGo;

public sealed class InvoiceTests
{
    [Fact]
    public async Task AnInvoiceTakesOverWhatItsClientSays()
    {
        using var shop = new Shop();
        var client = await shop.CreateAsync("client", new
        {
            organization = "Faro SL", p_city = "Lugo", vat_name = "NIF", vat_number = "B00000001", currency_code = "USD",
        });
        var document = Shop.Document(client);
        document["p_city"] = "Vigo";
        var invoice = await shop.GetAsync("invoice", await shop.CreateAsync("invoice", document));
        Assert.Equal(
            new[] { "Faro SL", "Vigo", "B00000001", "USD", "es", "2026-11-20 00:00:00", "draft" },
            "organization p_city vat_number currency_code language date status".Split(' ').Select(name => (string?)invoice[name]));
    }

    [Theory]
    [InlineData("[]", 0, 0)]
    [InlineData("[{\"unit_cost\":60,\"quantity\":8,\"tax1_name\":\"IVA\",\"tax1_percent\":21}]", 0, 580.80)]
    [InlineData("[{\"unit_cost\":\"60.00\",\"quantity\":\"8\",\"tax1_percent\":\"21\"}]", 10, 522.72)]
    [InlineData("[{\"unit_cost\":100,\"quantity\":1,\"tax1_percent\":21,\"tax2_name\":\"IRPF\",\"tax2_percent\":-15}]", 0, 106)]
    [InlineData("[{\"unit_cost\":0.05,\"quantity\":1,\"tax1_percent\":9},{\"unit_cost\":0.05,\"quantity\":1,\"tax1_percent\":9}]", 0, .11)]
    [InlineData("[{\"unit_cost\":1.005,\"quantity\":1},{\"unit_cost\":10,\"quantity\":-1}]", 0, -8.99)]
    [InlineData("{\"line\":[{\"unit_cost\":5,\"quantity\":1},{\"unit_cost\":6,\"quantity\":1}]}", 0, 11)]
    [InlineData("{\"line\":{\"unit_cost\":5,\"quantity\":1}}", 0, 5)]
    public async Task TheAmountHasDiscountAndTaxes(string lines, decimal discount, decimal amount)
    {
        using var shop = new Shop();
        var document = Shop.Document(await shop.NewClientAsync());
        document["lines"] = JToken.Parse(lines);
        document["discount"] = discount;
        var invoice = await shop.GetAsync("invoice", await shop.CreateAsync("invoice", document));
        Assert.Equal((amount, amount, 0m), Sums(invoice));
    }

    [Fact]
    public async Task NumbersAreGivenAndUnique()
    {
        using var shop = new Shop();
        var client = await shop.NewClientAsync();
        var first = (string)(await shop.GetAsync("invoice", await shop.CreateAsync("invoice", Shop.Document(client))))["number"]!;
        Assert.NotEmpty(first);
        var document = Shop.Document(client);
        document["number"] = first;
        Assert.Equal(new[] { "number" }, (await shop.FailAsync("invoice/create", new JObject { ["invoice"] = document })).Fields);
        document["number"] = "F-1";
        var id = await shop.CreateAsync("invoice", document);
        await shop.UpdateAsync("invoice", id, new { number = "F-2" });
        await shop.CreateAsync("invoice", document);
        await shop.CreateAsync("estimate", document);
    }

    [Fact]
    public async Task LinesAreReplacedTogetherOrKept()
    {
        using var shop = new Shop();
        var id = await shop.NewInvoiceAsync();
        await shop.UpdateAsync("invoice", id, new { notes = "x" });
        Assert.Single((await shop.GetAsync("invoice", id))["lines"]!);
        await shop.UpdateAsync("invoice", id, new { lines = new[] { Shop.Line(1, 1), Shop.Line(2, 1) } });
        Assert.Equal(new[] { 1m, 2m }, (await shop.GetAsync("invoice", id))["lines"]!.Select(line => (decimal)line["amount"]!));
    }

    [Fact]
    public async Task APaymentLeavesTheRestOpenAndTheLastOneMakesItPaid()
    {
        using var shop = new Shop(o => o.InvoiceCount = 0);
        var id = await shop.NewInvoiceAsync();
        Assert.Equal(new[] { id }, await shop.IdsAsync("invoice", new { status = "unpaid" }));

        var first = await shop.CreateAsync("payment", new { invoice_id = id, amount = 21 });
        var invoice = await shop.GetAsync("invoice", id);
        Assert.Equal(((121m, 100m, 21m), "sent"), (Sums(invoice), (string?)invoice["status"]));
        var tooMuch = new { payment = new { invoice_id = id, amount = 100.01 } };
        Assert.Equal(new[] { "amount" }, (await shop.FailAsync("payment/create", tooMuch)).Fields);

        await shop.CreateAsync("payment", new { invoice_id = id, amount = 100 });
        invoice = await shop.GetAsync("invoice", id);
        Assert.Equal(((121m, 0m, 121m), "paid"), (Sums(invoice), (string?)invoice["status"]));
        Assert.Empty(await shop.IdsAsync("invoice", new { status = "unpaid" }));
        Assert.Equal(new[] { id }, await shop.IdsAsync("invoice", new { status = "paid" }));
        var lessThanPaid = new { invoice = new { invoice_id = id, lines = Array.Empty<int>() } };
        Assert.Equal(new[] { "lines" }, (await shop.FailAsync("invoice/update", lessThanPaid)).Fields);

        await shop.UpdateAsync("payment", first, new { amount = 20 });
        Assert.Equal((121m, 1m, 120m), Sums(await shop.GetAsync("invoice", id)));
        await shop.DeleteAsync("payment", first);
        invoice = await shop.GetAsync("invoice", id);
        Assert.Equal(((121m, 21m, 100m), "sent"), (Sums(invoice), (string?)invoice["status"]));
    }

    [Fact]
    public async Task ADraftIsNotUnpaid()
    {
        using var shop = new Shop(o => o.InvoiceCount = 0);
        var id = await shop.NewInvoiceAsync("draft");
        Assert.Empty(await shop.IdsAsync("invoice", new { status = "unpaid" }));
        await shop.UpdateAsync("invoice", id, new { status = "sent" });
        Assert.Equal(new[] { id }, await shop.IdsAsync("invoice", new { status = "UNPAID" }));
    }

    [Fact]
    public async Task ArrearsAreTheUnpaidOnesOfAClientUpToADate()
    {
        using var shop = new Shop();
        var all = (await shop.ListAsync("invoice", new { per_page = 100 })).Rows;
        var client = (long)all.First(row => (decimal)row["amount_outstanding"]! > 0 && (string?)row["status"] != "draft")["client_id"]!;
        var expected = all.Where(row => (long)row["client_id"]! == client && (decimal)row["amount_outstanding"]! > 0
            && (string?)row["status"] != "draft" && string.CompareOrdinal((string?)row["date"], "2026-10-31 24") < 0);
        Assert.Equal(
            expected.Select(row => (long)row["invoice_id"]!),
            await shop.IdsAsync("invoice", new { client_id = client, status = "unpaid", date_to = "2026-10-31" }));
    }

    [Fact]
    public async Task CreditIsPaidInByTheClientAndUsedWithTheInvoice()
    {
        using var shop = new Shop();
        var id = await shop.NewInvoiceAsync();
        var client = (await shop.GetAsync("invoice", id))["client_id"];
        var both = new { payment = new { invoice_id = id, client_id = client, amount = 50 } };
        Assert.Equal(new[] { "amount" }, (await shop.FailAsync("payment/create", both)).Fields);
        await shop.CreateAsync("payment", new { client_id = client, amount = 60 });
        Assert.Equal((121m, 121m, 0m), Sums(await shop.GetAsync("invoice", id)));
        await shop.CallAsync("payment/create", both);
        Assert.Equal((121m, 71m, 50m), Sums(await shop.GetAsync("invoice", id)));
        Assert.Equal(new[] { "amount" }, (await shop.FailAsync("payment/create", both)).Fields);

        var other = await shop.NewClientAsync();
        var wrong = new { payment = new { invoice_id = id, client_id = other, amount = 1 } };
        Assert.Equal(new[] { "client_id" }, (await shop.FailAsync("payment/create", wrong)).Fields);
    }

    [Fact]
    public async Task APaymentHasDefaultsAndAnyMethod()
    {
        using var shop = new Shop();
        var id = await shop.CreateAsync("payment", new { invoice_id = await shop.NewInvoiceAsync(), amount = 1 });
        var payment = await shop.GetAsync("payment", id);
        Assert.Equal(
            new[] { "Check", "EUR", "2026-11-20 00:00:00" },
            new[] { "type", "currency_code", "date" }.Select(name => (string?)payment[name]));
        await shop.UpdateAsync("payment", id, new { type = "Trueque" });
        Assert.Equal("Trueque", (await shop.GetAsync("payment", id))["type"]);
    }

    [Fact]
    public async Task SendingADraftMakesItSent()
    {
        using var shop = new Shop();
        var id = await shop.NewInvoiceAsync("draft");
        await shop.CallAsync("invoice/sendByEmail", new { invoice_id = id });
        Assert.Equal("sent", (await shop.GetAsync("invoice", id))["status"]);
        var email = Assert.Single(shop.Server.Emails);
        Assert.Equal((id, "faro@example.com"), (email.DocumentId, email.To));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WithoutAnAddressOrAPlanNothingIsSent(bool hasAddress)
    {
        using var shop = new Shop(o => o.EmailInPlan = !hasAddress);
        var client = await shop.CreateAsync("client", new { organization = "X", email = hasAddress ? "x@example.com" : "" });
        var id = await shop.CreateAsync("invoice", Shop.Document(client));
        await shop.FailAsync("invoice/sendByEmail", new { invoice_id = id });
        Assert.Equal("draft", (await shop.GetAsync("invoice", id))["status"]);
        Assert.Empty(shop.Server.Emails);
    }

    private static (decimal Amount, decimal Outstanding, decimal Paid) Sums(JObject invoice) =>
        ((decimal)invoice["amount"]!, (decimal)invoice["amount_outstanding"]!, (decimal)invoice["paid"]!);
}

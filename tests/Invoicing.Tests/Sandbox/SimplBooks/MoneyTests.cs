using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxSimplBooks;

public sealed class MoneyTests
{
    private const decimal Total = 79.36m;

    [Fact]
    public async Task AReceiptThatCoversAnInvoicePaysIt()
    {
        using var books = new Books();
        var (client, invoice) = await InvoiceAsync(books);
        var receipt = await ReceiptAsync(books, client, Total, invoice);
        Assert.Equal(("2026-07-10", 0m), await StateAsync(books, invoice));
        Assert.Equal(new[] { receipt }, (await books.GetAsync($"invoices/get_bound_receipts/{invoice}")).Data.Select(i => (long)i));
        var data = await books.ReadAsync("incomings", receipt);
        Assert.Equal(new[] { "Incoming", "Projects" }, data.Properties().Select(p => p.Name));
        Assert.Equal("2026-07-15 00:30:00", (string)data["Incoming"]!["created_time"]!);
    }

    [Fact]
    public async Task SeveralReceiptsPayAnInvoiceTogether()
    {
        using var books = new Books();
        var (client, invoice) = await InvoiceAsync(books);
        var first = await ReceiptAsync(books, client, 50, invoice);
        Assert.Equal(("0000-00-00", 29.36m), await StateAsync(books, invoice));
        var second = await ReceiptAsync(books, client, 29.36m);
        var bound = await books.PostAsync("incomings/invoice_paid", new { incoming_id = second, invoice_id = invoice });
        Assert.Equal((200, "status duration inserted_id response"), (bound.Status, bound.Keys));
        Assert.Equal(("2026-07-10", 0m), await StateAsync(books, invoice));
        Assert.Equal(new[] { first, second }, (await books.GetAsync($"invoices/get_bound_receipts/{invoice}")).Data.Select(i => (long)i));
    }

    [Fact]
    public async Task WhatIsLeftOfAReceiptPaysAnother()
    {
        using var books = new Books();
        var (client, one) = await InvoiceAsync(books);
        var (_, two) = await InvoiceAsync(books);
        var receipt = await ReceiptAsync(books, client, 100, one);
        await books.PostAsync("incomings/invoice_paid", new { incoming_id = receipt, invoice_id = two });
        Assert.Equal(("2026-07-10", 0m), await StateAsync(books, one));
        Assert.Equal(("0000-00-00", 58.72m), await StateAsync(books, two));
    }

    [Fact]
    public async Task FullCoverPaysWhateverTheSum()
    {
        using var books = new Books();
        var (client, invoice) = await InvoiceAsync(books);
        var receipt = await ReceiptAsync(books, client, 79);
        var ids = new[] { ("incoming_id", receipt.ToString()), ("invoice_id", invoice.ToString()) };
        Assert.Equal(200, (await books.FormAsync("incomings/invoice_paid", ids.Append(("full_cover", "1")).ToArray())).Status);
        Assert.Equal(("2026-07-10", 0m), await StateAsync(books, invoice));
    }

    [Fact]
    public async Task AReceiptThatShrinksOrGoesOpensTheInvoiceAgain()
    {
        using var books = new Books();
        var (client, invoice) = await InvoiceAsync(books);
        var receipt = await ReceiptAsync(books, client, Total, invoice);
        await books.PostAsync("incomings/update", new { Incoming = new { id = receipt, income_sum = 79 } });
        Assert.Equal(("0000-00-00", 0.36m), await StateAsync(books, invoice));
        Assert.Equal(400, (await books.PostAsync($"invoices/delete/{invoice}")).Status);
        await books.PostAsync($"incomings/delete/{receipt}");
        Assert.Equal(("0000-00-00", Total), await StateAsync(books, invoice));
        Assert.Empty((await books.GetAsync($"invoices/get_bound_receipts/{invoice}")).Data);
        Assert.Equal(200, (await books.PostAsync($"invoices/delete/{invoice}")).Status);
    }

    [Fact]
    public async Task AnUpdateMayBindAndMayChangeProjects()
    {
        using var books = new Books();
        var (client, invoice) = await InvoiceAsync(books);
        var receipt = await ReceiptAsync(books, client, Total);
        var update = new { Incoming = new { id = receipt }, invoice_id = invoice, Projects = new[] { new { code = "P-3" } } };
        Assert.Equal(200, (await books.PostAsync("incomings/update", update)).Status);
        Assert.Equal(("2026-07-10", 0m), await StateAsync(books, invoice));
        Assert.Equal("P-3", (string)(await books.ReadAsync("incomings", receipt))["Projects"]![0]!["code"]!);
    }

    [Fact]
    public async Task AnInvoiceThatGrowsIsOpenAgain()
    {
        using var books = new Books();
        var (client, invoice) = await InvoiceAsync(books);
        await ReceiptAsync(books, client, Total, invoice);
        await books.PostAsync("invoices/update", new { Invoice = new { id = invoice, rounding = 0.04 } });
        Assert.Equal(("0000-00-00", 0.04m), await StateAsync(books, invoice));
    }

    [Fact]
    public async Task ACreditInvoiceIsSettledByMoneyThatGoesBack()
    {
        using var books = new Books();
        var client = await Bodies.ClientAsync(books);
        var invoice = await books.CreateAsync("invoices/create", Bodies.Invoice(client, amount: -10));
        await ReceiptAsync(books, client, 20, invoice);
        Assert.Equal(("0000-00-00", -Total), await StateAsync(books, invoice));
        await ReceiptAsync(books, client, -Total, invoice);
        Assert.Equal(("2026-07-10", 0m), await StateAsync(books, invoice));
    }

    [Fact]
    public async Task TheInvoiceTellsWhoseTheReceiptIs()
    {
        using var books = new Books();
        var (client, invoice) = await InvoiceAsync(books);
        var body = new { Incoming = new { income_sum = 1, income_date = "2026-07-10" }, invoice_id = invoice };
        var receipt = await books.CreateAsync("incomings/create", body);
        Assert.Equal(client, (long)(await books.ReadAsync("incomings", receipt))["Incoming"]!["client_id"]!);
    }

    [Theory]
    [InlineData("{'Incoming':{'income_sum':1,'income_date':'2026-07-10'}}")]
    [InlineData("{'Incoming':{'client_id':2001,'income_date':'2026-07-10'}}")]
    [InlineData("{'Incoming':{'client_id':2001,'income_sum':1}}")]
    [InlineData("{'Incoming':{'client_id':2001,'income_sum':1,'income_date':'2026-07-10'},'invoice_id':1}")]
    [InlineData("{'Incoming':{'client_id':2001,'income_sum':1,'income_date':'2026-07-10','income_account_id':35}}")]
    public async Task AReceiptNeedsItsParts(string body)
    {
        using var books = new Books();
        var before = (await books.ListAsync("incomings")).Count;
        Assert.Equal(400, (await books.PostAsync("incomings/create", body.Replace('\'', '"'))).Status);
        Assert.Equal(before, (await books.ListAsync("incomings")).Count);
    }

    [Theory]
    [InlineData("incomings/invoice_paid", "{}")]
    [InlineData("incomings/invoice_paid", "{'incoming_id':3000001,'invoice_id':1}")]
    [InlineData("payments/purchase_paid", "{'payment_id':1,'purchase_id':7000001}")]
    public async Task BothSidesMustBeThere(string path, string body)
    {
        using var books = new Books();
        Assert.Equal(400, (await books.PostAsync(path, body.Replace('\'', '"'))).Status);
    }

    [Fact]
    public async Task APaymentPaysAPurchase()
    {
        using var books = new Books();
        var client = await Bodies.ClientAsync(books);
        var purchase = await books.CreateAsync("purchases/create", Bodies.Purchase(client));
        async Task<string> PaidAsync() => (string)(await books.ReadAsync("purchases", purchase))["Purchase"]!["paid"]!;
        var first = await books.CreateAsync("payments/create", new
        {
            Payment = new { client_id = client, payment_sum = 240, payment_date = "2026-07-11" },
            purchase_id = purchase,
        });
        Assert.Equal("0000-00-00", await PaidAsync());
        var rest = new { client_id = client, payment_sum = 8, payment_date = "2026-07-12" };
        var second = await books.CreateAsync("payments/create", new { Payment = rest });
        Assert.Equal(200, (await books.PostAsync("payments/purchase_paid", new { payment_id = second, purchase_id = purchase })).Status);
        Assert.Equal("2026-07-12", await PaidAsync());
        Assert.Equal(new[] { first, second }, (await books.GetAsync($"purchases/get_bound_payments/{purchase}")).Data.Select(i => (long)i));
    }

    private static async Task<(long Client, long Invoice)> InvoiceAsync(Books books)
    {
        var client = await Bodies.ClientAsync(books);
        return (client, await books.CreateAsync("invoices/create", Bodies.Invoice(client)));
    }

    private static Task<long> ReceiptAsync(Books books, long client, decimal sum, long? invoice = null) =>
        books.CreateAsync("incomings/create", new JObject
        {
            ["Incoming"] = new JObject { ["client_id"] = client, ["income_sum"] = sum, ["income_date"] = "2026-07-10" },
            ["invoice_id"] = invoice,
        });

    private static async Task<(string Paid, decimal Open)> StateAsync(Books books, long id)
    {
        var invoice = (await books.ReadAsync("invoices", id))["Invoice"]!;
        return ((string)invoice["paid"]!, (decimal)invoice["remnant"]!);
    }
}

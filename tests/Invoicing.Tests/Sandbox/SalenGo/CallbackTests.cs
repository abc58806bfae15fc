using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using Xunit;

namespace Invoicing.Tests.SandboxSalenGo;

public sealed class CallbackTests
{
    [Fact]
    public async Task ACodeIsPostedAtOnceAndMustComeBack()
    {
        using var shop = new Shop();
        using var receiver = new Receiver();
        var id = await shop.CreateAsync("callback", new { uri = receiver.Uri, @event = "client.create" });
        var form = await receiver.NextAsync();
        Assert.Equal(
            ("POST /hook HTTP/1.1", "application/x-www-form-urlencoded", "callback.verify", id.ToString(), "1", shop.Server.AccountId),
            (form["(first)"], form["(type)"], form["name"], form["object_id"], form["user_id"], form["account_id"]));

        await shop.NewClientAsync();
        var wrong = new { callback = new { callback_id = id, verifier = form["verifier"] + "0" } };
        Assert.Equal(new[] { "verifier" }, (await shop.FailAsync("callback/verify", wrong)).Fields);
        Assert.Equal(new[] { "verifier" }, (await shop.FailAsync("callback/verify", new { callback = new { callback_id = id } })).Fields);
        Assert.Equal(0, (await shop.ListAsync("callback")).Rows.Single()["verified"]);

        await shop.CallAsync("callback/resendToken", new { callback_id = id });
        Assert.Equal(form["verifier"], (await receiver.NextAsync())["verifier"]);
        await VerifyAsync(shop, id, form);
        await shop.CallAsync("callback/resendToken", new { callback_id = id });
        var client = await shop.NewClientAsync();
        var told = await receiver.NextAsync();
        Assert.Equal(("client.create", client.ToString(), false), (told["name"], told["object_id"], told.ContainsKey("verifier")));
    }

    [Theory]
    [InlineData("payment.create", "payment.create")]
    [InlineData("payment/create", "payment.create")]
    [InlineData("Payment", "payment.create payment.update payment.delete")]
    [InlineData("all", "client.create invoice.create payment.create payment.update payment.delete invoice.sendByEmail")]
    [InlineData("invoice.sendByEmail", "invoice.sendByEmail")]
    public async Task AWebHookIsToldWhatItAskedFor(string asked, string expected)
    {
        using var shop = new Shop();
        using var receiver = new Receiver();
        await RegisterAsync(shop, receiver, asked);
        var invoice = await shop.NewInvoiceAsync();
        var payment = await shop.CreateAsync("payment", new { invoice_id = invoice, amount = 1 });
        await shop.UpdateAsync("payment", payment, new { notes = "x" });
        await shop.FailAsync("payment/update", new { payment = new { payment_id = payment, amount = -1 } });
        await shop.DeleteAsync("payment", payment);
        await shop.CallAsync("invoice/sendByEmail", new { invoice_id = invoice });
        foreach (var name in expected.Split(' '))
        {
            Assert.Equal(name, (await receiver.NextAsync())["name"]);
        }

        // What is posted goes out in order: once this one is here, nothing else can still be on its way.
        var last = await shop.CreateAsync("callback", new { uri = receiver.Uri, @event = "x" });
        Assert.Equal(("callback.verify", last.ToString()), await receiver.NextAsync() is var f ? (f["name"], f["object_id"]) : default);
        Assert.Equal(0, receiver.Waiting);
    }

    [Fact]
    public async Task AProfileTellsOfTheInvoicesItIssues()
    {
        using var shop = new Shop(o => o.InvoiceCount = 0);
        using var receiver = new Receiver();
        await RegisterAsync(shop, receiver, "invoice");
        var profile = Shop.Document(await shop.NewClientAsync());
        await shop.CreateAsync("recurring", profile);
        Assert.Equal("invoice.create", (await receiver.NextAsync())["name"]);
        shop.Now = shop.Now.AddMonths(1);
        var newest = (await shop.IdsAsync("invoice"))[0];
        Assert.Equal(newest.ToString(), (await receiver.NextAsync())["object_id"]);
    }

    [Fact]
    public async Task AnUnregisteredWebHookHearsNothing()
    {
        using var shop = new Shop();
        using var receiver = new Receiver();
        using var other = new Receiver();
        var id = await RegisterAsync(shop, receiver, "client");
        await RegisterAsync(shop, other, "client");
        await shop.DeleteAsync("callback", id);
        await shop.NewClientAsync();
        Assert.Equal("client.create", (await other.NextAsync())["name"]);
        Assert.Equal(0, receiver.Waiting);
        Assert.Equal(new[] { "callback_id" }, (await shop.FailAsync("callback/delete", new { callback_id = id })).Fields);
    }

    [Theory]
    [InlineData("https://hooks.example.com/sg")]
    [InlineData("http://192.0.2.1/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://localhost.example.com/")]
    [InlineData("http://127.0.0.1.example.com/")]
    [InlineData("http://127.0.0.1@example.com/")]
    [InlineData("http://[::ffff:192.0.2.1]/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("/hook")]
    [InlineData("nonsense")]
    public async Task OnlyAddressesOfThisMachineAreTaken(string uri)
    {
        using var shop = new Shop();
        Assert.Equal(new[] { "uri" }, (await shop.FailAsync("callback/create", new { callback = new { uri, @event = "all" } })).Fields);
        Assert.Empty((await shop.ListAsync("callback")).Rows);
    }

    [Fact]
    public async Task WebHooksAreListedByEventAndAddress()
    {
        using var shop = new Shop("AccountField=System");
        using var receiver = new Receiver();
        var one = await shop.CreateAsync("callback", new { uri = receiver.Uri, @event = "invoice.create" });
        var two = await shop.CreateAsync("callback", new { uri = receiver.Uri + "2", @event = "payment.create" });
        Assert.Equal(shop.Server.Account, (await receiver.NextAsync())["system"]);
        Assert.Equal(new[] { one }, await shop.IdsAsync("callback", new { @event = "invoice/create" }));
        Assert.Equal(new[] { two }, await shop.IdsAsync("callback", new { uri = receiver.Uri + "2" }));
        var row = (await shop.ListAsync("callback")).Rows[0];
        Assert.Equal(new[] { "callback_id", "uri", "event", "verified" }, row.Properties().Select(p => p.Name));
    }

    [Fact]
    public async Task AReceiverThatIsNotThereHoldsNobodyUp()
    {
        using var shop = new Shop();
        using var receiver = new Receiver();
        var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var port = ((IPEndPoint)nobody.LocalEndpoint).Port;
        nobody.Stop();
        await shop.CreateAsync("callback", new { uri = $"http://127.0.0.1:{port}/", @event = "all" });
        await shop.CreateAsync("callback", new { uri = receiver.Uri, @event = "all" });
        Assert.Equal("callback.verify", (await receiver.NextAsync())["name"]);
    }

    private static async Task<long> RegisterAsync(Shop shop, Receiver receiver, string name)
    {
        var id = await shop.CreateAsync("callback", new { uri = receiver.Uri, @event = name });
        await VerifyAsync(shop, id, await receiver.NextAsync());
        return id;
    }

    private static Task VerifyAsync(Shop shop, long id, Dictionary<string, string> form) =>
        shop.CallAsync("callback/verify", new { callback = new { callback_id = id, verifier = form["verifier"] } });
}

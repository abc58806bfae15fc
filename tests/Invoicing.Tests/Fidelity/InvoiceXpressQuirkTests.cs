using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Sandbox;
using Invoicing.Sandbox.InvoiceXpress;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Fidelity;

/// <summary>The connector does the same work under every form of InvoiceXpress that others saw. A new setting of the sandbox joins by itself.</summary>
public class InvoiceXpressQuirkTests
{
    /// <summary>Each setting with each value that is not its default; and all of them together.</summary>
    public static TheoryData<string> Quirks
    {
        get
        {
            string[] all = [.. typeof(InvoiceXpressSettings).GetProperties().SelectMany(setting =>
                (setting.PropertyType == typeof(bool) ? [bool.TrueString] : Enum.GetNames(setting.PropertyType))
                    .Where(value => value != setting.GetValue(new InvoiceXpressSettings())!.ToString())
                    .Select(value => $"{setting.Name}={value}"))];
            return [.. all, string.Join(';', all.GroupBy(quirk => quirk.Split('=')[0]).Select(same => same.Last()))];
        }
    }

    [Theory]
    [MemberData(nameof(Quirks))]
    public async Task Documents_clients_items_and_series_are_made_read_and_changed(string quirks)
    {
        using SandboxServer server = Start(quirks);
        using InvoiceSession session = Rig.Connect(server.BaseUri, server.ApiKey, server.Account);

        // Clients: one that is not there is made, once.
        Assert.Null(await session.Clients.FindAsync("Nobody"));
        Client made = await (await session.Clients.PrepareAsync(new Client { Name = "Nova", Code = "N-1", PaymentDays = 15, CopyCount = 2, ContactName = "Rita" })).SendAsync();
        Client client = (await session.Clients.FindAsync("N-1"))!;
        Assert.Equal((made.Id, 15, 2, "Rita"), (client.Id, client.PaymentDays, client.CopyCount, client.ContactName));

        // Items and series.
        await (await session.Items.PrepareAsync(new Item { Name = "I-1", UnitPrice = 3.5m, Tax = "IVA6" })).SendAsync();
        Item item = (await session.Items.ListAsync().ToListAsync()).Single(one => one.Name == "I-1");
        Assert.Equal(("I-1", 3.5m, "IVA6"), (item.Description, item.UnitPrice, item.Tax));
        Assert.Equal(["2026", "LOJA"], (await session.Series.ListAsync().ToListAsync()).Select(one => one.Name));

        // A draft goes back with the tax that it has, not with the default of the account.
        Invoice draft = await (await session.Invoices.PrepareAsync(new Invoice { Client = client, Lines = [Line()] })).SendAsync();
        Invoice read = await session.Invoices.GetAsync(InvoiceType.Invoice, draft.Id!);
        read.Notes = "changed";
        await (await session.Invoices.PrepareUpdateAsync(read)).SendAsync();
        Invoice after = await session.Invoices.GetAsync(InvoiceType.Invoice, draft.Id!);
        Assert.Equal(("changed", 2.5m, 10.55m, 27.96m), (after.Notes, after.Lines[0].Quantity, after.Lines[0].UnitPrice, after.Total));

        // A guide is issued and gets its code.
        Invoice guide = await (await session.Invoices.PrepareAsync(Guide(client))).SendAsync();
        guide = await (await session.Invoices.PrepareCompleteAsync(guide)).SendAsync();
        guide = await session.Invoices.WaitForTransportCodeAsync(guide, new OperationPoller { Interval = TimeSpan.FromMilliseconds(5) });
        Assert.StartsWith("AT", guide.TransportCode);
        Assert.Equal("Braga", guide.AddressFrom!.City);

        // Lists are whole; a document of an unknown type is one more row.
        List<Invoice> rows = await session.Invoices.ListAsync().ToListAsync();
        Assert.Contains(rows, row => row.Id == draft.Id);
        Assert.Equal(quirks.Contains("PurchaseOrders") ? 1 : 0, rows.Count(row => row.Type == InvoiceType.Unknown));
    }

    [Theory]
    [InlineData("GuideErrors=List")]
    [InlineData("GuideErrors=Object")]
    public async Task A_refusal_of_a_guide_keeps_the_words_of_the_provider(string quirks)
    {
        using SandboxServer server = Start(quirks);
        using InvoiceSession session = Rig.Connect(server.BaseUri, server.ApiKey, server.Account);
        Invoice guide = Guide((await session.Clients.ListAsync().FirstOrDefaultAsync())!);
        guide.LoadedAt = DateTime.Now.AddDays(-3);

        InvoicePlan plan = await session.Invoices.PrepareAsync(guide);
        var refused = await Assert.ThrowsAsync<ProviderException>(() => plan.SendAsync());

        Assert.Contains("Loaded at must be in the future", refused.Message);
    }

    [Theory]
    [InlineData("PdfWait=Json")]
    [InlineData("PdfWait=Empty")]
    public async Task A_PDF_is_waited_for(string quirks)
    {
        using SandboxServer server = Start(quirks);
        using InvoiceSession session = Rig.Connect(server.BaseUri, server.ApiKey, server.Account);
        Invoice invoice = (await session.Invoices.ListAsync().FirstOrDefaultAsync())!;
        ProviderOperation pdf = session.Use<IPdfExporter>().StartPdf(invoice, secondCopy: false);

        await new OperationPoller { Interval = TimeSpan.FromMilliseconds(5) }.WaitAsync(pdf);

        Assert.Equal((true, 3), (pdf.IsReady, pdf.PollCount));
    }

    /// <summary>A look-up that fails says nothing of what is there: a new client is made once, and a known one never again.</summary>
    [Theory]
    [InlineData("Nobody before", 1)]
    [InlineData("Padaria Central", 0)]
    public async Task A_client_is_made_once_although_look_ups_fail(string name, int made)
    {
        using SandboxServer server = Start("MissingClient=ServerError");
        using InvoiceSession session = Rig.Connect(server.BaseUri, server.ApiKey, server.Account);
        for (int i = 0; i < 2; i++)
        {
            var draft = new Invoice { Client = new Client { Name = name }, Lines = [Line()] };
            InvoicePlan plan = await session.Invoices.PrepareAsync(draft, new InvoiceOptions { CreateMissing = true });
            await plan.SendAsync();
        }

        Assert.Equal(made, server.Requests.Count(request => request.Method == "POST" && request.Path == "/clients.json"));
        Assert.Single(await session.Clients.ListAsync().ToListAsync(), client => client.Name == name);
    }

    /// <summary>Language of a client, and description of an item, of which the provider's refusal is known, are said before anything is sent.</summary>
    [Fact]
    public async Task The_sandbox_refuses_what_the_connector_refuses()
    {
        using SandboxServer server = Start("");
        using InvoiceSession session = Rig.Connect(server.BaseUri, server.ApiKey, server.Account);

        var language = await Assert.ThrowsAsync<ProviderException>(
            () => session.Use<IRawRequester>().SendAsync("POST", "clients.json", [], """{"client":{"name":"Nova","language":"fr"}}"""));
        var item = await Assert.ThrowsAsync<ProviderException>(
            () => session.Use<IRawRequester>().SendAsync("POST", "items.json", [], """{"item":{"name":"A","unit_price":1}}"""));

        Assert.Contains("Language", language.Message);
        Assert.Contains("Description", item.Message);
    }

    private static SandboxServer Start(string quirks) => SandboxServer.Start(new SandboxOptions
    {
        ClientCount = 3,
        InvoiceCount = 6,
        Settings = quirks.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(quirk => quirk.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]),
    });

    private static InvoiceLine Line() => new() { Name = "A", Quantity = 2.5m, UnitPrice = 10.55m, Tax = "IVA6" };

    private static Invoice Guide(Client client)
    {
        var place = new PostalAddress { Street = "Rua do Forno 3", City = "Braga", PostalCode = "4700-000", Country = "Portugal" };
        return new Invoice
        {
            Type = InvoiceType.Transport, Client = client, LoadedAt = DateTime.Now.AddDays(2), AddressFrom = place, AddressTo = place, Lines = [Line()],
        };
    }
}

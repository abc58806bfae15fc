using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Fidelity;

/// <summary>A tax that was given to a line after it was read is the one that is sent: never the rate that the line was read with.</summary>
public class EditedTaxTests
{
    private static readonly Dictionary<string, string> Usual = new()
    {
        ["InvoiceXpress"] = "IVA23", ["SimplBooks"] = "24", ["FACTURAgem"] = "21", ["SalenGo"] = "IVA",
    };

    /// <summary>Provider, tax of the line, the tax that it is given after it was read, and the rate that this means.</summary>
    public static TheoryData<string, string, string, double> Names => new()
    {
        { "InvoiceXpress", "IVA23", "IVA6", 6 },
        { "InvoiceXpress", "IVA23", "13", 13 },
        { "SimplBooks", "24", "9", 9 },
        { "SimplBooks", "24", "Müük Eestis 9%", 9 },
        { "FACTURAgem", "21", "10", 10 },
        { "FACTURAgem", "21", "IVA4", 4 },
        { "SalenGo", "IVA", "IVA reducido", 10 },
        { "SalenGo", "IVA", "10", 10 },
    };

    /// <summary>Provider, tax of the line, the rate that it is given after it was read; <c>true</c> if the name that stays contradicts it.</summary>
    public static TheoryData<string, string, double, bool> Rates => new()
    {
        { "InvoiceXpress", "IVA23", 6, true },
        { "SimplBooks", "24", 9, false },
        { "FACTURAgem", "21", 10, false },
        { "SalenGo", "IVA", 10, false },
    };

    public static TheoryData<string> Providers => [.. Usual.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_name_that_was_given_is_sent_with_its_own_rate(string provider, string tax, string edited, double rate)
    {
        using Scene scene = await Scene.OfAsync(provider, tax);
        decimal? before = scene.Read.Lines[0].TaxRate;
        scene.Read.Lines[0].Tax = edited;

        await scene.UpdateAsync();

        Invoice after = await scene.GetAsync();
        Assert.NotEqual((decimal)rate, before);
        Assert.Equal((decimal)rate, after.Lines[0].TaxRate);
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public async Task A_rate_that_was_given_is_sent_or_refused(string provider, string tax, double rate, bool isRefused)
    {
        using Scene scene = await Scene.OfAsync(provider, tax);
        decimal? before = scene.Read.Lines[0].TaxRate;
        scene.Read.Lines[0].TaxRate = (decimal)rate;

        var refused = await Record.ExceptionAsync(scene.UpdateAsync) as InvoicingException;

        Invoice after = await scene.GetAsync();
        Assert.Equal(isRefused ? "Tax" : null, refused?.FieldErrors.Single().Field);
        Assert.Equal(isRefused ? before : (decimal)rate, after.Lines[0].TaxRate);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_line_that_was_not_changed_keeps_its_tax(string provider)
    {
        using Scene scene = await Scene.OfAsync(provider, Usual[provider]);
        decimal? before = scene.Read.Lines[0].TaxRate;
        scene.Read.Notes = "changed";

        await scene.UpdateAsync();

        Assert.Equal(before, (await scene.GetAsync()).Lines[0].TaxRate);
    }

    [Theory]
    [InlineData("FACTURAgem", "IVA10")]
    [InlineData("SalenGo", "10")]
    [InlineData("InvoiceXpress", "IVA6")]
    [InlineData("SimplBooks", "Müük Eestis 9%")]
    public async Task A_new_line_whose_name_and_rate_contradict_is_refused(string provider, string tax)
    {
        using Scene scene = await Scene.OfAsync(provider, Usual[provider]);
        Invoice invoice = scene.Draft(tax);
        invoice.Lines[0].TaxRate = 21.5m;

        var refused = await Assert.ThrowsAsync<InvoicingException>(() => scene.Rig.Use<IInvoiceCreator>().PrepareAsync(invoice));

        Assert.Equal("Tax", Assert.Single(refused.FieldErrors).Field);
    }

    [Fact]
    public async Task The_rate_of_a_whole_invoice_that_was_given_holds_for_its_lines()
    {
        using Scene scene = await Scene.OfAsync("FACTURAgem", "21");
        scene.Read.TaxRate = 10;

        await scene.UpdateAsync();

        Assert.Equal(10, (await scene.GetAsync()).TaxRate);
    }

    [Theory]
    [InlineData("IGIC7")]
    [InlineData("IRPF15")]
    public async Task A_tax_that_FACTURAgem_has_no_field_for_is_refused_with_a_rate_beside_it_too(string tax)
    {
        using Scene scene = await Scene.OfAsync("FACTURAgem", "21");
        Invoice invoice = scene.Draft(tax);
        invoice.Lines[0].TaxRate = decimal.Parse(tax[4..]);

        var refused = await Assert.ThrowsAsync<InvoicingException>(() => scene.Rig.Use<IInvoiceCreator>().PrepareAsync(invoice));

        Assert.Equal("Tax", Assert.Single(refused.FieldErrors).Field);
    }

    [Fact]
    public async Task The_second_tax_of_a_line_of_SalenGo_is_changed_in_the_same_way()
    {
        using Scene scene = await Scene.OfAsync("SalenGo", "IVA");
        scene.Read.Lines[0].SecondTax = "IVA reducido";
        scene.Read.Lines[0].SecondTaxRate = 15;
        await scene.UpdateAsync();
        Invoice read = await scene.GetAsync();
        read.Lines[0].SecondTax = "IVA superreducido";

        await scene.Rig.Use<IUpdater<Invoice>>().UpdateAsync(read);

        Assert.Equal(4, (await scene.GetAsync()).Lines[0].SecondTaxRate);
    }

    [Fact]
    public async Task An_edited_line_of_a_copy_has_its_new_tax()
    {
        using Scene scene = await Scene.OfAsync("SalenGo", "IVA");
        scene.Read.Lines[0].Tax = "IVA reducido";

        InvoicePlan plan = await scene.Rig.Session.Invoices.PrepareCopyAsync(scene.Read);

        Assert.Equal(10, plan.Lines[0].TaxRate);
    }

    /// <summary>An account at a sandbox with a document of one line, as it was read.</summary>
    private sealed class Scene : IDisposable
    {
        private readonly SandboxServer _server;
        private readonly Client _client;

        private Scene(SandboxServer server, Rig rig, Client client) => (_server, Rig, _client) = (server, rig, client);

        public Rig Rig { get; }

        public Invoice Read { get; private set; } = new();

        public static async Task<Scene> OfAsync(string provider, string tax)
        {
            var server = SandboxServer.Start(new SandboxOptions { Provider = provider, ClientCount = 3, InvoiceCount = 0 });
            var rig = new Rig(sandbox: server, account: new RigAccount(provider, server.Account));
            var scene = new Scene(server, rig, (await rig.Use<IReader<Client>>().List(new ListQuery()).FirstOrDefaultAsync())!);
            Invoice made = await rig.Use<IInvoiceCreator>().CreateAsync(scene.Draft(tax));
            scene.Read = await rig.Use<IInvoiceReader>().GetAsync(made.Type, made.Id!);
            return scene;
        }

        public Invoice Draft(string tax) => new()
        {
            Client = _client,
            Date = new DateTime(2026, 3, 10),
            Lines = [new InvoiceLine { Name = "A", Quantity = 1, UnitPrice = 10, Tax = tax }],
        };

        public Task UpdateAsync() => Rig.Use<IUpdater<Invoice>>().UpdateAsync(Read);

        public Task<Invoice> GetAsync() => Rig.Use<IInvoiceReader>().GetAsync(Read.Type, Read.Id!);

        public void Dispose()
        {
            Rig.Dispose();
            _server.Dispose();
        }
    }
}

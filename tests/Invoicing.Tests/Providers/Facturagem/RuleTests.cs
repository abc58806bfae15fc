using System;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Xunit;

namespace Invoicing.Tests.ConnectorsFacturagem;

/// <summary>Totals and what is refused before it is sent.</summary>
public class RuleTests
{
    [Theory]
    [InlineData(null, 21, 15, 457.92)]
    [InlineData(5.2, 21, 15, 480.38)]
    [InlineData(null, 0, 0, 432.00)]
    [InlineData(1.4, 10, 7, 451.01)]
    public async Task Totals_are_those_of_the_sheet_and_of_the_sandbox(double? surcharge, int rate, int withholding, double total)
    {
        using var rig = new SandboxRig();
        Invoice wanted = SandboxRig.NewInvoice(await AnyClientAsync(rig));
        wanted.Surcharge = (decimal?)surcharge ?? 0;
        wanted.Withholding = withholding;
        wanted.Lines[0].TaxRate = rate;
        InvoiceTotals totals = await rig.Use<IInvoiceCreator>().PreviewAsync(wanted);
        Assert.Equal((decimal)total, totals.Total);
        Invoice made = await rig.Use<IInvoiceCreator>().CreateAsync(wanted);
        Assert.Equal(totals.Total, made.Total);
        Assert.Empty(rig.Observer.Warnings);
    }

    [Theory]
    [InlineData("21", 21)]
    [InlineData("21%", 21)]
    [InlineData("IVA21", 21)]
    [InlineData("IVA 5.2 %", 5.2)]
    public async Task A_tax_is_a_rate(string tax, double rate)
    {
        using var rig = new SandboxRig();
        Invoice wanted = SandboxRig.NewInvoice(await AnyClientAsync(rig), new InvoiceLine { Name = "A", Quantity = 1, UnitPrice = 100, Tax = tax });
        Assert.Equal((decimal)rate, (await rig.Use<IInvoiceCreator>().PrepareAsync(wanted)).Record.TaxRate);
    }

    [Fact]
    public async Task A_rate_that_is_not_given_is_the_accounts()
    {
        using var rig = new SandboxRig();
        Invoice wanted = SandboxRig.NewInvoice(await AnyClientAsync(rig), new InvoiceLine { Name = "A", Quantity = 1, UnitPrice = 100 });
        PreparedChange<Invoice> ready = await rig.Use<IInvoiceCreator>().PrepareAsync(wanted);
        Assert.Equal((await rig.Use<IAccountReader>().GetAsync(null)).TaxRate, ready.Record.Lines[0].TaxRate);
    }

    [Fact]
    public async Task Mixed_rates_are_refused_unless_lines_have_rates()
    {
        foreach (bool lineTaxes in new[] { false, true })
        {
            using var rig = new SandboxRig($"LineTaxes={lineTaxes}");
            Invoice wanted = SandboxRig.NewInvoice(
                await AnyClientAsync(rig),
                new InvoiceLine { Name = "A", Quantity = 1, UnitPrice = 100, TaxRate = 21 },
                new InvoiceLine { Name = "B", Quantity = 3, UnitPrice = 33.33m, TaxRate = 10 });
            if (lineTaxes)
            {
                Invoice made = await rig.Use<IInvoiceCreator>().CreateAsync(wanted);
                Assert.Equal([21m, 10m], made.Lines.Select(line => line.TaxRate));
                Assert.Empty(rig.Observer.Warnings);
            }
            else
            {
                var fault = await Assert.ThrowsAsync<InvoicingException>(() => rig.Use<IInvoiceCreator>().CreateAsync(wanted));
                Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
                Assert.Equal("Tax", Assert.Single(fault.FieldErrors).Field);
                Assert.DoesNotContain(rig.Lines, line => line.StartsWith("POST", StringComparison.Ordinal) && line.Contains("invoices"));
            }
        }
    }

    public static TheoryData<string, Action<Invoice>> Unfit() => new()
    {
        { "Discount", invoice => invoice.Lines[0].Discount = 5 },
        { "GlobalDiscountType", invoice => invoice.GlobalDiscountType = "absolute" },
        { "GlobalDiscount", invoice => invoice.GlobalDiscount = 101 },
        { "Line", invoice => invoice.Lines = [] },
        { "Quantity", invoice => invoice.Lines[0].Quantity = null },
        { "UnitPrice", invoice => invoice.Lines[0].UnitPrice = null },
        { "Description", invoice => invoice.Lines[0].Name = " " },
        { "Tax", invoice => (invoice.Lines[0].TaxRate, invoice.Lines[0].Tax) = (null, "reducido") },
        { "DueDate", invoice => invoice.DueDate = new DateTime(2026, 3, 4) },
        { "Type", invoice => invoice.Type = InvoiceType.Quote },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task What_the_provider_cannot_hold_is_refused(string field, Action<Invoice> spoil)
    {
        using var rig = new SandboxRig();
        Invoice wanted = SandboxRig.NewInvoice(await AnyClientAsync(rig));
        spoil(wanted);
        var fault = await Assert.ThrowsAsync<InvoicingException>(() => rig.Use<IInvoiceCreator>().CreateAsync(wanted));
        Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
        Assert.Contains(fault.FieldErrors, error => error.Field == field);
        Assert.DoesNotContain(rig.Lines, line => line.StartsWith("POST", StringComparison.Ordinal) && line.Contains("invoices"));
    }

    [Theory]
    [InlineData(InvoiceTransition.Canceled)]
    [InlineData(InvoiceTransition.Accepted)]
    [InlineData(InvoiceTransition.Unsettled)]
    public async Task What_no_operation_does_is_not_supported(InvoiceTransition transition)
    {
        using var rig = new ScriptedRig();
        var fault = await Assert.ThrowsAsync<InvoicingException>(() => rig.Use<IStateChanger>().ChangeStateAsync(new Invoice { Id = "1" }, transition));
        Assert.Equal(ErrorKind.NotSupported, fault.Kind);
        Assert.Empty(rig.Server.Calls);
    }

    [Fact]
    public async Task A_summary_that_is_changed_keeps_its_lines()
    {
        using var rig = new SandboxRig();
        Invoice summary = (await rig.Use<IReader<Invoice>>().List(new ListQuery()).FirstOrDefaultAsync())!;
        Assert.Empty(summary.Lines);
        summary.Notes = "Pagar pronto";
        await rig.Use<IUpdater<Invoice>>().UpdateAsync(summary);
        Invoice whole = await rig.Use<IReader<Invoice>>().GetAsync(summary.Id!);
        Assert.Equal("Pagar pronto", whole.Notes);
        Assert.NotEmpty(whole.Lines);
    }

    private static async Task<Client> AnyClientAsync(SandboxRig rig) => (await rig.Use<IReader<Client>>().List(new ListQuery()).FirstOrDefaultAsync())!;
}

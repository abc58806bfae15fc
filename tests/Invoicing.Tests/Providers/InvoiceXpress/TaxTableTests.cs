using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Connectors;

/// <summary>Which tax a line gets (docs/facts/invoicexpress.md#side-effects, #taxes).</summary>
public sealed class TaxTableTests
{
    [Theory]
    [InlineData("IVA23", "IVA23", 23)]
    [InlineData("iva6", "IVA6", 6)]
    [InlineData(" IVA6 ", "IVA6", 6)]
    [InlineData("6", "IVA6", 6)]
    [InlineData("6.0", "IVA6", 6)]
    [InlineData("23%", "IVA23", 23)]
    [InlineData("23 %", "IVA23", 23)]
    [InlineData("Azores 16", "Azores 16", 16)]
    [InlineData(null, "IVA23", 23)]
    [InlineData("", "IVA23", 23)]
    public async Task ATaxIsFoundByNameByRateOrIsTheDefault(string? asked, string name, int rate)
    {
        InvoiceLine line = new() { Name = "n", Quantity = 1, UnitPrice = 1, Tax = asked };

        line = await InCulture.Run("pt-PT", () => PreparedAsync(line));

        Assert.Equal((name, rate), (line.Tax, line.TaxRate));
    }

    [Fact]
    public async Task ARateOfSeveralTaxesIsRefusedWithTheirNames()
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Empty(500));
        Invoice invoice = Ix.Invoice();
        invoice.Lines[0].Tax = "16";

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => rig.Use<IInvoiceCreator>().PreviewAsync(invoice));

        FieldError error = Assert.Single(fault.FieldErrors);
        Assert.Contains("'Continente 16'", error.Message);
        Assert.Contains("'Azores 16'", error.Message);
        Assert.DoesNotContain("IVA23", error.Message);
    }

    [Fact]
    public async Task ARateAloneIsEnough()
    {
        InvoiceLine line = new() { Name = "n", Quantity = 1, UnitPrice = 1, TaxRate = 6.00m };

        line = await PreparedAsync(line);

        Assert.Equal("IVA6", line.Tax);
    }

    [Theory]
    [InlineData("IVA13")]
    [InlineData("13")]
    [InlineData("23,0")]
    [InlineData("-23")]
    public async Task ATaxThatTheAccountDoesNotHaveIsRefusedAfterAnotherLook(string tax)
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Empty(500));
        Invoice invoice = Ix.Invoice();
        invoice.Lines[0].Tax = tax;

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => rig.Use<IInvoiceCreator>().PreviewAsync(invoice));

        FieldError error = Assert.Single(fault.FieldErrors);
        Assert.Equal("Tax", error.Field);
        Assert.Contains(tax, error.Message);
        Assert.Contains("IVA23", error.Message);
        Assert.Equal(["GET /taxes.json", "GET /taxes.json"], rig.Server.Lines);
    }

    [Fact]
    public async Task TaxesAreReadOnceASession()
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Empty(500));

        await rig.Use<IInvoiceCreator>().PreviewAsync(Ix.Invoice());
        await rig.Use<IInvoiceCreator>().PreviewAsync(Ix.Invoice());

        Assert.Single(rig.Server.Calls);
    }

    [Fact]
    public async Task ATaxThatWasAddedSinceIsFound()
    {
        using var rig = new Rig();
        rig.Server.Then(Ix.Taxes, "{\"taxes\":[{\"name\":\"IVA13\",\"value\":13}]}");
        await rig.Use<IInvoiceCreator>().PreviewAsync(Ix.Invoice());
        Invoice invoice = Ix.Invoice();
        invoice.Lines[0].Tax = "IVA13";

        PreparedChange<Invoice> ready = await rig.Use<IInvoiceCreator>().PrepareAsync(invoice);

        Assert.Equal(13m, ready.Record.Lines[0].TaxRate);
        Assert.Equal(2, rig.Server.Calls.Count);
    }

    [Fact]
    public async Task AFailureToReadThemIsNotRemembered()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Empty(401), Answer.Json(Ix.Taxes));

        await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IInvoiceCreator>().PreviewAsync(Ix.Invoice()));
        await rig.Use<IInvoiceCreator>().PreviewAsync(Ix.Invoice());

        Assert.Equal(2, rig.Server.Calls.Count);
    }

    [Fact]
    public async Task AnAccountWithoutADefaultNeedsATax()
    {
        using var rig = new Rig();
        rig.Server.Otherwise(_ => Answer.Json("{\"taxes\":[{\"name\":\"IVA23\",\"value\":23}]}"));
        Invoice invoice = Ix.Invoice();
        invoice.Lines[0].Tax = null;

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => rig.Use<IInvoiceCreator>().PreviewAsync(invoice));

        Assert.Equal("Tax", Assert.Single(fault.FieldErrors).Field);
    }

    private static async Task<InvoiceLine> PreparedAsync(InvoiceLine line)
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Empty(500));
        Invoice invoice = Ix.Invoice();
        invoice.Lines.Clear();
        invoice.Lines.Add(line);
        return Assert.Single((await rig.Use<IInvoiceCreator>().PrepareAsync(invoice)).Record.Lines);
    }
}

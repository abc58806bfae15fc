using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine;
using Invoicing.Providers.Facturagem;
using Xunit;

namespace Invoicing.Tests.Connectors;

/// <summary>A name or a rate means one tax, or it is refused with the names of those that fit.</summary>
public sealed class TaxChoiceTests
{
    private static readonly Tax[] Taxes =
    [
        new() { Id = "1", Name = "IVA23", Rate = 23, IsDefault = true, Region = "PT" },
        new() { Id = "2", Name = "IVA23-X", Rate = 23, Region = "PT" },
        new() { Id = "3", Name = "IVA4-AC", Rate = 4, Region = "PT-AC" },
        new() { Id = "4", Name = "IVA4-MA", Rate = 4, Region = "PT-MA" },
        new() { Id = "5", Name = "6", Rate = 13 },
        new() { Id = "6", Name = "IVA6", Rate = 6 },
    ];

    [Theory]
    [InlineData("23", "IVA23")]
    [InlineData("iva23-x", "IVA23-X")]
    [InlineData("6", "6")]
    [InlineData("6 %", "IVA6")]
    [InlineData("IVA4-MA", "IVA4-MA")]
    [InlineData("4", "IVA4-AC,IVA4-MA")]
    [InlineData("7", "")]
    public void NamesComeBeforeRates(string asked, string expected)
    {
        IReadOnlyList<Tax> found = TaxChoice.Find(Taxes, asked, null);

        Assert.Equal(expected, string.Join(",", found.Select(tax => tax.Name)));
    }

    [Fact]
    public void ComplaintsNameWhatFits()
    {
        string complaint = TaxChoice.Complaint(Taxes, TaxChoice.Find(Taxes, null, 4), null, 4);

        Assert.Contains("'IVA4-AC' (4 % in PT-AC, id 3), 'IVA4-MA' (4 % in PT-MA, id 4)", complaint);
        Assert.DoesNotContain("IVA23", complaint);
    }

    [Theory]
    [InlineData("21")]
    [InlineData("21%")]
    [InlineData("IVA21")]
    [InlineData("vat 21 %")]
    public void FacturagemReadsNamesOfValueAddedTax(string tax)
    {
        var invoice = new Invoice { Lines = [new InvoiceLine { Tax = tax }] };

        InvoiceRates.Spread(invoice);

        Assert.Equal(21, invoice.TaxRate);
    }

    [Theory]
    [InlineData("IGIC7", "Canary")]
    [InlineData("IPSI4", "Ceuta")]
    [InlineData("IRPF15", "-Withholding")]
    [InlineData("RE5.2", "-Surcharge")]
    [InlineData("XYZ5", "not known")]
    public void FacturagemRefusesOtherTaxesByName(string tax, string words)
    {
        var invoice = new Invoice { Lines = [new InvoiceLine { Tax = tax }] };

        InvoicingException fault = Assert.Throws<InvoicingException>(() => InvoiceRates.Spread(invoice));

        FieldError error = Assert.Single(fault.FieldErrors);
        Assert.Contains(tax, error.Message);
        Assert.Contains(words, error.Message);
    }
}

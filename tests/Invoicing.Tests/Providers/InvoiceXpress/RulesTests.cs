using System;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Providers.InvoiceXpress;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Connectors;

/// <summary>What is refused before anything is sent.</summary>
public sealed class RulesTests
{
    public static readonly TheoryData<string, Action<Invoice>> BadInvoices = new()
    {
        { "Quantity", invoice => invoice.Lines[0].Quantity = 0 },
        { "Quantity", invoice => invoice.Lines[0].Quantity = -1 },
        { "Quantity", invoice => invoice.Lines[0].Quantity = null },
        { "UnitPrice", invoice => invoice.Lines[0].UnitPrice = -0.01m },
        { "UnitPrice", invoice => invoice.Lines[0].UnitPrice = null },
        { "Name", invoice => invoice.Lines[0].Name = " " },
        { "Discount", invoice => invoice.Lines[0].Discount = -1 },
        { "Discount", invoice => invoice.Lines[0].Discount = 100.01m },
        { "DueDate", invoice => invoice.DueDate = invoice.Date!.Value.AddDays(-1) },
        { "Withholding", invoice => invoice.Withholding = -1 },
        { "Withholding", invoice => invoice.Withholding = 100 },
        { "TaxExemption", invoice => invoice.Lines[0].Tax = "Isento" },
        { "Client", invoice => invoice.Client = null },
        { "Client Name", invoice => invoice.Client!.Name = "" },
        { "Client Name", invoice => invoice.Client!.Name = new string('n', 101) },
        { "Client TaxNumber", invoice => (invoice.Client!.TaxNumber, invoice.Client.Country) = ("123456788", "Portugal") },
        { "Line", invoice => invoice.Lines.Clear() },
    };

    public static readonly TheoryData<Action<Invoice>> GoodInvoices = new()
    {
        invoice => invoice.Lines[0].Quantity = 0.001m,
        invoice => invoice.Lines[0].UnitPrice = 0,
        invoice => invoice.Lines[0].Discount = 100,
        invoice => invoice.Lines[0].Discount = 0,
        invoice => invoice.DueDate = invoice.Date,
        invoice => invoice.Withholding = 99.99m,
        invoice => invoice.Withholding = 0,
        invoice => (invoice.Lines[0].Tax, invoice.TaxExemption) = ("Isento", "M07"),
        invoice => invoice.Client!.Name = new string('n', 100),
        invoice => (invoice.Client!.TaxNumber, invoice.Client.Country) = ("123456788", "Spain"),
    };

    [Theory]
    [MemberData(nameof(BadInvoices))]
    public async Task ABadInvoiceIsNamedByItsFieldAndNotSent(string field, Action<Invoice> spoil)
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Json(Ix.Document(), 201));
        Invoice invoice = Ix.Invoice();
        spoil(invoice);

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => rig.Use<ICreator<Invoice>>().CreateAsync(invoice));

        Assert.Equal((ErrorKind.InvalidInput, field), (fault.Kind, Assert.Single(fault.FieldErrors).Field));
        Assert.DoesNotContain(rig.Server.Calls, call => call.Method != "GET");
    }

    [Theory]
    [MemberData(nameof(GoodInvoices))]
    public async Task WhatIsJustGoodEnoughIsSent(Action<Invoice> change)
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Json(Ix.Document(), 201));
        Invoice invoice = Ix.Invoice();
        change(invoice);

        await rig.Use<ICreator<Invoice>>().CreateAsync(invoice);

        Assert.Single(rig.Server.Calls, call => call.Method == "POST");
    }

    [Fact]
    public async Task TheLineIsNamedWhereThereAreSeveral()
    {
        using var rig = new Rig();
        rig.Server.WithTaxes(_ => Answer.Empty(500));
        Invoice invoice = Ix.Invoice();
        invoice.Lines.Add(new InvoiceLine { Tax = "IVA6", Quantity = -1 });

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => rig.Use<IInvoiceCreator>().PreviewAsync(invoice));

        Assert.Equal(["Line 2 Name", "Line 2 Quantity", "Line 2 UnitPrice"], fault.FieldErrors.Select(error => error.Field));
        Assert.Contains("Line 2 Quantity", fault.Message);
        Assert.Contains("ENC-1", fault.Message);
    }

    [Theory]
    [InlineData("123456789", true)]
    [InlineData("999999990", true)]
    [InlineData("599999993", true)]
    [InlineData("500000000", true)]
    [InlineData("129999998", false)]
    [InlineData("509000000", false)]
    [InlineData("123456780", false)]
    [InlineData("12345678", false)]
    [InlineData("1234567890", false)]
    [InlineData("PT123456789", false)]
    [InlineData("12345678A", false)]
    [InlineData("\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void TheCheckDigitOfATaxNumberIsChecked(string? number, bool good) => Assert.Equal(good, Nif.IsValid(number));

    [Fact]
    public void TheFinalConsumerIsATaxNumber() => Assert.True(Nif.IsValid(Nif.FinalConsumer));

    [Theory]
    [InlineData("Portugal", "123456788", false)]
    [InlineData("pt", "123456788", false)]
    [InlineData("PORTUGAL", "999999990", true)]
    [InlineData("Spain", "B123", true)]
    [InlineData(null, "123456788", true)]
    [InlineData("Portugal", null, true)]
    [InlineData("Portugal", "", true)]
    [InlineData("Atlantis", "1", true)]
    public void OnlyPortugueseTaxNumbersAreChecked(string? country, string? number, bool good)
    {
        var client = new Client { Name = "n", Country = country, TaxNumber = number };

        Assert.Equal(good, Record.Exception(() => InvoiceXpressRules.Check(client)) is null);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(null, true)]
    public void CopiesAreOneToThree(int? copies, bool good) =>
        Assert.Equal(good, Record.Exception(() => InvoiceXpressRules.Check(new Client { Name = "n", CopyCount = copies })) is null);
}

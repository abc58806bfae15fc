using System;
using System.Globalization;
using System.Linq;
using Invoicing.Providers.InvoiceXpress;
using Xunit;

namespace Invoicing.Tests.Connectors;

/// <summary>Totals as the provider computes them (docs/facts/invoicexpress.md#totals): rounded once, at the end.</summary>
public sealed class TotalsTests
{
    /// <summary>Lines as quantity, price, discount and rate; then net, tax and total.</summary>
    [Theory]
    [InlineData("2 20 10 23", "36 8.28 44.28")]
    [InlineData("1 10 0 23", "10 2.30 12.30")]
    [InlineData("1 24.3902 0 23", "24.39 5.61 30.00")]
    [InlineData("1 16.2602 0 23", "16.26 3.74 20.00")]
    [InlineData("1 0.005 0 0", "0.01 0 0.01")]
    [InlineData("1 0.004 0 0", "0 0 0")]
    [InlineData("3 1.1111 0 0", "3.33 0 3.33")]
    [InlineData("1 10 100 23", "0 0 0")]
    [InlineData("1 0.5 0 23;1 0.5 0 13;1 0.5 0 6", "1.5 0.21 1.71")]
    [InlineData("1 0.004 0 0;1 0.004 0 0", "0.01 0 0.01")]
    [InlineData("1000000 99999.9999 0 23", "99999999900 22999999977 122999999877")]
    [InlineData("", "0 0 0")]
    public void LinesAreSummedUnrounded(string lines, string expected) => AssertTotals(expected, Of(lines));

    [Theory]
    [InlineData(5, "percentage", "19 4.37 23.37")]
    [InlineData(5, null, "19 4.37 23.37")]
    [InlineData(5, "absolute", "15 3.45 18.45")]
    [InlineData(20, "absolute", "0 0 0")]
    [InlineData(100, "percentage", "0 0 0")]
    [InlineData(0, "absolute", "20 4.60 24.60")]
    public void ADiscountOnTheWholeTakesItsShareOfTheTax(int discount, string? type, string expected)
    {
        Invoice invoice = Of("1 20 0 23");
        (invoice.GlobalDiscount, invoice.GlobalDiscountType) = (discount, type);

        AssertTotals(expected, invoice);
    }

    [Fact]
    public void ADiscountOnNothingIsNothing()
    {
        Invoice invoice = Of("1 0 0 23");
        (invoice.GlobalDiscount, invoice.GlobalDiscountType) = (5, "absolute");

        AssertTotals("0 0 0", invoice);
    }

    private static void AssertTotals(string expected, Invoice invoice)
    {
        InvoiceTotals totals = InvoiceXpressTotals.Of(invoice);
        Assert.Equal(Numbers(expected), new[] { totals.Net, totals.Tax, totals.Total });
    }

    private static Invoice Of(string lines) => new()
    {
        Lines =
        [
            .. lines.Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(Numbers)
                .Select(line => new InvoiceLine { Quantity = line[0], UnitPrice = line[1], Discount = line[2], TaxRate = line[3] }),
        ],
    };

    private static decimal[] Numbers(string text) =>
        [.. text.Split(' ').Select(number => decimal.Parse(number, CultureInfo.InvariantCulture))];
}

using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Model;

public sealed class LineTextTests
{
    [Theory]
    [InlineData("pt-PT")]
    [InlineData("ar-SA")]
    public void LinesAreTextThatCanBeReadAgain(string culture) => InCulture.Run(culture, () =>
    {
        var invoice = new Invoice
        {
            Lines = new List<InvoiceLine>
            {
                new() { Name = "Pão x 2 @ casa", Quantity = 1234.5m, UnitPrice = 10.5555m, Tax = "IVA23", Discount = 12.5m, Unit = "kg", Description = "one | two\\\nthree" },
                new() { Quantity = -1, UnitPrice = 3, TaxRate = 6, SecondTax = "IRPF", SecondTaxRate = -15, ItemCode = "A-1", ItemId = "7", WarehouseId = "8", AccountId = "9" },
            },
        };

        string text = invoice.Lines.ToString()!;
        Assert.StartsWith("1234.5 x Pão x 2 @ casa @ 10.5555 | Tax=IVA23 | Discount=12.5", text);
        string again = new Invoice { Lines = [.. InvoiceLine.ParseMany(text)] }.Lines.ToString()!;
        Assert.Equal(text, again);
        Assert.Equal("one | two\\\nthree", InvoiceLine.ParseMany(text)[0].Description);
        Assert.Equal("Pão x 2 @ casa", InvoiceLine.ParseMany(text)[0].Name);
        Assert.Equal(-15, InvoiceLine.ParseMany(text)[1].SecondTaxRate);
        return text;
    });

    [Theory]
    [InlineData("Pão")]
    [InlineData("1 x Pão")]
    [InlineData("1,5 x Pão @ 1")]
    [InlineData("1 x Pão @ 1 | Colour=red")]
    public void OtherTextIsRefused(string text) => Assert.Throws<FormatException>(() => InvoiceLine.ParseMany(text));

    [Fact]
    public void AnAddressIsTextThatCanBeReadAgain()
    {
        var address = new PostalAddress { Street = "Rua do Forno, 3", City = "Leeds", PostalCode = "LS1 0AA" };
        Assert.Equal("Rua do Forno, 3 | LS1 0AA | Leeds | ", address.ToString());
        PostalAddress again = PostalAddress.Parse(address.ToString())!;
        Assert.Equal((address.Street, address.City, address.PostalCode, address.Country), (again.Street, again.City, again.PostalCode, again.Country));
        Assert.Null(PostalAddress.Parse("Rua do Forno, 3"));
    }

    [Fact]
    public void ADocumentHasALineListOfItsOwn()
    {
        var lines = new List<InvoiceLine> { new() { Name = "A" } };
        var invoice = new Invoice { Lines = lines };
        lines.Add(new InvoiceLine { Name = "B" });
        Assert.Equal(["A"], invoice.Lines.Select(line => line.Name));
    }
}

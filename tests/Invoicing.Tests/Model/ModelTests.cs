using System;
using System.Collections.Generic;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Model;

public sealed class ModelTests
{
    /// <summary>Scripts index arrays, and nothing that the compiler makes up.</summary>
    [Fact]
    public void ComplaintsAreAnArray() => Assert.IsType<FieldError[]>(
        InvoicingException.InvalidInput("client", [new FieldError("Name", "is missing"), new FieldError("Email", "is none")]).FieldErrors);

    public static readonly TheoryData<object, string> Texts = new()
    {
        { new Client { Name = "Padaria", Code = "P1" }, "Padaria (P1)" },
        { new Client { Name = "Padaria" }, "Padaria" },
        { new Client { Id = "7" }, "7" },
        { new Client(), "" },
        { new Invoice { Type = InvoiceType.CreditNote, Number = "2026/1", Id = "7" }, "CreditNote 2026/1" },
        { new Invoice { Id = "7" }, "Invoice 7" },
        { new Invoice(), "Invoice (new)" },
        { new InvoiceLine { Name = "Pão", Quantity = 2.5m, UnitPrice = 0.1234m }, "2.5 x Pão @ 0.1234" },
        { new Payment { Number = "2026/1", Amount = 1234.5m }, "2026/1 1234.50" },
        { new InvoiceTotals(1.005m, 0.5m, 1234.5m), "net 1.01, tax 0.50, total 1234.50" },
        { new Tax { Name = "IVA23", Id = "1" }, "IVA23" },
        { new MultibancoReference { Entity = "12345", Reference = "123 456 789" }, "12345 123 456 789" },
        { new FieldError("Name", "is missing"), "Name: is missing" },
        { new FieldError(null, "wrong"), "wrong" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void AnObjectIsShownTheSameInEveryCulture(object item, string text) => Assert.Equal(text, InCulture.Run("pt-PT", item.ToString));

    [Fact]
    public void ExtraFieldsAreOneLineAndKnowNoCase()
    {
        var extra = new ExtraFields { ["a"] = 1.5m, ["B"] = "x", ["c"] = null };

        Assert.Equal("a=1.5; B=x; c=", InCulture.Run("pt-PT", extra.ToString));
        Assert.Equal("x", extra["b"]);
    }

    [Theory]
    [InlineData("pt", "Portugal", "PT")]
    [InlineData("Portugal", "Portugal", "PT")]
    [InlineData("PORTUGAL", "Portugal", "PT")]
    [InlineData("ci", "Ivory Coast", "CI")]
    [InlineData("curaçao", "Curaçao", "CW")]
    [InlineData("Atlantis", "Atlantis", null)]
    [InlineData("", "", null)]
    public void ACountryIsKnownByCodeAndByName(string text, string name, string? code) =>
        Assert.Equal((name, code), InCulture.Run("tr-TR", () => (Countries.ToName(text), Countries.ToCode(text))));

    [Fact]
    public void AQueryMatchesWhatItAsksFor()
    {
        var invoice = new Invoice
        {
            Type = InvoiceType.Invoice,
            State = InvoiceState.Final,
            Reference = "R",
            Date = new DateTime(2026, 3, 10),
            DueDate = new DateTime(2026, 4, 9),
            NetTotal = 10,
        };
        (InvoiceQuery Query, bool Matches)[] cases =
        [
            (new InvoiceQuery(), true),
            (new InvoiceQuery { Types = [InvoiceType.Quote, InvoiceType.Invoice], States = [InvoiceState.Final], Reference = "R" }, true),
            (new InvoiceQuery { Types = [InvoiceType.Quote] }, false),
            (new InvoiceQuery { States = [InvoiceState.Draft] }, false),
            (new InvoiceQuery { Reference = "r" }, false),
            (new InvoiceQuery { DueFrom = new DateTime(2026, 4, 9), DueTo = new DateTime(2026, 4, 9) }, true),
            (new InvoiceQuery { DueTo = new DateTime(2026, 4, 8) }, false),
            (new InvoiceQuery { NetFrom = 10, NetTo = 10 }, true),
            (new InvoiceQuery { NetFrom = 10.01m }, false),
            (new InvoiceQuery { NetTo = 9.99m }, false),
        ];

        Assert.All(cases, row => Assert.Equal(row.Matches, row.Query.Matches(invoice)));
        Assert.False(new InvoiceQuery { NetFrom = 0 }.Matches(new Invoice()));
    }

    [Fact]
    public void InputErrorsAreOneSentenceEach()
    {
        var fault = InvoicingException.InvalidInput(
            "invoice", new List<FieldError> { new("A", "is missing"), new("B", "is wrong") });

        Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
        Assert.EndsWith("A: is missing. B: is wrong.", fault.Message);
        Assert.Equal(2, fault.FieldErrors.Count);
    }
}

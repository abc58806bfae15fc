using Xunit;

namespace Invoicing.Tests.Sessions;

/// <summary>Keys of records, tax numbers as people write them, and the origin of records.</summary>
public sealed class KeyTests
{
    [Theory]
    [InlineData("501964843", "501 964 843", true)]
    [InlineData("PT501964843", "501964843", true)]
    [InlineData("b-12345674", "ESB12345674", true)]
    [InlineData("PT501964843", "ES501964843", false)]
    [InlineData("501964843", "501964844", false)]
    [InlineData("", "", false)]
    [InlineData(null, "501964843", false)]
    public void TaxNumbersAreComparedAsPeopleWriteThem(string? one, string? other, bool same)
    {
        Assert.Equal(same, TaxNumberText.IsSame(one, other));
        Assert.Equal(same, TaxNumberText.IsSame(other, one));
    }

    [Theory]
    [InlineData("Acme 2000", false)]
    [InlineData("C0001", false)]
    [InlineData("501964843", true)]
    [InlineData("ES B12345674", true)]
    public void SomeTextCanBeATaxNumber(string text, bool can) => Assert.Equal(can, TaxNumberText.IsLike(text));

    [Fact]
    public void AKeyThatNamesTwoIsRefusedWithBoth()
    {
        var hits = new KeyHits<Client>();
        hits.Add(RecordKeyKind.Code, new Client { Id = "5", Name = "Acme" });
        hits.Add(RecordKeyKind.Name, new Client { Id = "5", Name = "Acme" });
        Assert.Equal("5", hits.One(new RecordKey(RecordKeyKind.Any, "7"))!.Id);

        hits.Add(RecordKeyKind.Id, new Client { Id = "7", Name = "Bolt" });
        InvoicingException fault = Assert.Throws<InvoicingException>(() => hits.One(new RecordKey(RecordKeyKind.Any, "7")));

        Assert.Contains("code of Acme (id 5), id of Bolt (id 7)", fault.Message);
    }

    [Fact]
    public void DocumentsOfTwoTypesAreTwoAlthoughTheyShareAnId()
    {
        var hits = new KeyHits<Invoice>();
        hits.Add(RecordKeyKind.Number, new Invoice { Id = "5", Type = InvoiceType.Invoice });
        hits.Add(RecordKeyKind.Number, new Invoice { Id = "5", Type = InvoiceType.Quote });

        Assert.Throws<InvoicingException>(() => hits.One(new RecordKey(RecordKeyKind.Number, "1")));
    }

    [Theory]
    [InlineData("InvoiceXpress/acme/books", "InvoiceXpress/acme", "books")]
    [InlineData("SalenGo/shop@127.0.0.1:5000/a/b", "SalenGo/shop@127.0.0.1:5000", "a/b")]
    [InlineData("books", null, null)]
    [InlineData(null, null, null)]
    public void AnOriginIsRead(string? text, string? account, string? name)
    {
        var origin = RecordOrigin.Of(text);

        Assert.Equal((account, name), (origin?.AccountKey, origin?.Name));
    }

    [Fact]
    public void CreditNotesCountNegative()
    {
        Assert.Equal(-12.3m, new Invoice { Type = InvoiceType.CreditNote, Total = 12.3m }.SignedTotal);
        Assert.Equal(-12.3m, new Invoice { Type = InvoiceType.CreditNote, Total = -12.3m }.SignedTotal);
        Assert.Equal(12.3m, new Invoice { Type = InvoiceType.Invoice, Total = 12.3m }.SignedTotal);
    }

    [Theory]
    [InlineData(InvoiceType.Invoice, InvoiceState.Final, null, true)]
    [InlineData(InvoiceType.Invoice, InvoiceState.Final, 0, false)]
    [InlineData(InvoiceType.Invoice, InvoiceState.Draft, 5, false)]
    [InlineData(InvoiceType.Invoice, InvoiceState.Settled, null, false)]
    [InlineData(InvoiceType.Invoice, InvoiceState.Canceled, 5, false)]
    [InlineData(InvoiceType.CreditNote, InvoiceState.Final, 5, false)]
    [InlineData(InvoiceType.Proforma, InvoiceState.Final, 5, false)]
    [InlineData(InvoiceType.DebitNote, InvoiceState.Final, 5, true)]
    public void OnlyIssuedInvoicesAndDebitNotesAreOwed(InvoiceType type, InvoiceState state, int? outstanding, bool owed) =>
        Assert.Equal(owed, new Invoice { Type = type, State = state, Outstanding = outstanding }.IsOwed);
}

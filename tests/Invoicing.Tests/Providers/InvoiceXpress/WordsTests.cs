using System;
using System.Linq;
using Invoicing.Engine.Fields;
using Invoicing.Http.Json;
using Invoicing.Providers.InvoiceXpress;
using Newtonsoft.Json;
using Xunit;
using Theirs = Invoicing.Sandbox.InvoiceXpress.Countries;

namespace Invoicing.Tests.Connectors;

/// <summary>Numbers, countries, currencies and days in the provider's own words.</summary>
public sealed class WordsTests
{
    /// <summary>Countries that the provider has no name for: whoever needs one has to use another.</summary>
    private static readonly string[] Missing = ["British Virgin Islands", "Kosovo", "South Sudan", "Tonga"];

    [Theory]
    [InlineData("FT 2026/14", InvoiceType.Invoice, "2026/14")]
    [InlineData("fr A/1", InvoiceType.InvoiceReceipt, "A/1")]
    [InlineData("FS 2026/1", InvoiceType.SimplifiedInvoice, "2026/1")]
    [InlineData("NC 2026/1", InvoiceType.CreditNote, "2026/1")]
    [InlineData("ND  2026/1 ", InvoiceType.DebitNote, "2026/1")]
    [InlineData(" 2026/14 ", null, "2026/14")]
    [InlineData("XY 2026/14", null, "XY 2026/14")]
    [InlineData("FT2026/14", null, "FT2026/14")]
    [InlineData("", null, "")]
    public void ANumberIsReadAsPeopleWriteIt(string text, InvoiceType? type, string number) =>
        Assert.Equal((type, number), DocumentNumber.Parse(text));

    [Theory]
    [InlineData("2026/14", "2026/14", true)]
    [InlineData("2026/14", "14/2026", true)]
    [InlineData("g/6", "G/6", true)]
    [InlineData("2026/14", "2026/1", false)]
    [InlineData("2026/14", "4/2026", false)]
    [InlineData("2026", "2026", true)]
    [InlineData(null, "2026/14", false)]
    public void ANumberIsTheSameEitherWayRound(string? number, string asked, bool same) =>
        Assert.Equal(same, DocumentNumber.Same(number, asked));

    [Theory]
    [InlineData("Portugal", "Portugal")]
    [InlineData("pt", "Portugal")]
    [InlineData("PORTUGAL", "Portugal")]
    [InlineData("GB", "UK")]
    [InlineData("United Kingdom", "UK")]
    [InlineData("UK", "UK")]
    [InlineData("KR", "Korea, South")]
    [InlineData("CI", "Ivory Coast")]
    [InlineData("IO", "British Indian Ocean Territory")]
    [InlineData("CC", "Cocos (Keeling) Islands")]
    [InlineData("HM", "Heard and McDonald Islands")]
    [InlineData("SJ", "Svalbard and Jan Mayen Islands")]
    [InlineData("VG", "British Virgin Islands")]
    [InlineData("VI", "Virgin Islands")]
    [InlineData("WF", "Wallis and Futuna Islands")]
    [InlineData("AN", "Netherlands Antilles")]
    [InlineData("Great Britain", "Great Britain")]
    [InlineData("Atlantis", "Atlantis")]
    public void ACountryIsSentInTheProvidersWords(string ours, string sent) => Assert.Equal(sent, (string?)CountryNames.Wire.Write(ours));

    [Theory]
    [InlineData("UK", "United Kingdom")]
    [InlineData("uk", "United Kingdom")]
    [InlineData("Korea, South", "South Korea")]
    [InlineData("Portugal", "Portugal")]
    [InlineData("Upper Volta", "Upper Volta")]
    [InlineData("", null)]
    public void ACountryIsReadInOurWords(string theirs, string? ours) => Assert.Equal(ours, Read(CountryNames.Wire, theirs));

    [Fact]
    public void EveryCountryIsOnTheProvidersListAndComesBackTheSame()
    {
        string[] codes =
        [
            .. from first in Enumerable.Range('A', 26)
               from second in Enumerable.Range('A', 26)
               let code = $"{(char)first}{(char)second}"
               where Countries.ToCode(code) is not null
               select code,
        ];
        Assert.True(codes.Length > 200);

        string[] unknown = [.. codes.Select(Countries.ToName).Where(name => !Theirs.IsKnown((string)CountryNames.Wire.Write(name)!))];
        Assert.Equal(Missing, unknown.Order());
        Assert.All(codes, code => Assert.Equal(Countries.ToName(code), Read(CountryNames.Wire, (string)CountryNames.Wire.Write(code)!)));
        Assert.All(codes, code => Assert.Equal(code, Countries.ToCode(Countries.ToName(code))));
    }

    [Theory]
    [InlineData("Euro", "EUR", null)]
    [InlineData("Pound sterling", "GBP", "GBP")]
    [InlineData("U.S. dollar", "USD", "USD")]
    [InlineData("Galactic credit", "Galactic credit", null)]
    [InlineData("USD", "USD", "USD")]
    [InlineData("EUR", "EUR", null)]
    [InlineData("usd", "USD", "USD")]
    public void ACurrencyIsReadAsANameAndSentAsACode(string read, string ours, string? sent)
    {
        Assert.Equal(ours, Read(CurrencyCode.Wire, read));
        Assert.Equal(sent, (string?)CurrencyCode.Wire.Write(ours));
    }

    [Theory]
    [InlineData("2026-01-15T23:59:59Z", "2026-01-15")]
    [InlineData("2026-01-16T00:00:00Z", "2026-01-16")]
    [InlineData("2026-03-28T23:30:00Z", "2026-03-28")]
    [InlineData("2026-03-29T23:00:00Z", "2026-03-30")]
    [InlineData("2026-07-31T22:59:59Z", "2026-07-31")]
    [InlineData("2026-07-31T23:00:00Z", "2026-08-01")]
    [InlineData("2026-10-24T23:30:00Z", "2026-10-25")]
    [InlineData("2026-10-25T23:30:00Z", "2026-10-25")]
    [InlineData("2026-07-31T23:00:00-05:00", "2026-08-01")]
    [InlineData("2026-08-01T00:30:00+02:00", "2026-07-31")]
    public void TodayIsTodayInLisbon(string now, string today) =>
        Assert.Equal(DateTime.Parse(today), LisbonTime.Today(DateTimeOffset.Parse(now)));

    private static string? Read(FieldType<string?> type, string text)
    {
        using JsonReader reader = WireJson.Open(JsonConvert.ToString(text));
        reader.Read();
        return type.Read(reader);
    }
}

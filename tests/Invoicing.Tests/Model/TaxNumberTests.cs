using Xunit;

namespace Invoicing.Tests.Model;

public sealed class TaxNumberTests
{
    [Theory]
    [InlineData("501964843", "Portugal", true)]
    [InlineData("PT 501 964 843", null, true)]
    [InlineData("501964844", "PT", false)]
    [InlineData("50196484", "PT", false)]
    [InlineData("999999990", "Portugal", true)]
    [InlineData("12345678Z", "Spain", true)]
    [InlineData("12345678A", "Spain", false)]
    [InlineData("ES12345678Z", null, true)]
    [InlineData("X1234567L", "Spain", true)]
    [InlineData("X1234567M", "Spain", false)]
    [InlineData("B58818501", "ES", true)]
    [InlineData("B58818502", "ES", false)]
    [InlineData("Q2826000H", "ES", true)]
    [InlineData("Q28260008", "ES", false)]
    [InlineData("EE100931558", null, true)]
    [InlineData("EE100931559", null, false)]
    [InlineData("10137319", "Estonia", true)]
    [InlineData("10137318", "Estonia", false)]
    [InlineData("37605030299", "Estonia", true)]
    [InlineData("37605030298", "Estonia", false)]
    [InlineData("DE123456789", null, true)]
    [InlineData("DE12345678", null, false)]
    [InlineData("123456789", "Germany", true)]
    [InlineData("EL123456789", "Greece", true)]
    [InlineData("NL123456789B01", null, true)]
    [InlineData("123456789", null, null)]
    [InlineData("12-3456789", "United States", null)]
    [InlineData("DE123456789", "Portugal", true)]
    public void ANumberIsCheckedByItsPrefixElseByTheCountry(string number, string? country, bool? valid) =>
        Assert.Equal(valid, TaxNumbers.IsValid(number, country));

    [Theory]
    [InlineData("PT 501.964.843", "Portugal", "501964843")]
    [InlineData("pt501964843", null, "501964843")]
    [InlineData("ES-B58818501", "Spain", "B58818501")]
    [InlineData("ee 100931558", "Estonia", "EE100931558")]
    [InlineData("DE 123 456 789", "Portugal", "DE123456789")]
    [InlineData(" 12-3456789 ", null, "12-3456789")]
    [InlineData("12-3456789", "United States", "12-3456789")]
    public void ANumberLosesBlanksAndThePrefixThatItsCountryDoesNotWrite(string number, string? country, string kept) =>
        Assert.Equal(kept, TaxNumbers.Clean(number, country));
}

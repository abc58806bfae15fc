using Xunit;

namespace Invoicing.Tests.Banking;

/// <summary>Estonian reference numbers and those of ISO 11649.</summary>
public sealed class ReferenceNumberTests
{
    [Theory]
    [InlineData("9876549", true)]
    [InlineData("98 7654 9", true)]
    [InlineData("9876544", false)]
    [InlineData("7", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("98765a5", false)]
    [InlineData("123456789012345678901", false)]
    public void The_check_digit_tells(string? number, bool isValid) => Assert.Equal(isValid, ReferenceNumber.IsValid(number));

    [Theory]
    [InlineData("987654")]
    [InlineData("ARVE-1")]
    [InlineData("0")]
    [InlineData("9999999999999999999")]
    public void What_is_made_of_a_number_is_valid(string number) => Assert.True(ReferenceNumber.IsValid(ReferenceNumber.FromNumber(number)));

    [Theory]
    [InlineData("no digit")]
    [InlineData("12345678901234567890")]
    [InlineData(null)]
    public void What_cannot_be_one_is_none(string? number) => Assert.Null(ReferenceNumber.FromNumber(number));

    [Theory]
    [InlineData("RF18539007547034", true)]
    [InlineData("rf18 5390 0754 7034", true)]
    [InlineData("RF19539007547034", false)]
    [InlineData("RF", false)]
    [InlineData("XX18539007547034", false)]
    public void The_reference_of_the_standard_has_check_digits(string text, bool isValid) => Assert.Equal(isValid, ReferenceNumber.IsCreditorReference(text));
}

using Invoicing.Saft;
using Xunit;

namespace Invoicing.Tests.Saft;

public sealed class TaxNumberTests
{
    [Theory]
    [InlineData("123456789", true)]
    [InlineData("999999990", true)]
    [InlineData("599999993", true)]
    [InlineData("500000000", true)]
    [InlineData("129999998", false)]
    [InlineData("12345678", false)]
    [InlineData("1234567890", false)]
    [InlineData("12345678A", false)]
    [InlineData("PT123456789", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void The_last_digit_is_checked(string? number, bool isValid) => Assert.Equal(isValid, TaxNumber.IsValid(number));
}

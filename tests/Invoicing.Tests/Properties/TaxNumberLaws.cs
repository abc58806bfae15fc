using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Invoicing.Saft;
using Xunit;
using Xunit.Abstractions;

namespace Invoicing.Tests.Properties;

/// <summary>Laws of the check digit of Portuguese tax numbers.</summary>
public sealed class TaxNumberLaws
{
    private readonly ITestOutputHelper _output;

    public TaxNumberLaws(ITestOutputHelper output) => _output = output;

    private static Arbitrary<string> EightDigits =>
        Gen.Choose(0, 99_999_999).Select(number => number.ToString("00000000", CultureInfo.InvariantCulture)).ToArbitrary();

    [Fact]
    public void ExactlyOneLastDigitIsRight() => Law.Holds(_output, EightDigits, digits =>
    {
        int[] right = [.. Enumerable.Range(0, 10).Where(last => TaxNumber.IsValid(digits + last))];

        Assert.Equal([TaxNumber.CheckDigit(digits + "0")], right);
    });

    /// <summary>The remainders 0 and 1 have the same check digit, so a slip may go unnoticed only where that digit is 0.</summary>
    [Fact]
    public void ASlipInOneDigitIsNoticedWhereTheCheckDigitIsNotZero() => Law.Holds(_output, EightDigits, digits =>
    {
        string number = digits + TaxNumber.CheckDigit(digits + "0");
        for (int place = 0; place < 8 && number[8] != '0'; place++)
        {
            for (char digit = '0'; digit <= '9'; digit++)
            {
                Assert.Equal(digit == number[place], TaxNumber.IsValid(number[..place] + digit + number[(place + 1)..]));
            }
        }
    });
}

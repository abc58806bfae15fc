using System.Globalization;
using System.Linq;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>Check digits of Estonian numbers, so that invented ones are of the right form.</summary>
internal static class Checks
{
    private static readonly int[] RegistryFirst = { 1, 2, 3, 4, 5, 6, 7 };
    private static readonly int[] RegistrySecond = { 3, 4, 5, 6, 7, 8, 9 };
    private static readonly int[] Vat = { 3, 7, 1, 3, 7, 1, 3, 7 };
    private static readonly int[] FromTheRight = { 7, 3, 1 };

    /// <summary>The eighth digit of a registry code: modulo 11, with other weights when that gives 10, and then 0.</summary>
    public static string RegistryCode(string sevenDigits)
    {
        var check = Sum(sevenDigits, RegistryFirst) % 11;
        check = check == 10 ? Sum(sevenDigits, RegistrySecond) % 11 : check;
        return sevenDigits + (check % 10);
    }

    public static string VatNumber(string eightDigits) => "EE" + eightDigits + Complement(Sum(eightDigits, Vat));

    /// <summary>An account number with a bank that does not exist: 00 stands where a bank's own digits would.</summary>
    public static string Iban(long account)
    {
        var digits = "00" + account.ToString("00000000000000", CultureInfo.InvariantCulture);
        var rest = (digits + "141400").Aggregate(0, (sum, c) => ((sum * 10) + (c - '0')) % 97);
        return "EE" + (98 - rest).ToString("00", CultureInfo.InvariantCulture) + digits;
    }

    /// <summary>A payment reference number: the digits of a document's number and their check digit by the weights 7, 3, 1.</summary>
    public static string Reference(string number)
    {
        var digits = new string(number.Where(c => c is >= '0' and <= '9').ToArray());
        if (digits.Length == 0)
        {
            return "";
        }

        var sum = digits.Reverse().Select((c, i) => (c - '0') * FromTheRight[i % 3]).Sum();
        return digits + Complement(sum);
    }

    private static int Sum(string digits, int[] weights) => digits.Select((c, i) => (c - '0') * weights[i]).Sum();

    private static int Complement(int sum) => (10 - (sum % 10)) % 10;
}

using System.Linq;

namespace Invoicing.Banking;

/// <summary>Check digits of IBANs and of ISO 11649 references, which are computed alike.</summary>
internal static class Ibans
{
    public static bool IsValid(string iban) => iban.Length is >= 15 and <= 34 && char.IsLetter(iban[0]) && char.IsLetter(iban[1]) && HasCheck(iban);

    /// <summary>True if text with its first four characters put behind is 1 modulo 97, each letter being a number from 10.</summary>
    public static bool HasCheck(string text)
    {
        if (text.Length < 5 || !text.All(letter => letter is (>= '0' and <= '9') or (>= 'A' and <= 'Z')))
        {
            return false;
        }

        int rest = 0;
        foreach (char letter in text.Substring(4) + text.Substring(0, 4))
        {
            int value = letter <= '9' ? letter - '0' : letter - 'A' + 10;
            rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
        }

        return rest == 1;
    }
}

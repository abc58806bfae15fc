using System;
using System.Text;
using Invoicing.Saft.Schema;

namespace Invoicing.Saft.Checks;

/// <summary>P01 and P02: check digits of tax numbers.</summary>
internal sealed class TaxNumberCheck(CheckContext context) : SaftCheck(context)
{
    private const string WrongDigit = "The check digit of the tax number is wrong.";

    protected override void Header(SaftHeader header)
    {
        Check("P01", SaftTable.Header, header, header.TaxRegistrationNumber, "The check digit of the issuer's tax number is wrong.");
        Check(
            "P01", SaftTable.Header, header, header.ProductCompanyTaxId,
            "The check digit of the tax number of the program's maker is wrong.",
            SaftLevel.Warning, SaftTier.Strict);
    }

    protected override void Party(SaftParty party)
    {
        // Numbers of other countries, and words, cannot be checked here.
        if (party.BillingAddress?.Country == "PT")
        {
            var table = party is SaftCustomer ? SaftTable.Customer : SaftTable.Supplier;
            CheckForm(table, party);
            Check("P02", table, party, party.TaxId, WrongDigit);
        }
    }

    private void CheckForm(SaftTable table, SaftParty party)
    {
        if (party.TaxId is { Length: > 0 } number && Bare(number) is { Length: > 0 } digits && digits != number
            || party.TaxId is { Length: not 9 } other && other.Length > 0 && SaftPatterns.AreDigits(other, 0, other.Length))
        {
            Report(
                "P02", table, party, "The tax number has not the form of one: nine digits, without prefix and blanks.",
                Bare(party.TaxId!) is { Length: 9 } right ? right : "nine digits", party.TaxId);
        }
    }

    /// <summary>The digits of a number that is written with a prefix, blanks, points or hyphens; null for any other text.</summary>
    private static string? Bare(string number)
    {
        var text = number.Trim();
        text = text.StartsWith("PT", StringComparison.OrdinalIgnoreCase) ? text.Substring(2) : text;
        var digits = new StringBuilder();
        foreach (var c in text)
        {
            if (c is >= '0' and <= '9')
            {
                digits.Append(c);
            }
            else if (!char.IsWhiteSpace(c) && c is not ('.' or '-'))
            {
                return null;
            }
        }

        return digits.ToString();
    }

    private void Check(
        string rule, SaftTable table, SaftRecord record, string? number, string description, SaftLevel? level = null, SaftTier? tier = null)
    {
        if (number?.Length != 9 || !SaftPatterns.AreDigits(number, 0, 9))
        {
            return;
        }

        if (!TaxNumber.IsValid(number))
        {
            var right = number.Substring(0, 8) + TaxNumber.CheckDigit(number);
            Report(rule, table, record, description, right, number, level, tier);
        }
        else if (!TaxNumber.HasKnownPrefix(number))
        {
            Report(
                rule, table, record, "The tax number begins like none that is known.", null, number, SaftLevel.Information,
                SaftTier.Strict);
        }
    }
}

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
            Check("P02", party is SaftCustomer ? SaftTable.Customer : SaftTable.Supplier, party, party.TaxId, WrongDigit);
        }
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

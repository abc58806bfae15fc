namespace Invoicing.Saft.Checks;

/// <summary>
/// S02: the assertions of the schema, which are XSD 1.1. One of the 19 is written so that it never fails (a receipt line looking
/// at its parent) and has no code here [official].
/// </summary>
internal sealed class AssertionCheck(CheckContext context) : SaftCheck(context)
{
    protected override void Document(SaftDocument document)
    {
        var hasTax = false;
        foreach (var line in document.Lines)
        {
            hasTax |= line.Tax is not null;
            CheckExemption(document, line);
            CheckTaxBase(document, line);
        }

        if (document is SaftPayment { Type: "RC" } && !hasTax)
        {
            Report("S02", document, "A receipt of type RC has no line with a tax.");
        }
    }

    protected override void Ledger(SaftRecord record)
    {
        if (record is not SaftAccount { GroupingCategory: { } category } account)
        {
            return;
        }

        if ((category == "GM") != (account.TaxonomyCode is not null))
        {
            Report(
                "S02", SaftTable.GeneralLedgerAccounts, account, "Accounts of category GM, and no others, have a taxonomy code.", null,
                category);
        }

        var standsAlone = category is "GR" or "AR";
        if (standsAlone == account.GroupingCode is not null)
        {
            Report(
                "S02", SaftTable.GeneralLedgerAccounts, account, "All accounts but those of category GR and AR have a grouping code.",
                null, category);
        }
    }

    private void CheckExemption(SaftDocument document, SaftLine line)
    {
        var rate = line.Tax?.Percentage ?? line.Tax?.Amount;
        if (rate == 0 && line.TaxExemptionReason is null)
        {
            Report("S02", document, "A line without tax has no exemption reason.", "TaxExemptionReason", null, null, line);
        }
        else if (rate > 0 && line.TaxExemptionReason is { } reason)
        {
            Report("S02", document, "A line with tax has an exemption reason.", null, reason, null, line);
        }

        if ((line.TaxExemptionReason is null) != (line.TaxExemptionCode is null))
        {
            Report(
                "S02", document, "Exemption reason and exemption code do not come together.", null,
                line.TaxExemptionReason ?? line.TaxExemptionCode, null, line);
        }
    }

    private void CheckTaxBase(SaftDocument document, SaftLine line)
    {
        if (line.TaxBase is null || document is not (SaftInvoice or SaftWorkDocument))
        {
            return;
        }

        if (line.UnitPrice is { } price && price != 0)
        {
            Report("S02", document, "A line with TaxBase has a price.", "0", SaftText.Of(price), null, line);
        }

        if (line.Amount != 0)
        {
            Report(
                "S02", document, "A line with TaxBase has an amount.", "0", SaftText.Of(line.CreditAmount ?? line.DebitAmount), null,
                line);
        }
    }
}

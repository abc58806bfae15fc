using System.Collections.Generic;

namespace Invoicing.Saft.Checks;

/// <summary>S05: is the tax of each line in the tax table?</summary>
internal sealed class TaxTableCheck(CheckContext context) : SaftCheck(context)
{
    // The same type, region and code may stand there with several rates, so that the rate is part of the key [seen].
    private readonly HashSet<(string? Type, string? Region, string? Code, decimal? Percentage, decimal? Amount)> _taxes = [];

    protected override void TaxEntry(SaftTaxEntry entry) => _taxes.Add(KeyOf(entry.Tax));

    protected override void Document(SaftDocument document)
    {
        foreach (var line in document.Lines)
        {
            // NA stands for receipts that give no detail of the tax [official].
            if (line.Tax is { Code: not "NA" } tax && !_taxes.Contains(KeyOf(tax)))
            {
                Report("S05", document, "The tax of a line is not in the tax table.", null, tax.ToString(), null, line);
            }
        }
    }

    private static (string?, string?, string?, decimal?, decimal?) KeyOf(SaftTax tax)
        => (tax.Type, tax.Region, tax.Code, tax.Percentage, tax.Amount);
}

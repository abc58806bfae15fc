using System.Linq;

namespace Invoicing.Saft.Checks;

/// <summary>X01: exemption codes, and tax codes that go with their rates.</summary>
internal sealed class ExemptionCheck(CheckContext context) : SaftCheck(context)
{
    protected override void Document(SaftDocument document)
    {
        foreach (var line in document.Lines)
        {
            CheckCode(document, line);
            CheckRate(document, line);
        }
    }

    private void CheckCode(SaftDocument document, SaftLine line)
    {
        // The schema lets several codes be glued together [official].
        for (var i = 0; line.TaxExemptionCode is { } codes && i + 3 <= codes.Length; i += 3)
        {
            var code = codes.Substring(i, 3);
            if (!TaxExemptions.All.ContainsKey(code) && !TaxExemptions.Withdrawn.Contains(code))
            {
                Report("X01", document, "The exemption code is not known here.", null, code, SaftLevel.Warning, line);
            }
        }
    }

    private void CheckRate(SaftDocument document, SaftLine line)
    {
        if (line.Tax is not { } tax || (tax.Percentage ?? tax.Amount) is not { } rate)
        {
            return;
        }

        var problem = tax.Code switch
        {
            "ISE" when rate != 0 => "A line with tax code ISE has a tax.",
            "RED" or "INT" or "NOR" when rate == 0 => "A line with tax code RED, INT or NOR has no tax.",
            "NS" when rate != 0 => "A line with tax code NS has a tax.",
            _ => tax.Type is not null && tax.Code is not null and not "NA" && tax.Type == "NS" != (tax.Code == "NS")
                ? "Tax type NS and tax code NS do not come together."
                : null,
        };
        if (problem is not null)
        {
            Report("X01", document, problem, null, tax.ToString(), null, line);
        }
    }
}

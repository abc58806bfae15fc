using System.Linq;

namespace Invoicing.Saft;

/// <summary>The tax of a line.</summary>
internal static class LineTax
{
    /// <summary>1 for a document of credits, -1 for one of debits. Tax decides where the net is 0.</summary>
    public static int Side(SaftDocument document)
    {
        var net = document.Lines.Sum(line => line.Amount);
        return (net != 0 ? net : document.Lines.Sum(line => Of(line, false) ?? 0)) < 0 ? -1 : 1;
    }

    /// <summary>
    /// The tax, with the sign of the line's side: a percentage of the amount or of TaxBase, or a fixed amount for each unit;
    /// null where the line does not tell.
    /// </summary>
    public static decimal? Of(SaftLine line, bool taxBaseTimesQuantity)
    {
        var sign = line.DebitAmount is null ? 1 : -1;
        if (line.Tax?.Amount is { } fixedAmount)
        {
            return sign * fixedAmount * line.Quantity;
        }

        if (line.TaxBase is { } taxBase)
        {
            return sign * taxBase * (taxBaseTimesQuantity ? line.Quantity : 1) * line.Tax?.Percentage / 100m;
        }

        return line.Amount * line.Tax?.Percentage / 100m;
    }
}

namespace Invoicing.Saft;

/// <summary>The tax of a line.</summary>
internal static class LineTax
{
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

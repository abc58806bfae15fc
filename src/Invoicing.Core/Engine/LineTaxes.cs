using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Engine;

/// <summary>
/// The tax of a line among those of an account, where lines name their tax by an identifier. The identifier is the truth of a line that was
/// read; a name or a rate that says another tax was changed since, and means the other one.
/// </summary>
internal static class LineTaxes
{
    /// <summary>Rounding of two amounts to cents.</summary>
    private const decimal Tolerance = 0.02m;

    /// <summary>Removes the rates of taxes in whose place other names were given after the lines were read.</summary>
    public static void DropOldRates(IEnumerable<InvoiceLine> lines)
    {
        foreach (InvoiceLine line in lines)
        {
            line.DropOldRates();
        }
    }

    /// <summary>The reason why a name of a tax and a rate cannot both be meant: the name is another rate; <c>null</c> where they agree.</summary>
    public static string? Contradiction(string? name, decimal? rate) => name is not null && rate is not null && TaxChoice.Rate(name) is { } said && said != rate
        ? FormattableString.Invariant($"says '{name}' and the rate {rate:0.##}: give one of them, or both alike")
        : null;

    /// <summary>The tax that the identifier of a line names; <c>null</c> where there is none, or name or rate say another one.</summary>
    public static Tax? ById(InvoiceLine line, IReadOnlyList<Tax> taxes) => Named(line, taxes) is { } tax
        && (string.IsNullOrWhiteSpace(line.Tax) || string.Equals(line.Tax!.Trim(), tax.Name, StringComparison.OrdinalIgnoreCase))
        && (line.TaxRate is null || tax.Rate is null || line.TaxRate == tax.Rate)
            ? tax
            : null;

    /// <summary>True if a line that says no tax gets the default: a new one, and never one that was read.</summary>
    public static bool MayHaveDefault(InvoiceLine line) => !line.IsRead && line.TaxId is null;

    /// <summary>The reason why a line has no tax although it says none; <c>null</c> where it says one.</summary>
    public static string? Missing(InvoiceLine line) => !string.IsNullOrWhiteSpace(line.Tax) || line.TaxRate is not null ? null
        : line.TaxId is { } id ? $"the account has no tax with the identifier {id} any more: give another one"
        : line.IsRead ? "is missing: the line was read and its answer told no tax; give one, since the default could be another"
        : null;

    /// <summary>The contradiction between a line and the tax that was found for it; <c>null</c> where they agree.</summary>
    public static string? Contradiction(InvoiceLine line, Tax found, IReadOnlyList<Tax> taxes)
    {
        if (found.Rate is not { } rate)
        {
            return null;
        }

        // A name that was changed leaves the rate of the tax before it behind.
        Tax? before = Named(line, taxes);
        bool isOther = before is not null && before.Id != found.Id;
        if (line.TaxRate is { } said && said != rate && !(isOther && before!.Rate == said))
        {
            return FormattableString.Invariant($"says '{line.Tax ?? found.Name}', which has {rate:0.##} %, and the rate {said:0.##}: give one of them, or both alike");
        }

        // The amounts of a line are those of the tax that it was read with.
        bool isChanged = line.IsTaxChanged || isOther;
        bool hasDiscount = line.Discount is not (null or 0) || line.DiscountAmount is not (null or 0);
        return line.IsRead && !isChanged && !hasDiscount && line is { Subtotal: { } net, TaxAmount: { } tax }
            && Math.Abs(tax - (net * rate / 100)) > Tolerance
                ? FormattableString.Invariant($"'{found.Name}' has {rate:0.##} %, and the line's own amounts say a tax of {tax:0.00} on {net:0.00}: give the tax")
                : null;
    }

    private static Tax? Named(InvoiceLine line, IReadOnlyList<Tax> taxes) =>
        line.TaxId is { } id ? taxes.FirstOrDefault(tax => tax.Id == id) : null;
}

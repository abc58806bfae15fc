using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing;

/// <summary>
/// The amounts of one document by row. Each row gets what its lines say, in cents; the cent that the document rounds otherwise goes to its largest
/// row, and an amount that rounding cannot explain to a row without a rate.
/// </summary>
internal sealed class TaxShares
{
    /// <summary>The smallest amount of money.</summary>
    public const decimal Cent = 0.01m;

    private readonly List<Share> _all;

    private TaxShares(List<Share> all) => _all = all;

    public IReadOnlyList<Share> All => _all;

    public static TaxShares Of(TaxedDocument document, Func<TaxedDocument, TaxedPart?, RowKey> keyOf)
    {
        var shares = new TaxShares([.. document.Parts.GroupBy(part => keyOf(document, part)).Select(
            same => new Share(same.Key, same.Sum(part => part.Net), same.Sum(part => part.Tax)))]);

        // A document can round each line for itself.
        decimal tolerance = Cent + (document.Parts.Count * Cent / 2);
        Func<Share> rest = () => shares.Rest(keyOf(document, null), document.Parts.Count == 0);
        Spread(shares, document.Net, tolerance, share => share.LineNet, (share, amount) => share.Net += amount, rest);
        Spread(shares, document.Tax, tolerance, share => share.LineTax, (share, amount) => share.Tax += amount, rest);
        shares.SpreadSurcharge(document.Surcharge, rest);
        return shares;
    }

    private static void Spread(
        TaxShares shares, decimal? told, decimal tolerance, Func<Share, decimal> line, Action<Share, decimal> add, Func<Share> rest)
    {
        decimal left = told ?? InvoiceTaxes.Cents(shares._all.Sum(line));
        foreach (Share share in shares._all)
        {
            decimal cents = InvoiceTaxes.Cents(line(share));
            add(share, cents);
            left -= cents;
        }

        if (left != 0)
        {
            Share? largest = shares._all.Where(share => line(share) != 0).OrderByDescending(share => Math.Abs(line(share))).FirstOrDefault();
            add(largest is null || Math.Abs(left) > tolerance ? rest() : largest, left);
        }
    }

    /// <summary>A surcharge is on the tax, so it goes where tax is.</summary>
    private void SpreadSurcharge(decimal surcharge, Func<Share> rest)
    {
        if (surcharge == 0)
        {
            return;
        }

        Share[] taxed = [.. _all.Where(share => share.LineTax != 0).OrderByDescending(share => Math.Abs(share.LineTax))];
        decimal tax = taxed.Sum(share => share.LineTax);
        decimal left = surcharge;
        foreach (Share share in tax == 0 ? [] : taxed.Skip(1))
        {
            share.Surcharge = InvoiceTaxes.Cents(surcharge * share.LineTax / tax);
            left -= share.Surcharge;
        }

        (tax == 0 ? rest() : taxed[0]).Surcharge += left;
    }

    /// <summary>The share of what belongs to no line.</summary>
    private Share Rest(RowKey key, bool isWithoutLines)
    {
        if (_all.FirstOrDefault(share => share.Key == key) is not { } rest)
        {
            _all.Add(rest = new Share(key, 0, 0));
        }

        rest.Reason = isWithoutLines ? TaxDifferenceReason.MissingLines : TaxDifferenceReason.Unexplained;
        return rest;
    }

    internal sealed class Share(RowKey key, decimal lineNet, decimal lineTax)
    {
        public RowKey Key { get; } = key;

        public decimal LineNet { get; } = lineNet;

        public decimal LineTax { get; } = lineTax;

        public decimal Net { get; set; }

        public decimal Tax { get; set; }

        public decimal Surcharge { get; set; }

        public TaxDifferenceReason Reason { get; set; }
    }
}

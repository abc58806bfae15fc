using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing;

/// <summary>Totals of a document that is not stored yet.</summary>
public sealed class InvoiceTotals
{
    /// <summary>Makes totals.</summary>
    /// <param name="net">Amount without tax, after discounts.</param>
    /// <param name="tax">Tax, without surcharge and without what is withheld.</param>
    /// <param name="total">Amount to be paid.</param>
    public InvoiceTotals(decimal net, decimal tax, decimal total)
    {
        Net = net;
        Tax = tax;
        Total = total;
    }

    /// <summary>Amount without tax, after discounts.</summary>
    public decimal Net { get; }

    /// <summary>Tax, without surcharge and without what is withheld.</summary>
    public decimal Tax { get; }

    /// <summary>Tax of each rate, the highest rate first.</summary>
    public IReadOnlyList<TaxShare> Taxes { get; init; } = [];

    /// <summary>Surcharge on the tax.</summary>
    public decimal Surcharge { get; init; }

    /// <summary>Tax that is withheld at source, as an amount above zero.</summary>
    public decimal Withholding { get; init; }

    /// <summary>Amount to be paid. What is withheld is subtracted where the provider does so.</summary>
    public decimal Total { get; }

    /// <summary>Tells whether the provider may come to another result: it computes the totals itself, by rules that it does not document.</summary>
    public bool IsEstimate { get; init; }

    /// <summary>The amounts; several rates, a surcharge and what is withheld are shown apart.</summary>
    public override string ToString()
    {
        string rates = Taxes.Count > 1 ? $" ({string.Join(", ", Taxes.Select(share => share.ToString()))})" : "";
        string surcharge = Surcharge == 0 ? "" : FormattableString.Invariant($", surcharge {Surcharge:0.00}");
        string withheld = Withholding == 0 ? "" : FormattableString.Invariant($", withholding {Withholding:0.00}");
        return FormattableString.Invariant($"net {Net:0.00}, tax {Tax:0.00}{rates}{surcharge}{withheld}, total {Total:0.00}");
    }
}

/// <summary>Tax of one rate on a document.</summary>
public sealed class TaxShare
{
    /// <summary>Makes a share.</summary>
    /// <param name="rate">Rate in percent.</param>
    /// <param name="net">Amount without tax.</param>
    /// <param name="amount">Tax.</param>
    public TaxShare(decimal rate, decimal net, decimal amount)
    {
        Rate = rate;
        Net = net;
        Amount = amount;
    }

    /// <summary>Rate in percent.</summary>
    public decimal Rate { get; }

    /// <summary>Amount without tax that the rate applies to.</summary>
    public decimal Net { get; }

    /// <summary>Tax.</summary>
    public decimal Amount { get; }

    /// <summary>Rate and tax.</summary>
    public override string ToString() => FormattableString.Invariant($"{Rate:0.##} %: {Amount:0.00}");
}

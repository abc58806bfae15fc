using System;

namespace Invoicing;

/// <summary>Totals of a document that is not stored yet.</summary>
public sealed class InvoiceTotals
{
    /// <summary>Makes totals.</summary>
    /// <param name="net">Without tax, after discounts.</param>
    /// <param name="tax">Tax.</param>
    /// <param name="total">To be paid.</param>
    public InvoiceTotals(decimal net, decimal tax, decimal total)
    {
        Net = net;
        Tax = tax;
        Total = total;
    }

    /// <summary>Without tax, after discounts.</summary>
    public decimal Net { get; }

    /// <summary>Tax.</summary>
    public decimal Tax { get; }

    /// <summary>To be paid.</summary>
    public decimal Total { get; }

    /// <summary>The three amounts.</summary>
    public override string ToString() => FormattableString.Invariant($"net {Net:0.00}, tax {Tax:0.00}, total {Total:0.00}");
}

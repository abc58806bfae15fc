using System;

namespace Invoicing;

/// <summary>Totals of a document that is not stored yet.</summary>
public sealed class InvoiceTotals
{
    /// <summary>Creates totals.</summary>
    /// <param name="net">Total without tax, after discounts.</param>
    /// <param name="tax">Tax.</param>
    /// <param name="total">Amount to pay.</param>
    public InvoiceTotals(decimal net, decimal tax, decimal total)
    {
        Net = net;
        Tax = tax;
        Total = total;
    }

    /// <summary>Total without tax, after discounts.</summary>
    public decimal Net { get; }

    /// <summary>Tax.</summary>
    public decimal Tax { get; }

    /// <summary>Amount to pay.</summary>
    public decimal Total { get; }

    /// <summary>The three amounts.</summary>
    public override string ToString() => FormattableString.Invariant($"net {Net:0.00}, tax {Tax:0.00}, total {Total:0.00}");
}

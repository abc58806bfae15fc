using System;

namespace Invoicing;

/// <summary>The part of a bank entry that is proposed for one document.</summary>
public sealed class ProposedPayment
{
    internal ProposedPayment(Invoice invoice, decimal amount)
    {
        Invoice = invoice;
        Amount = amount;
    }

    /// <summary>The document.</summary>
    public Invoice Invoice { get; }

    /// <summary>Amount with tax; never more than is open.</summary>
    public decimal Amount { get; }

    /// <summary>Document and amount.</summary>
    public override string ToString() => FormattableString.Invariant($"{Invoice.Number ?? Invoice.Reference ?? Invoice.Id}: {Amount:0.00}");
}

using System;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>What a receipt adds to a document: the paid one and the way of paying.</summary>
internal sealed class PaymentRecord
{
    public PaymentRecord(DocumentRecord paid, decimal amount, string mechanism, DateTime date)
    {
        Paid = paid;
        Amount = amount;
        Mechanism = mechanism;
        Date = date;
    }

    public DocumentRecord Paid { get; }

    public decimal Amount { get; }

    public string Mechanism { get; }

    public DateTime Date { get; }
}

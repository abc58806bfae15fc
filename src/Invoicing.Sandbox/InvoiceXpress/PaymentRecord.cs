using System;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Fields that a receipt has besides those of a document: the paid document and the payment mechanism.</summary>
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

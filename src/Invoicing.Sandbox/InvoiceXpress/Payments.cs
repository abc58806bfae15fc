using System;
using System.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Receipts: their creation and their effect on the paid document.</summary>
internal static class Payments
{
    public static decimal Paid(DocumentRecord document) =>
        document.Related.Where(related => related.Payment != null && !related.IsCanceled).Sum(related => related.Payment!.Amount);

    /// <summary>Outstanding amount; zero unless the document is issued and open.</summary>
    public static decimal Open(DocumentRecord document) =>
        document.Status == DocumentStates.Final ? document.Totals.Total - Paid(document) : 0;

    public static DocumentRecord Pay(
        Company company,
        DocumentRecord document,
        decimal amount,
        string mechanism,
        DateTime date,
        SeriesRecord series,
        string? note,
        DateTime now)
    {
        var receipt = new DocumentRecord(DocumentKind.Receipt)
        {
            CreatedAt = now,
            Date = date,
            DueDate = date,
            Client = document.Client,
            Observations = note,
            Owner = document,
            Payment = new PaymentRecord(document, amount, mechanism, date),
            Sequence = series.For(DocumentKind.Receipt),
            Totals = DocumentTotals.OfPayment(amount),
        };
        DocumentIssue.Issue(company, receipt, DocumentStates.Final, now);
        company.Documents.Add(receipt, uid: null);
        document.Related.Add(receipt);

        // The last payment settles the document. [seen], [inferred]
        if (Open(document) == 0)
        {
            document.Status = DocumentStates.Settled;
            document.StatusDate = receipt.SystemEntry;
            document.IsSettledByPayments = true;
        }

        return receipt;
    }

    /// <summary>Cancelling a receipt opens the document again that its payments had settled. [inferred]</summary>
    public static void Undo(DocumentRecord receipt)
    {
        if (receipt.Payment?.Paid is { IsSettledByPayments: true, Status: DocumentStates.Settled } paid)
        {
            paid.Status = DocumentStates.Final;
            paid.IsSettledByPayments = false;
        }
    }
}

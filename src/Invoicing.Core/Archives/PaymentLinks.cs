using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Archives;

/// <summary>
/// Finds the documents of payments whose list does not tell them. The payments of a document are asked for, so those documents are asked first that are
/// most likely to have one: a request for each document of the payment's client at most, and none where no payment is new.
/// </summary>
internal sealed class PaymentLinks
{
    private readonly AccountRecords _account;
    private readonly List<(Invoice Document, bool IsChanged)> _documents = [];

    public PaymentLinks(AccountRecords account) => _account = account;

    public void Add(Invoice document, bool isChanged)
    {
        if (document.State is InvoiceState.Final or InvoiceState.Settled or InvoiceState.SecondCopy or InvoiceState.Canceled
            && document.Type is InvoiceType.Invoice or InvoiceType.SimplifiedInvoice or InvoiceType.CashInvoice or InvoiceType.DebitNote or InvoiceType.VatMossInvoice or InvoiceType.Proforma
            && (document.Outstanding is null || document.Outstanding != document.Total))
        {
            lock (_documents)
            {
                // The lines are of no use here, and there may be many documents.
                _documents.Add((new Invoice { Id = document.Id, Type = document.Type, State = document.State, Date = document.Date, Total = document.Total, Client = document.Client, Number = document.Number }, isChanged));
            }
        }
    }

    /// <summary>Sets the document of each payment that has one.</summary>
    /// <param name="payments">Payments without one; those that were there before can only belong to a document that was changed.</param>
    /// <param name="cancel">Stops the requests.</param>
    public async Task FindAsync(IReadOnlyCollection<(Payment Payment, bool IsNew)> payments, CancellationToken cancel)
    {
        using var pool = new WorkPool(cancel);
        try
        {
            foreach (var client in payments.GroupBy(one => one.Payment.Client?.Id))
            {
                bool anyNew = client.Any(one => one.IsNew);
                Invoice[] candidates =
                [
                    .. _documents.Where(one => (client.Key is null || one.Document.ClientId == client.Key) && (anyNew || one.IsChanged))
                        .OrderBy(one => one.IsChanged ? 0 : 1)
                        .ThenBy(one => one.Document.State == InvoiceState.Settled ? 0 : 1)
                        .ThenByDescending(one => one.Document.Date)
                        .Select(one => one.Document),
                ];
                Payment[] loose = [.. client.Select(one => one.Payment)];
                await pool.AddAsync(token => FindAsync(loose, candidates, token)).ConfigureAwait(false);
            }

            await pool.EndAsync().ConfigureAwait(false);
        }
        catch
        {
            await pool.StopAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task FindAsync(Payment[] loose, Invoice[] candidates, CancellationToken cancel)
    {
        IPaymentReader reader = _account.Use<IPaymentReader>();
        var open = loose.Where(payment => payment.Id is not null).ToDictionary(payment => payment.Id!, StringComparer.Ordinal);
        foreach (Invoice document in candidates)
        {
            if (open.Count == 0)
            {
                return;
            }

            if (!open.Values.Any(payment => (payment.Amount ?? 0) <= (document.Total ?? decimal.MaxValue) && (payment.Date ?? DateTime.MaxValue) >= document.Date))
            {
                continue;
            }

            foreach (Payment found in await reader.GetForInvoiceAsync(document, cancel).ConfigureAwait(false))
            {
                if (found.Id is not null && open.TryGetValue(found.Id, out Payment? payment))
                {
                    payment.InvoiceId = document.Id;
                    open.Remove(found.Id);
                }
            }
        }
    }
}

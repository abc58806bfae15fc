using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>
/// Balances of the company's clients. Signs and the meaning of the remaining balance are not documented: here a balance is
/// what the client owes, and what remains is the opening balance less its regularizations. [inferred]
/// </summary>
internal sealed class TreasuryStore
{
    private readonly Dictionary<long, TreasuryRecord> _byClient = new();
    private readonly Company _company;
    private int _lastNumber;
    private long _lastId;

    public TreasuryStore(Company company, long firstId)
    {
        _company = company;
        _lastId = firstId - 1;
    }

    public TreasuryRecord Of(long clientId)
    {
        if (!_byClient.TryGetValue(clientId, out var record))
        {
            _byClient[clientId] = record = new TreasuryRecord();
        }

        return record;
    }

    public long NextId() => ++_lastId;

    public string NextNumber() => $"NR{++_lastNumber:00000000}";

    public decimal Remaining(long clientId) => Of(clientId).InitialValue - Of(clientId).Regularizations.Sum(row => row.Value);

    /// <summary>Amount that the client owes on documents due before a day, with and without VAT.</summary>
    public (decimal WithVat, decimal WithoutVat) Open(long clientId, DateTime dueBefore)
    {
        decimal withVat = 0;
        decimal withoutVat = 0;
        foreach (var document in _company.Documents.All.Where(document => document.Client.Id == clientId && document.DueDate < dueBefore))
        {
            if (document.Kind.Family != DocumentFamily.Invoice || Payments.Open(document) == 0)
            {
                continue;
            }

            var open = Payments.Open(document) * (document.Kind.IsCredit ? -1 : 1);
            withVat += open;
            withoutVat += document.Totals.Total == 0 ? 0 : open * document.Totals.BeforeTaxes / document.Totals.Total;
        }

        return (withVat, DocumentTotals.Round(withoutVat));
    }

    /// <summary>Amount owed without a document. It has no VAT.</summary>
    public decimal OutsideDocuments(long clientId) =>
        Remaining(clientId) + Of(clientId).Movements.Sum(row => row.IsReimbursement ? row.Value : -row.Value);
}

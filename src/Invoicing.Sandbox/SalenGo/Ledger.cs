using System.Collections.Generic;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>Amount paid on each invoice and credit left of each client, kept in step with the payments.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<long, decimal> _paid = new();
    private readonly Dictionary<long, decimal> _credit = new();

    public decimal Paid(long invoiceId) => _paid.TryGetValue(invoiceId, out var amount) ? amount : 0;

    public decimal Credit(long clientId) => _credit.TryGetValue(clientId, out var amount) ? amount : 0;

    public void Move(Record? old, Record? payment)
    {
        Book(old, -1);
        Book(payment, 1);
    }

    /// <summary>An invoice alone is paid, a client alone gets credit, both pay the invoice out of it. [inferred]</summary>
    private void Book(Record? payment, int sign)
    {
        if (payment is null)
        {
            return;
        }

        var amount = sign * payment.Number(Names.Amount);
        var client = payment.Whole(Names.ClientId);
        if (payment.Whole(Names.IsCredit) == 1)
        {
            _credit[client] = Credit(client) + amount;
            return;
        }

        var invoice = payment.Whole(Names.InvoiceId);
        _paid[invoice] = Paid(invoice) + amount;
        if (payment.Whole(Names.PaysFromCredit) == 1)
        {
            _credit[client] = Credit(client) - amount;
        }
    }
}

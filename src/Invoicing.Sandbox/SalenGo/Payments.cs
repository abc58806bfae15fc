
namespace Invoicing.Sandbox.SalenGo;

/// <summary>The rules of payments.</summary>
internal static class Payments
{
    public static void Check(Work work, Record payment, Record? old)
    {
        var company = work.Company;
        var invoice = company.Store(Names.Invoice).Find(payment.Whole(Names.InvoiceId));
        if (old is null)
        {
            Settle(work, payment, invoice);
        }

        payment[Names.Amount] = Sums.Round(payment.Number(Names.Amount));
        payment[Names.Date] ??= work.Now.Date;
        payment[Names.CurrencyCode] ??= invoice?[Names.CurrencyCode]
            ?? company.Store(Names.Client).Find(payment.Whole(Names.ClientId))?[Names.CurrencyCode]
            ?? Company.Currency;
        CheckAmount(work, payment, old, invoice);
    }

    /// <summary>Applies a payment by what it names: invoice, client, or both. [inferred]</summary>
    private static void Settle(Work work, Record payment, Record? invoice)
    {
        var client = payment.Whole(Names.ClientId);
        if (invoice is null && client == 0)
        {
            work.Fail(Names.InvoiceId, "an invoice or a client is required");
        }
        else if (invoice is null)
        {
            payment[Names.IsCredit] = 1L;
        }
        else if (client == 0)
        {
            payment[Names.ClientId] = invoice[Names.ClientId];
        }
        else if (client != invoice.Whole(Names.ClientId))
        {
            work.Fail(Names.ClientId, "the invoice is another client's");
        }
        else
        {
            payment[Names.PaysFromCredit] = 1L;
        }
    }

    /// <summary>Refuses negative amounts, more than is open, and more credit than there is. [assumption]</summary>
    private static void CheckAmount(Work work, Record payment, Record? old, Record? invoice)
    {
        var amount = payment.Number(Names.Amount);
        var before = old?.Number(Names.Amount) ?? 0;
        var credit = work.Company.Ledger.Credit(payment.Whole(Names.ClientId));
        if (amount < 0)
        {
            work.Fail(Names.Amount, "value is negative");
        }
        else if (invoice != null && amount > Documents.Open(work.Company, invoice) + before)
        {
            work.Fail(Names.Amount, "value is more than the invoice's outstanding amount");
        }
        else if (payment.Whole(Names.PaysFromCredit) == 1 && amount > credit + before)
        {
            work.Fail(Names.Amount, "value is more than the client's credit");
        }
    }
}

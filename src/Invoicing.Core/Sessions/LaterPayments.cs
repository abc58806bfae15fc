using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>
/// Open amounts of an earlier day: what is open now and the payments since. One listing of payments tells which documents or clients have any;
/// only their documents are asked about.
/// </summary>
internal sealed class LaterPayments
{
    private readonly AccountRecords _account;
    private readonly DateTime _day;
    private Task<List<Payment>>? _later;

    public LaterPayments(AccountRecords account, DateTime day)
    {
        _account = account;
        _day = day;
    }

    /// <summary>True if the provider tells payments with their days.</summary>
    public bool AreTold => _account.Owner.Provider.Can(typeof(IPaymentReader));

    /// <summary>The open amount of a document on the day; <c>null</c> if it was settled by then, as far as that can be known.</summary>
    /// <param name="invoice">The document as it was listed.</param>
    /// <param name="amounts">The finder of what is open now.</param>
    /// <param name="cancel">Stops the requests.</param>
    public async Task<OpenAmount?> OfAsync(Invoice invoice, OpenAmounts amounts, CancellationToken cancel)
    {
        bool isSettled = invoice.State == InvoiceState.Settled;
        if (!AreTold)
        {
            return isSettled ? null : await amounts.OfAsync(invoice, cancel).ConfigureAwait(false);
        }

        if (isSettled && invoice.PaidDate?.Date <= _day)
        {
            return null;
        }

        List<Payment> later = await (_later ??= ListAsync(cancel)).ConfigureAwait(false);
        bool isPaidLater = invoice.PaidDate is not null || later.Any(payment => IsFor(payment, invoice));
        if (!isPaidLater)
        {
            return isSettled ? null : await amounts.OfAsync(invoice, cancel).ConfigureAwait(false);
        }

        return await AddBackAsync(invoice, isSettled, amounts, later, cancel).ConfigureAwait(false);
    }

    private async Task<OpenAmount?> AddBackAsync(Invoice invoice, bool isSettled, OpenAmounts amounts, List<Payment> later, CancellationToken cancel)
    {
        OpenAmount now = isSettled
            ? new OpenAmount { Invoice = invoice, Amount = 0, Basis = OutstandingBasis.Provider }
            : await amounts.OfAsync(invoice, cancel).ConfigureAwait(false);
        Payment[] own = [.. later.Where(payment => payment.InvoiceId == invoice.Id)];
        if (own.Length > 0)
        {
            return With(now, now.Amount + OpenAmounts.Sum(own), OutstandingBasis.Payments);
        }

        IReadOnlyList<Payment> payments = now.Payments ?? await _account.Payments.GetForAsync(invoice, cancel).ConfigureAwait(false);
        decimal total = now.Invoice.Total ?? 0;
        decimal before = OpenAmounts.Sum(payments.Where(payment => payment.Date is not { } date || date.Date <= _day));
        decimal after = OpenAmounts.Sum(payments) - before;

        if (isSettled && invoice.PaidDate is null && after == 0)
        {
            return null;
        }

        // A payment of several documents is told in full at each: then its part for this one is known only where the other payments are none.
        bool fits = total - before - after == now.Amount;
        return fits || before == 0 ? With(now, after == 0 && !isSettled ? now.Amount : total - before, OutstandingBasis.Payments)
            : after == 0 ? With(now, now.Amount, now.Basis)
            : With(now, Math.Min(Math.Abs(total), Math.Abs(now.Amount + after)), OutstandingBasis.AtMost);
    }

    private static OpenAmount With(OpenAmount now, decimal amount, OutstandingBasis basis) => new() { Invoice = now.Invoice, Amount = amount, Basis = basis };

    /// <summary>A payment that names its document is for that one; one that names its client may be for any of the client's; else for any at all.</summary>
    private static bool IsFor(Payment payment, Invoice invoice) => payment.InvoiceId is { } document ? document == invoice.Id
        : payment.Client?.Id is not { } client || invoice.ClientId is not { } own || client == own;

    private async Task<List<Payment>> ListAsync(CancellationToken cancel)
    {
        List<Payment> all = await _account.Use<IPaymentReader>().List(new RecordQuery { DateFrom = _day.AddDays(1) }).ToListAsync(cancel).ConfigureAwait(false);
        Payment[] counted = [.. all.Where(payment => payment.Date?.Date > _day && payment.State != InvoiceState.Canceled)];

        // Where payments name their documents, one without is money on account, which no document is paid with.
        return [.. counted.Any(payment => payment.InvoiceId is not null) ? counted.Where(payment => payment.InvoiceId is not null) : counted];
    }
}

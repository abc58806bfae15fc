using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>
/// Money that clients owe: issued invoices and debit notes that are not paid in full, and credit notes, which are negative. Drafts, cancelled
/// documents, quotes, proformas and guides are no money owed; archived documents are. Purchases are not included.
/// </summary>
/// <remarks>
/// The provider is asked as little as it allows: its list of open documents, and each of them only where the list does not tell what is open.
/// Keep a set for a run: it reads the journal once.
/// </remarks>
public sealed class ReceivableSet
{
    private const int AtOnce = 4;

    private readonly AccountRecords _account;
    private readonly OpenAmounts _amounts;

    internal ReceivableSet(AccountRecords account)
    {
        _account = account;
        _amounts = new OpenAmounts(account);
    }

    /// <summary>Lists open documents while they are read.</summary>
    /// <param name="query">Filter; everything that is open today if it is <c>null</c>.</param>
    /// <returns>
    /// A listing that sends nothing before it is read. For an earlier day it has what was open then, as far as documents and the days of their
    /// payments tell.
    /// </returns>
    /// <exception cref="InvoicingException">A value of the query makes no sense (<see cref="ErrorKind.InvalidInput"/>).</exception>
    public Listing<Receivable> ListAsync(ReceivableQuery? query = null)
    {
        ReceivableQuery asked = query ?? new ReceivableQuery();
        if (asked.PaymentDays < 0)
        {
            throw InvoicingException.InvalidInput("request", [new FieldError(nameof(asked.PaymentDays), "cannot be negative")]);
        }

        DateTime today = _account.Owner.Today;
        DateTime asOf = (asked.AsOf ?? today).Date;
        LaterPayments? later = asOf < today ? new LaterPayments(_account, asOf) : null;
        bool isTold = false;
        return Paging.Each<Invoice, Receivable>(
            List(asked, asOf, later is not null),
            async (row, cancel) =>
            {
                if (later is not null && !isTold)
                {
                    isTold = true;
                    TellOfThePast(asOf, later.AreTold);
                }

                return MayFit(row, asked, asOf) ? await ReadAsync(row, asked, asOf, later, cancel).ConfigureAwait(false) : null;
            },
            AtOnce);
    }

    /// <summary>Adds up what is open by client, currency and age.</summary>
    /// <param name="query">Filter; everything that is open today if it is <c>null</c>.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>A row for each client and currency.</returns>
    public async Task<IReadOnlyList<ReceivableAging>> AgeAsync(ReceivableQuery? query = null, CancellationToken cancellationToken = default) =>
        ReceivableAging.Of(await ListAsync(query).ToListAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Makes the statement of a client: opening balance, documents, payments, closing balance.</summary>
    /// <param name="client">The client; its identifier counts.</param>
    /// <param name="from">First day; everything before it is in the opening balance. From the first document on if it is <c>null</c>.</param>
    /// <param name="to">Last day; today at the provider if it is <c>null</c>.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>A statement for each currency; one without lines for a client without documents.</returns>
    /// <exception cref="InvoicingException">The last day is before the first one (<see cref="ErrorKind.InvalidInput"/>).</exception>
    public Task<IReadOnlyList<ClientStatement>> GetStatementsAsync(
        Client client, DateTime? from = null, DateTime? to = null, CancellationToken cancellationToken = default) =>
        new StatementMaker(_account, _amounts).MakeAsync(client, from?.Date, (to ?? _account.Owner.Today).Date, cancellationToken);

    private Listing<Invoice> List(ReceivableQuery asked, DateTime asOf, bool isPast)
    {
        IInvoiceReader reader = _account.Use<IInvoiceReader>();
        IEnumerable<InvoiceType> types = asked.OverdueOnly ? OwedTypes.Debts : OwedTypes.Debts.Concat(OwedTypes.Credits);
        var query = new InvoiceQuery
        {
            Types = [.. types.Where(reader.Types.Contains)],
            States = isPast ? [.. OwedTypes.OpenStates, InvoiceState.Settled] : OwedTypes.OpenStates,
            ClientId = asked.ClientId,
            DateTo = isPast ? asOf : null,
            DueTo = asked is { OverdueOnly: true, PaymentDays: null } && asOf > DateTime.MinValue ? asOf.AddDays(-1) : null,
            IncludeArchived = true,
            PageSize = asked.PageSize,
        };
        try
        {
            return reader.List(query);
        }
        catch (InvoicingException unasked) when (query.DueTo is not null && unasked.Kind == ErrorKind.NotSupported)
        {
            // A provider without due dates cannot be asked for them.
            query.DueTo = null;
            return reader.List(query);
        }
    }

    /// <summary>Tells by the row of a list, in which anything may be missing, whether it is worth a request.</summary>
    private static bool MayFit(Invoice row, ReceivableQuery asked, DateTime asOf) =>
        (row.IsPartial && row.DueDate is null) || !asked.OverdueOnly || Receivable.DueOf(row, asked.PaymentDays) < asOf;

    private async Task<Receivable?> ReadAsync(Invoice row, ReceivableQuery asked, DateTime asOf, LaterPayments? later, CancellationToken cancel)
    {
        OpenAmount? open = later is null
            ? await _amounts.OfAsync(row, cancel).ConfigureAwait(false)
            : await later.OfAsync(row, _amounts, cancel).ConfigureAwait(false);
        if (open is { Invoice: { Total: null, Outstanding: null } unknown })
        {
            Warn($"{unknown}: {Name} shows no total, so what is open of it is not known. It is left out.");
            return null;
        }

        if (open is null || open.Amount == 0)
        {
            return null;
        }

        var receivable = Receivable.Of(open.Invoice, open.Amount, open.Basis, asOf, asked.PaymentDays);
        if (asked.OverdueOnly && receivable.State != ReceivableState.Overdue)
        {
            return null;
        }

        if (open.Basis == OutstandingBasis.AtMost)
        {
            Warn($"{Name} does not tell exactly what is open of each document. Where it does not, Outstanding is the most that can be, and Basis says AtMost.");
        }

        if (receivable.DueDate is null)
        {
            Warn($"{Name} shows no due date for some documents: how long they are overdue is not known. Give a payment term, such as -PaymentDays 30.");
        }

        return receivable;
    }

    private void TellOfThePast(DateTime asOf, bool arePaymentsTold) => Warn(FormattableString.Invariant(arePaymentsTold
        ? (FormattableString)$"What was open on {asOf:yyyy-MM-dd} is told by today's documents and the days of their payments. A document that was cancelled, deleted or settled without a payment since, and a payment that was taken back since, cannot be seen any more."
        : $"{Name} tells no payments: a document that was paid since {asOf:yyyy-MM-dd} is left out, and one that was paid in part since is shown with what is open now."));

    private string Name => _account.Owner.Provider.Name;

    private void Warn(string text) => _account.Observer?.OnWarning(text);
}

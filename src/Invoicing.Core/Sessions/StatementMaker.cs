using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>
/// Makes the statements of a client out of two listings: documents and payments. What is open today is held against them, so that money which
/// neither of them shows is told of.
/// </summary>
internal sealed class StatementMaker
{
    private readonly AccountRecords _account;
    private readonly OpenAmounts _amounts;

    public StatementMaker(AccountRecords account, OpenAmounts amounts)
    {
        _account = account;
        _amounts = amounts;
    }

    private string Name => _account.Owner.Provider.Name;

    public async Task<IReadOnlyList<ClientStatement>> MakeAsync(Client client, DateTime? from, DateTime to, CancellationToken cancel)
    {
        if (from > to)
        {
            throw InvoicingException.InvalidInput("statement", [new FieldError("To", FormattableString.Invariant($"{to:yyyy-MM-dd} is before the first day, {from:yyyy-MM-dd}"))]);
        }

        Client whole = client.Name is null ? await _account.Clients.GetAsync(client.Id!, cancel).ConfigureAwait(false) : client;
        IInvoiceReader reader = _account.Use<IInvoiceReader>();
        var query = new InvoiceQuery
        {
            Types = [.. OwedTypes.Debts.Concat(OwedTypes.Credits).Concat([InvoiceType.InvoiceReceipt, InvoiceType.Receipt]).Where(reader.Types.Contains)],
            States = [.. OwedTypes.OpenStates, InvoiceState.Settled],
            ClientId = client.Id,
            IncludeArchived = true,
        };
        List<Invoice> listed = await reader.List(query).ToListAsync(cancel).ConfigureAwait(false);
        Invoice[] documents = [.. listed.Where(invoice => invoice.Type != InvoiceType.Receipt)];
        var notes = new List<string>();
        IReadOnlyList<Payment>? payments = reader.Types.Contains(InvoiceType.Receipt)
            ? [.. listed.Where(invoice => invoice.Type == InvoiceType.Receipt).Select(PaymentOf)]
            : await PaymentsAsync(client, documents, notes, cancel).ConfigureAwait(false);

        // A document that is paid when it is issued is its own receipt.
        Payment[] atOnce = [.. documents.Where(invoice => invoice.Type == InvoiceType.InvoiceReceipt).Select(PaymentOf)];
        ILookup<string, StatementLine> lines = Lines(documents, [.. payments ?? [], .. atOnce]);
        var statements = new List<ClientStatement>();
        foreach (string currency in lines.Count > 0 ? lines.Select(group => group.Key) : [""])
        {
            string? code = currency.Length > 0 ? currency : null;
            var statement = ClientStatement.Of(whole, code, from, to, lines[currency], payments is not null);
            Invoice[] open = [.. documents.Where(invoice => CurrencyOf(invoice.Currency) == currency && OwedTypes.OpenStates.Contains(invoice.State) && invoice.Type != InvoiceType.InvoiceReceipt)];
            statement.Notes = [.. notes, .. payments is null ? [] : await DisagreementsAsync(open, lines[currency].Sum(line => line.Change), cancel).ConfigureAwait(false)];
            statements.Add(statement);
        }

        return statements;
    }

    private static Payment PaymentOf(Invoice receipt) => new() { Id = receipt.Id, Number = receipt.Number, Date = receipt.Date, Amount = receipt.Total, Currency = receipt.Currency };

    /// <summary>The payments of a client, from the shortest list that the provider has; <c>null</c> if it tells none.</summary>
    private async Task<IReadOnlyList<Payment>?> PaymentsAsync(Client client, Invoice[] documents, List<string> notes, CancellationToken cancel)
    {
        InvoiceProvider provider = _account.Owner.Provider;
        if (provider.Can(typeof(IClientRelationReader)))
        {
            IReadOnlyList<object> receipts = await _account.Use<IClientRelationReader>().GetRelatedAsync(client.Id!, ClientRelation.Receipt, cancel).ConfigureAwait(false);
            return [.. receipts.OfType<Payment>()];
        }

        if (!provider.Can(typeof(IPaymentReader)))
        {
            notes.Add($"{Name} tells no payments, so there are no balances: only which documents are settled today, and not when they were paid or what was paid of the others.");
            return null;
        }

        HashSet<string?> ids = [.. documents.Select(invoice => invoice.Id)];
        List<Payment> all = await _account.Use<IPaymentReader>().List(new RecordQuery { ClientId = client.Id }).ToListAsync(cancel).ConfigureAwait(false);
        Payment[] own = [.. all.Where(payment => payment.State != InvoiceState.Canceled && (payment.InvoiceId is { } document ? ids.Contains(document) : payment.Client?.Id == client.Id))];
        Payment[] onAccount = [.. own.Where(payment => payment.InvoiceId is null)];
        if (onAccount.Length == 0 || onAccount.Length == own.Length)
        {
            return own;
        }

        // What a document is paid with out of it later comes as a payment of that document: it would count twice.
        notes.Add(FormattableString.Invariant($"{onAccount.Length} payments on account, without a document, are not included: {OpenAmounts.Sum(onAccount):0.00}."));
        return [.. own.Except(onAccount)];
    }

    private static ILookup<string, StatementLine> Lines(Invoice[] documents, IReadOnlyList<Payment> payments)
    {
        var currencies = documents.Where(invoice => invoice.Id is not null).GroupBy(invoice => invoice.Id!)
            .ToDictionary(same => same.Key, same => CurrencyOf(same.First().Currency));
        string only = currencies.Values.Distinct().Count() == 1 ? currencies.Values.First() : "";
        return documents.Select(invoice => (Currency: CurrencyOf(invoice.Currency), Line: LineOf(invoice)))
            .Concat(payments.Select(payment => (
                Currency: payment.Currency is not null ? CurrencyOf(payment.Currency) : payment.InvoiceId is { } id && currencies.TryGetValue(id, out string? known) ? known : only,
                Line: LineOf(payment))))
            .ToLookup(entry => entry.Currency, entry => entry.Line);
    }

    private static string CurrencyOf(string? currency) => CurrencyNames.CodeOf(currency) ?? "";

    private static StatementLine LineOf(Invoice invoice) => new(StatementLineKind.Document, invoice.Date, invoice.SignedTotal)
    {
        Id = invoice.Id,
        Type = invoice.Type,
        Number = invoice.Number,
        Reference = invoice.Reference,
        DueDate = invoice.DueDate,
        State = invoice.State,
    };

    private static StatementLine LineOf(Payment payment) => new(StatementLineKind.Payment, payment.Date, -payment.Amount)
    {
        Id = payment.Id,
        Number = payment.Number,
    };

    /// <summary>Holds the sum of all lines against what is open of the documents today; a note where they differ.</summary>
    private async Task<IReadOnlyList<string>> DisagreementsAsync(Invoice[] open, decimal balance, CancellationToken cancel)
    {
        decimal sum = 0;
        foreach (Invoice invoice in open)
        {
            sum += invoice.Signed((await _amounts.OfAsync(invoice, cancel).ConfigureAwait(false)).Amount);
        }

        return sum == balance ? [] :
        [
            FormattableString.Invariant($"The open documents come to {sum:0.00} today, documents and payments of all time to {balance:0.00}. ")
            + "A document that was settled without a payment, and a payment without a document, make such a difference.",
        ];
    }
}

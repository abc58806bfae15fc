using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Banking;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>Proposes payments for bank entries: from one listing of open documents, the journal, and the payments at the provider if that is asked for.</summary>
internal sealed class PaymentResolver
{
    private readonly AccountRecords _account;
    private readonly PaymentMatchOptions _options;

    public PaymentResolver(AccountRecords account, PaymentMatchOptions options)
    {
        _account = account;
        _options = options;
    }

    public async Task<IReadOnlyList<PaymentProposal>> ResolveAsync(
        IEnumerable<BankEntry> entries, IReadOnlyList<Invoice>? documents, CancellationToken cancel)
    {
        // The oldest first: receipts are numbered in the order of their days.
        PaymentProposal[] proposals = [.. entries.GroupBy(entry => entry.Id).Select(same => new PaymentProposal(same.First())).OrderBy(proposal => proposal.Date)];
        PaymentProposal[] incoming = [.. proposals.Where(IsIncoming)];
        JournalEntry[] paid = [.. _account.Owner.GetJournal().Read().Where(entry => entry.Kind == ChangeSubjects.Payment)];
        ILookup<string, JournalEntry> ofEntries = paid.Where(entry => entry.BankEntryId is not null).ToLookup(entry => entry.BankEntryId!);
        HashSet<string> elsewhere = _options.CheckPayments && incoming.Length > 0
            ? await EnteredElsewhereAsync(incoming.Min(proposal => proposal.Date), cancel).ConfigureAwait(false)
            : [];
        PaymentProposal[] pending = [.. incoming.Where(proposal => IsPending(proposal, ofEntries[proposal.Entry.Id], elsewhere))];
        if (pending.Length == 0)
        {
            return proposals;
        }

        documents ??= await ListOpenAsync(cancel).ConfigureAwait(false);
        var amounts = new OpenAmounts(_account);
        new PaymentMatcher([.. documents.Select(invoice => Open(amounts.Known(invoice))).Where(document => document.Open > 0)], _options.Tolerance).Match(pending);
        return proposals;
    }

    private static bool IsIncoming(PaymentProposal proposal)
    {
        if (proposal.Entry is { Amount: > 0, IsReversal: false })
        {
            return true;
        }

        proposal.State = ProposalState.NotIncoming;
        proposal.Reasons = [proposal.Entry.IsReversal ? "the bank took back an earlier entry" : "money that went out"];
        return false;
    }

    /// <summary>Takes off what was entered from the entry before.</summary>
    private static bool IsPending(PaymentProposal proposal, IEnumerable<JournalEntry> before, HashSet<string> elsewhere)
    {
        JournalEntry[] there = [.. before];
        if (there.FirstOrDefault(entry => entry.IsInDoubt || entry.Outcome == JournalOutcome.UnderWay) is { } doubt)
        {
            proposal.State = ProposalState.InDoubt;
            proposal.Reasons = [$"{doubt.Name} may have been entered from it: run Resolve-InvoiceJournal -Id {doubt.Id}"];
            return false;
        }

        JournalEntry[] done = [.. there.Where(entry => entry.Outcome == JournalOutcome.Done)];
        proposal.Open = proposal.Entry.Amount - done.Sum(entry => entry.Amount ?? 0);
        if (proposal.Open > 0 && !(done.Length == 0 && elsewhere.Contains(proposal.Entry.Id)))
        {
            return true;
        }

        proposal.Open = 0;
        proposal.State = ProposalState.Entered;
        proposal.Reasons = done.Length > 0 ? [.. done.Select(entry => $"{entry.Name}, entered {entry.Time.LocalDateTime:yyyy-MM-dd}")] : ["a payment at the provider has it in its notes"];
        return false;
    }

    private static OpenDocument Open(OpenAmount known) => new(known.Invoice, known.Amount, isOpenKnown: known.Basis == OutstandingBasis.Provider);

    private async Task<IReadOnlyList<Invoice>> ListOpenAsync(CancellationToken cancel)
    {
        IInvoiceReader reader = _account.Use<IInvoiceReader>();
        var query = new InvoiceQuery { Types = [.. OwedTypes.Debts.Where(reader.Types.Contains)], States = OwedTypes.OpenStates };
        List<Invoice> all = await reader.List(query).ToListAsync(cancel).ConfigureAwait(false);
        return [.. all.Where(invoice => invoice.IsOwed)];
    }

    private async Task<HashSet<string>> EnteredElsewhereAsync(DateTime from, CancellationToken cancel)
    {
        List<Payment> payments = await _account.Use<IPaymentReader>().List(new RecordQuery { DateFrom = from }).ToListAsync(cancel).ConfigureAwait(false);
        return [.. payments.Where(payment => payment.State != InvoiceState.Canceled).Select(payment => IdIn(payment.Notes)).OfType<string>()];
    }

    private static string? IdIn(string? notes)
    {
        int at = notes?.IndexOf(PaymentProposal.NotesHead, StringComparison.Ordinal) ?? -1;
        return at < 0 ? null : new string([.. notes!.Skip(at + PaymentProposal.NotesHead.Length).TakeWhile(char.IsLetterOrDigit)]);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Banking;

/// <summary>
/// Matches entries with open documents, the surest first: documents that an entry names and pays in full, then those that it names and pays
/// otherwise, then those of the client whom it names, and at last those of its amount. What one entry pays is no longer open for the next. Where
/// several readings are left nothing is proposed.
/// </summary>
internal sealed class PaymentMatcher
{
    private const int MaxCandidates = 20;
    private const string AccountCurrency = "EUR";

    private readonly IReadOnlyList<OpenDocument> _documents;
    private readonly decimal _tolerance;
    private readonly Dictionary<string, HashSet<string>> _clientsOfIban = new(StringComparer.OrdinalIgnoreCase);

    public PaymentMatcher(IReadOnlyList<OpenDocument> documents, decimal tolerance)
    {
        _documents = documents;
        _tolerance = tolerance;
    }

    /// <summary>Fills the proposals in.</summary>
    /// <param name="proposals">Entries with the amount that is left of each.</param>
    public void Match(IEnumerable<PaymentProposal> proposals)
    {
        EntryCase[] cases = [.. proposals.Select(proposal => new EntryCase(proposal, _documents)).OrderBy(one => one.Proposal.Date)];
        EntryCase[] named = [.. cases.Where(one => one.Strong.Count > 0)];
        List<EntryCase> left = [.. InTurn(InTurn(named, InFull), Otherwise), .. cases.Where(one => one.Strong.Count == 0)];
        foreach (EntryCase one in left.Where(one => one.Proposal.Entry.Iban is { } iban && _clientsOfIban.TryGetValue(iban, out HashSet<string>? clients) && clients.Count == 1))
        {
            one.Learn(_clientsOfIban[one.Proposal.Entry.Iban!].Single(), $"account {one.Proposal.Entry.Iban}, from which the client paid another document");
        }

        left = AtOnce(left, WeakAndClient);
        left = AtOnce(left, Client);
        left = AtOnce(left, AmountAlone);
        foreach (EntryCase one in left)
        {
            Settle(one, Finding.None([], _documents.Count == 0 ? "no document is open" : "no open document has this amount, number, reference or client"));
        }
    }

    /// <summary>Takes the cases one after the other: an earlier entry has the document before a later one.</summary>
    private List<EntryCase> InTurn(IEnumerable<EntryCase> cases, Func<EntryCase, Finding?> read)
    {
        var left = new List<EntryCase>();
        foreach (EntryCase one in cases)
        {
            if (read(one) is { } finding)
            {
                Settle(one, finding);
            }
            else
            {
                left.Add(one);
            }
        }

        return left;
    }

    /// <summary>Reads all cases before any is settled: entries that want the same document leave it open between them.</summary>
    private List<EntryCase> AtOnce(List<EntryCase> cases, Func<EntryCase, Finding?> read)
    {
        (EntryCase Case, Finding? Finding)[] readings = [.. cases.Select(one => (one, read(one)))];
        var wanted = new Dictionary<OpenDocument, int>();
        foreach (OpenDocument document in readings.Where(one => one.Finding?.State == ProposalState.Matched).SelectMany(one => one.Finding!.Documents))
        {
            wanted.TryGetValue(document, out int count);
            wanted[document] = count + 1;
        }

        foreach ((EntryCase one, Finding? finding) in readings.Where(one => one.Finding is not null))
        {
            bool isContested = finding!.State == ProposalState.Matched && finding.Documents.Any(document => wanted[document] > 1);
            Settle(one, isContested ? Finding.Ambiguous(finding.Documents, [.. finding.Reasons, "another entry fits the same document as well"]) : finding);
        }

        return [.. readings.Where(one => one.Finding is null).Select(one => one.Case)];
    }

    /// <summary>The documents that the entry names are paid in full by it, but for a tolerated deduction.</summary>
    private Finding? InFull(EntryCase one)
    {
        decimal open = one.Strong.Sum(document => document.Open);
        if (!IsPaidBy(open, one.Amount) || one.Strong.Any(document => document.Open <= 0))
        {
            return null;
        }

        return Finding.Pays(Sure(one), one.Strong, [.. Named(one, one.Strong), AmountReason(open, one.Amount)]);
    }

    /// <summary>The documents that the entry names are open with another amount.</summary>
    private Finding? Otherwise(EntryCase one)
    {
        OpenDocument[] open = [.. one.Strong.Where(document => document.Open > 0)];
        string[] names = [.. Named(one, one.Strong)];
        if (open.Length == 0)
        {
            return Finding.None(one.Strong, [.. names, "another entry of this run pays it"]);
        }

        if (open.Length > 1)
        {
            // One number can be that of several documents, of different types or years; the amount may tell.
            OpenDocument[] paid = [.. open.Where(document => document.Open == one.Amount)];
            List<OpenDocument[]> sets = paid.Length == 0 ? AmountSubsets.Find(open, one.Amount, 0) : [];
            return paid.Length == 1 ? Finding.Pays(PaymentConfidence.Medium, paid, [.. names, "one of the documents that are named is open with the amount"])
                : sets.Count == 1 ? Finding.Pays(PaymentConfidence.Medium, sets[0], [.. names, "some of the documents that are named add up to the amount"])
                : Finding.Ambiguous(open, [.. names, "what is named does not add up to the amount"]);
        }

        OpenDocument only = open[0];
        if (one.Amount < only.Open)
        {
            return Finding.Pays(PaymentConfidence.Medium, open, [.. names, LessReason(only, one.Amount)]);
        }

        if (one.Amount == only.Open)
        {
            return Finding.Pays(PaymentConfidence.Medium, open, [.. names, "others that are named are paid already"]);
        }

        OpenDocument[] more = [.. one.Fitting.Where(document => document != only && document.ClientKey == only.ClientKey && document.Open > 0)];
        List<OpenDocument[]> along = more.Length == 0 ? [] : [.. With(only, more, one.Amount)];
        return along.Count == 1
            ? Finding.Pays(PaymentConfidence.Medium, along[0], [.. names, "with other documents of the client it adds up to the amount"])
            : Finding.Pays(PaymentConfidence.Low, open, [.. names, FormattableString.Invariant($"the entry is {one.Amount - only.Open:0.00} more than what is open")]);
    }

    private static IEnumerable<OpenDocument[]> With(OpenDocument only, OpenDocument[] more, decimal amount)
    {
        decimal rest = amount - only.Open;
        OpenDocument[][] single = [.. more.Where(document => document.Open == rest).Select(document => new[] { document })];
        return single.Concat(AmountSubsets.Find(more, rest, 0)).Take(2).Select(set => (OpenDocument[])[only, .. set]);
    }

    /// <summary>A number that may be there by chance, of a document of the client whom the entry names, and the amount.</summary>
    private Finding? WeakAndClient(EntryCase one)
    {
        OpenDocument[] found = [.. one.Weak.Where(document => one.OfClient.Contains(document) && document.Open == one.Amount)];
        if (found.Length != 1)
        {
            return null;
        }

        bool isOnly = one.OfClient.Count(document => document.Open == one.Amount) == 1;
        return Finding.Pays(isOnly ? Sure(one) : PaymentConfidence.Medium, found, [.. Named(one, found), one.ClientReason!, AmountReason(one.Amount, one.Amount)]);
    }

    /// <summary>The client whom the entry names owes just this, with one document or with several.</summary>
    private Finding? Client(EntryCase one)
    {
        OpenDocument[] owed = [.. one.OfClient.Where(document => document.Open > 0)];
        if (owed.Length == 0)
        {
            return null;
        }

        OpenDocument[] exact = [.. owed.Where(document => document.Open == one.Amount)];
        OpenDocument[] fitting = exact.Length > 0 ? exact : [.. owed.Where(document => IsPaidBy(document.Open, one.Amount))];
        if (fitting.Length > 0)
        {
            return fitting.Length == 1
                ? Finding.Pays(PaymentConfidence.Medium, fitting, one.ClientReason!, AmountReason(fitting[0].Open, one.Amount))
                : Finding.Ambiguous(fitting, one.ClientReason!, $"{fitting.Length} documents of the client fit the amount");
        }

        List<OpenDocument[]> sets = [.. owed.GroupBy(document => document.ClientKey).SelectMany(client => AmountSubsets.Find([.. client], one.Amount, _tolerance)).Take(2)];
        return sets.Count switch
        {
            1 => Finding.Pays(PaymentConfidence.Medium, sets[0], one.ClientReason!, $"{sets[0].Length} documents of the client", AmountReason(sets[0].Sum(document => document.Open), one.Amount)),
            2 => Finding.Ambiguous([.. sets.SelectMany(set => set).Distinct()], one.ClientReason!, "several sums of documents of the client fit the amount"),
            _ => Finding.None(owed, one.ClientReason!, "no document of the client, and no sum of them, has this amount"),
        };
    }

    private Finding? AmountAlone(EntryCase one)
    {
        OpenDocument[] found = [.. one.Fitting.Where(document => document.Open == one.Amount)];
        OpenDocument[] weak = [.. found.Where(one.Weak.Contains)];
        return weak.Length == 1 ? Finding.Pays(PaymentConfidence.Medium, weak, [.. Named(one, weak), AmountReason(one.Amount, one.Amount)])
            : found.Length == 1 ? Finding.Pays(PaymentConfidence.Low, found, "only one open document has the amount, and nothing else of the entry fits it")
            : found.Length > 1 ? Finding.Ambiguous(found, $"{found.Length} open documents have the amount, and nothing tells which")
            : null;
    }

    private void Settle(EntryCase one, Finding finding)
    {
        PaymentProposal proposal = one.Proposal;
        proposal.State = finding.State;
        proposal.Confidence = finding.Confidence;
        proposal.Reasons = finding.Reasons;
        if (finding.State != ProposalState.Matched)
        {
            proposal.Candidates = [.. finding.Documents.Take(MaxCandidates).Select(document => document.Invoice)];
            return;
        }

        var payments = new List<ProposedPayment>();
        decimal left = one.Amount;
        foreach (OpenDocument document in finding.Documents)
        {
            decimal part = Math.Min(left, document.Open);
            if (part > 0)
            {
                payments.Add(new ProposedPayment(document.Invoice, part));
                document.Open -= part;
                left -= part;
            }
        }

        proposal.Payments = payments;
        if (finding.Confidence == PaymentConfidence.High && proposal.Entry.Iban is { } iban)
        {
            foreach (OpenDocument document in finding.Documents)
            {
                (_clientsOfIban.TryGetValue(iban, out HashSet<string>? clients) ? clients : _clientsOfIban[iban] = []).Add(document.ClientKey);
            }
        }
    }

    private bool IsPaidBy(decimal open, decimal amount) => open > 0 && open - amount >= 0 && open - amount <= _tolerance;

    /// <summary>The confidence in a reading of an entry. One in a foreign currency is not certain to be for a document that tells no currency.</summary>
    private static PaymentConfidence Sure(EntryCase one) =>
        one.Proposal.Entry.Currency is null or AccountCurrency || one.Strong.Concat(one.Weak).All(document => document.Invoice.Currency is { Length: 3 })
            ? PaymentConfidence.High
            : PaymentConfidence.Medium;

    private static IEnumerable<string> Named(EntryCase one, IEnumerable<OpenDocument> documents) => documents.Select(document => one.Reasons[document]);

    private string AmountReason(decimal open, decimal amount) => open == amount
        ? "the amount is what is open"
        : FormattableString.Invariant($"{open - amount:0.00} less than what is open, within the tolerance of {_tolerance:0.00}");

    private static string LessReason(OpenDocument document, decimal amount)
    {
        Invoice invoice = document.Invoice;
        decimal? withheld = invoice.WithholdingTotal ?? (invoice.Withholding is { } percent && invoice.NetTotal is { } net ? Math.Round(net * percent / 100, 2, MidpointRounding.AwayFromZero) : null);
        string less = FormattableString.Invariant($"{document.Open - amount:0.00} less than what is open");
        return withheld is > 0 && document.Open - amount == withheld ? less + ", which is the withholding"
            : document.IsOpenKnown ? less
            : less + " as far as is known: the list of documents tells no open amounts";
    }
}

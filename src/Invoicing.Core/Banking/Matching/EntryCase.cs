using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Banking;

/// <summary>One entry that is to be matched, with the documents that its texts name.</summary>
internal sealed class EntryCase
{
    public EntryCase(PaymentProposal proposal, IEnumerable<OpenDocument> documents)
    {
        Proposal = proposal;
        var text = new EntryText(proposal.Entry);
        Fitting = [.. documents.Where(document => HasCurrency(document.Invoice, proposal.Entry))];
        foreach (OpenDocument document in Fitting)
        {
            Naming naming = document.NamedBy(text);
            if (naming.Strength != NamingStrength.None)
            {
                (naming.Strength == NamingStrength.Strong ? Strong : Weak).Add(document);
                Reasons[document] = naming.Reason;
            }

            if (document.ClientNamedBy(text) is { } reason)
            {
                OfClient.Add(document);
                ClientReason ??= reason;
            }
        }
    }

    public PaymentProposal Proposal { get; }

    public decimal Amount => Proposal.Open;

    /// <summary>Documents in the currency of the entry.</summary>
    public IReadOnlyList<OpenDocument> Fitting { get; }

    /// <summary>Documents that the entry names for certain.</summary>
    public List<OpenDocument> Strong { get; } = [];

    /// <summary>Documents whose number is in the text, perhaps by chance.</summary>
    public List<OpenDocument> Weak { get; } = [];

    /// <summary>Documents of the client whom the entry names.</summary>
    public List<OpenDocument> OfClient { get; } = [];

    /// <summary>The reasons why the entry names each document.</summary>
    public Dictionary<OpenDocument, string> Reasons { get; } = [];

    /// <summary>The reason why the entry names the client.</summary>
    public string? ClientReason { get; private set; }

    /// <summary>Takes the client of an account that paid for one before, where the entry names none.</summary>
    public void Learn(string client, string reason)
    {
        if (OfClient.Count == 0)
        {
            OfClient.AddRange(Fitting.Where(document => document.ClientKey == client));
            ClientReason = reason;
        }
    }

    /// <summary>InvoiceXpress and FACTURAgem can leave out the currency of a document: it is the account's then.</summary>
    private static bool HasCurrency(Invoice invoice, BankEntry entry) =>
        invoice.Currency is not { Length: 3 } currency || entry.Currency is null || string.Equals(currency, entry.Currency, StringComparison.OrdinalIgnoreCase);
}

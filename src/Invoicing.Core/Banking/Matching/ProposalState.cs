namespace Invoicing;

/// <summary>The result of comparing an entry with the open documents.</summary>
public enum ProposalState
{
    /// <summary>Payments are proposed.</summary>
    Matched,

    /// <summary>Several documents fit equally well. They are the candidates, and nothing is proposed.</summary>
    Ambiguous,

    /// <summary>No open document fits.</summary>
    Unmatched,

    /// <summary>The entry was entered before.</summary>
    Entered,

    /// <summary>A payment from the entry is in doubt: its outcome must be found out first.</summary>
    InDoubt,

    /// <summary>The entry is no payment of a client: money that went out, or an entry that the bank took back.</summary>
    NotIncoming,
}

namespace Invoicing;

/// <summary>A change of state that is asked of a provider. Which of them a document takes depends on its type and state.</summary>
public enum InvoiceTransition
{
    /// <summary>Issue a draft: it gets its number and binds legally. Cannot be undone.</summary>
    Finalized,

    /// <summary>Mark as paid, without a receipt.</summary>
    Settled,

    /// <summary>Take back a settlement.</summary>
    Unsettled,

    /// <summary>Cancel an issued document; needs a reason. Cannot be undone.</summary>
    Canceled,

    /// <summary>A quote was accepted.</summary>
    Accepted,

    /// <summary>A quote was refused.</summary>
    Refused,

    /// <summary>Delete a draft.</summary>
    Deleted,

    /// <summary>Mark as sent to the client; nothing is sent by it.</summary>
    Sent,
}

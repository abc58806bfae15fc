namespace Invoicing;

/// <summary>Changes of state that can be requested. The allowed ones depend on type and state of the document.</summary>
public enum InvoiceTransition
{
    /// <summary>Issues a draft: it gets its number and binds legally. Cannot be undone.</summary>
    Finalized,

    /// <summary>Marks as paid, without a receipt.</summary>
    Settled,

    /// <summary>Reverts a settlement.</summary>
    Unsettled,

    /// <summary>Cancels an issued document; requires a reason. Cannot be undone.</summary>
    Canceled,

    /// <summary>Marks a quote as accepted.</summary>
    Accepted,

    /// <summary>Marks a quote as refused.</summary>
    Refused,

    /// <summary>Deletes a draft.</summary>
    Deleted,

    /// <summary>Marks as sent to the client. Sends nothing.</summary>
    Sent,
}

namespace Invoicing;

/// <summary>Where a document stands.</summary>
public enum InvoiceState
{
    /// <summary>The provider gave no state, or one that this version does not know.</summary>
    Unknown,

    /// <summary>Can still be changed and deleted; has no number and binds nobody.</summary>
    Draft,

    /// <summary>Issued: it has its number and can no longer be changed.</summary>
    Final,

    /// <summary>Paid in full.</summary>
    Settled,

    /// <summary>Cancelled after it was issued.</summary>
    Canceled,

    /// <summary>Deleted while a draft.</summary>
    Deleted,

    /// <summary>A quote that the client accepted.</summary>
    Accepted,

    /// <summary>A quote that the client refused.</summary>
    Refused,

    /// <summary>Printed a second time.</summary>
    SecondCopy,
}

namespace Invoicing;

/// <summary>States of documents.</summary>
public enum InvoiceState
{
    /// <summary>No state, or one that this version does not know.</summary>
    Unknown,

    /// <summary>A draft: it can be changed and deleted, has no number and does not bind.</summary>
    Draft,

    /// <summary>Issued: it has a number and can no longer be changed.</summary>
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

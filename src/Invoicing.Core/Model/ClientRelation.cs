namespace Invoicing;

/// <summary>Kinds of records that belong to a client.</summary>
public enum ClientRelation
{
    /// <summary>Contact persons.</summary>
    Contact,

    /// <summary>Invoices to the client.</summary>
    Invoice,

    /// <summary>Payments received from the client.</summary>
    Receipt,

    /// <summary>Payments made to the client.</summary>
    Payment,

    /// <summary>Purchases from the client.</summary>
    Purchase,
}

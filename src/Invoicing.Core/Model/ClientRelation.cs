namespace Invoicing;

/// <summary>What belongs to a client.</summary>
public enum ClientRelation
{
    /// <summary>The persons to talk to.</summary>
    Contact,

    /// <summary>Invoices to the client.</summary>
    Invoice,

    /// <summary>Money that came in from the client.</summary>
    Receipt,

    /// <summary>Money that went out to the client.</summary>
    Payment,

    /// <summary>Purchases from the client.</summary>
    Purchase,
}

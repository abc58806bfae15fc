namespace Invoicing;

/// <summary>Types of documents of all providers.</summary>
public enum InvoiceType
{
    /// <summary>Invoice (Portuguese FT).</summary>
    Invoice,

    /// <summary>Invoice-receipt: an invoice that is paid when it is issued (FR).</summary>
    InvoiceReceipt,

    /// <summary>Simplified invoice (FS), Portugal only.</summary>
    SimplifiedInvoice,

    /// <summary>Credit note (NC).</summary>
    CreditNote,

    /// <summary>Debit note (ND).</summary>
    DebitNote,

    /// <summary>Invoice under the EU one-stop-shop scheme.</summary>
    VatMossInvoice,

    /// <summary>Credit note under the EU one-stop-shop scheme.</summary>
    VatMossCreditNote,

    /// <summary>Receipt under the EU one-stop-shop scheme.</summary>
    VatMossReceipt,

    /// <summary>Receipt of a payment.</summary>
    Receipt,

    /// <summary>Cash invoice; can only be read.</summary>
    CashInvoice,

    /// <summary>Quote or price offer.</summary>
    Quote,

    /// <summary>Proforma invoice.</summary>
    Proforma,

    /// <summary>Fees note.</summary>
    FeesNote,

    /// <summary>Shipping guide (GR).</summary>
    Shipping,

    /// <summary>Transport guide (GT).</summary>
    Transport,

    /// <summary>Return guide (GD); the provider's word is devolution.</summary>
    Devolution,

    /// <summary>A type that this version does not know. The provider's word is in the extra field of that name; such a document can only be read.</summary>
    Unknown,
}

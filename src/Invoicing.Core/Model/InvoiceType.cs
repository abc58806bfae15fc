namespace Invoicing;

/// <summary>Every type of document that one of the providers knows.</summary>
public enum InvoiceType
{
    /// <summary>Invoice (Portuguese FT).</summary>
    Invoice,

    /// <summary>Invoice that is paid as it is issued (FR).</summary>
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

    /// <summary>Note of fees.</summary>
    FeesNote,

    /// <summary>Shipping guide (GR).</summary>
    Shipping,

    /// <summary>Transport guide (GT).</summary>
    Transport,

    /// <summary>Devolution guide (GD).</summary>
    Devolution,
}

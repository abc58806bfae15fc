using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>A type of document: its names on the wire and in the SAF-T file.</summary>
internal sealed class DocumentKind
{
    /// <summary>
    /// In the order in which a sequence lists its counters. [official]; prefixes of display [seen], of estimates [inferred]
    /// </summary>
    public static readonly IReadOnlyList<DocumentKind> All = new[]
    {
        new DocumentKind("invoice", "invoices", "Invoice", DocumentFamily.Invoice, "FT", "FT"),
        new DocumentKind("invoice_receipt", "invoice_receipts", "InvoiceReceipt", DocumentFamily.Invoice, "FR", "FR"),
        new DocumentKind("simplified_invoice", "simplified_invoices", "SimplifiedInvoice", DocumentFamily.Invoice, "FS", "FS"),
        new DocumentKind("credit_note", "credit_notes", "CreditNote", DocumentFamily.Invoice, "NC", "NC"),
        new DocumentKind("debit_note", "debit_notes", "DebitNote", DocumentFamily.Invoice, "ND", "ND"),
        new DocumentKind("receipt", "receipts", "Receipt", DocumentFamily.Receipt, "RG", "RG"),
        new DocumentKind("shipping", "shippings", "Shipping", DocumentFamily.Guide, "GR", "GR"),
        new DocumentKind("transport", "transports", "Transport", DocumentFamily.Guide, "GT", "GT"),
        new DocumentKind("devolution", "devolutions", "Devolution", DocumentFamily.Guide, "GD", "GD"),
        new DocumentKind("proforma", "proformas", "Proforma", DocumentFamily.Estimate, "PF", "PF"),
        new DocumentKind("quote", "quotes", "Quote", DocumentFamily.Estimate, "OR", "OR"),
        new DocumentKind("fees_note", "fees_notes", "FeesNote", DocumentFamily.Estimate, "OU", "OU"),
        new DocumentKind("vat_moss_invoice", "vat_moss_invoices", "VatMossInvoice", DocumentFamily.Invoice, "FVM", "FT"),
        new DocumentKind("vat_moss_credit_note", "vat_moss_credit_notes", "VatMossCreditNote", DocumentFamily.Invoice, "NVM", "NC"),
        new DocumentKind("vat_moss_receipt", "vat_moss_receipts", "VatMossReceipt", DocumentFamily.Invoice, "RVM", "FR"),
    };

    /// <summary>A type of older data that nobody describes: no path and no counter is its own. [seen]</summary>
    public static readonly DocumentKind PurchaseOrder =
        new("purchase_order", "purchase_orders", "PurchaseOrder", DocumentFamily.Invoice, "OC", "");

    public static readonly DocumentKind Invoice = Of("invoice");
    public static readonly DocumentKind InvoiceReceipt = Of("invoice_receipt");
    public static readonly DocumentKind SimplifiedInvoice = Of("simplified_invoice");
    public static readonly DocumentKind CreditNote = Of("credit_note");
    public static readonly DocumentKind DebitNote = Of("debit_note");
    public static readonly DocumentKind Receipt = Of("receipt");
    public static readonly DocumentKind VatMossInvoice = Of("vat_moss_invoice");

    /// <summary>Name that the vendor's schemas use for every type of a family. [official]</summary>
    private static readonly Dictionary<DocumentFamily, string> DocumentedWrappers = new()
    {
        [DocumentFamily.Invoice] = "invoice",
        [DocumentFamily.Receipt] = "receipt",
        [DocumentFamily.Estimate] = "quote",
        [DocumentFamily.Guide] = "shipping",
    };

    private DocumentKind(string singular, string plural, string type, DocumentFamily family, string prefix, string saftType)
    {
        Singular = singular;
        Plural = plural;
        Type = type;
        Family = family;
        Prefix = prefix;
        SaftType = saftType;
    }

    /// <summary>The root of an answer, and the type's name among the fields of a sequence.</summary>
    public string Singular { get; }

    /// <summary>The segment of the path.</summary>
    public string Plural { get; }

    /// <summary>The field <c>type</c>, and the value of the filter.</summary>
    public string Type { get; }

    public DocumentFamily Family { get; }

    /// <summary>The inner code that starts the document's number.</summary>
    public string Prefix { get; }

    public string SaftType { get; }

    /// <summary>Both the documented and the type's own root of a request are taken. [official] / [seen]</summary>
    public string[] Wrappers => new[] { DocumentedWrappers[Family], Singular };

    public bool IsSigned => Family != DocumentFamily.Receipt;

    public bool IsCredit => SaftType == "NC";

    /// <summary>Series of one-stop-shop documents have no validation code of the Portuguese authority. [inferred]</summary>
    public bool HasAtcud => !Type.StartsWith("VatMoss", System.StringComparison.Ordinal);

    public static IEnumerable<DocumentKind> Of(DocumentFamily family) => All.Where(kind => kind.Family == family);

    private static DocumentKind Of(string singular) => All.Single(kind => kind.Singular == singular);
}

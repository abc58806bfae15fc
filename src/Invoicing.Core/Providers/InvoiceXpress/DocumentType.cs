using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>Documents that share a list and their fields.</summary>
internal enum Family
{
    Invoice,
    Estimate,
    Guide,
}

/// <summary>A type of document at the provider (docs/facts/invoicexpress.md#document-types).</summary>
internal sealed class DocumentType
{
    private static readonly DocumentType[] Table =
    [
        new(InvoiceType.Invoice, Family.Invoice, "invoices", "invoice", "FT"),
        new(InvoiceType.InvoiceReceipt, Family.Invoice, "invoice_receipts", "invoice", "FR"),
        new(InvoiceType.SimplifiedInvoice, Family.Invoice, "simplified_invoices", "invoice", "FS"),
        new(InvoiceType.CreditNote, Family.Invoice, "credit_notes", "invoice", "NC"),
        new(InvoiceType.DebitNote, Family.Invoice, "debit_notes", "invoice", "ND"),
        new(InvoiceType.VatMossInvoice, Family.Invoice, "vat_moss_invoices", "invoice", "FVM"),
        new(InvoiceType.VatMossCreditNote, Family.Invoice, "vat_moss_credit_notes", "invoice", null),
        new(InvoiceType.VatMossReceipt, Family.Invoice, "vat_moss_receipts", "invoice", null),
        new(InvoiceType.Receipt, Family.Invoice, "receipts", "receipt", null) { IsPayment = true },
        new(InvoiceType.CashInvoice, Family.Invoice, null, "invoice", null),

        // Documented is "quote" for all three, and others have sent just that [seen].
        new(InvoiceType.Quote, Family.Estimate, "quotes", "quote", null),
        new(InvoiceType.Proforma, Family.Estimate, "proformas", "quote", null),
        new(InvoiceType.FeesNote, Family.Estimate, "fees_notes", "quote", null),

        // Documented is "shipping" for all three; the name of the type is what is in use [seen].
        new(InvoiceType.Shipping, Family.Guide, "shippings", "shipping", "GR"),
        new(InvoiceType.Transport, Family.Guide, "transports", "transport", "GT"),
        new(InvoiceType.Devolution, Family.Guide, "devolutions", "devolution", "GD"),
    ];

    private DocumentType(InvoiceType type, Family family, string? path, string root, string? prefix)
    {
        Type = type;
        Family = family;
        Path = path;
        RequestRoot = root;
        Prefix = prefix;
    }

    public InvoiceType Type { get; }

    public Family Family { get; }

    /// <summary>First part of the path of its operations; <c>null</c> where it can only be listed.</summary>
    public string? Path { get; }

    /// <summary>Name that wraps it in a request. Answers have a name of their own for each type, which nobody needs to know.</summary>
    public string RequestRoot { get; }

    /// <summary>Letters that people put before the number. The provider does not send them.</summary>
    public string? Prefix { get; }

    /// <summary>True if it is a payment rather than a document that asks for one.</summary>
    public bool IsPayment { get; private init; }

    public static IReadOnlyList<DocumentType> All => Table;

    /// <exception cref="InvoicingException">The provider has no such type.</exception>
    public static DocumentType Of(InvoiceType type) =>
        Table.FirstOrDefault(row => row.Type == type)
        ?? throw new InvoicingException(ErrorKind.NotSupported, type == InvoiceType.Unknown
            ? "The document has a type of InvoiceXpress that this version does not know. Such a document can be read and not changed."
            : $"InvoiceXpress has no documents of the type {type}.");

    /// <exception cref="InvoicingException">InvoiceXpressDocuments of the type can only be listed.</exception>
    public static string PathOf(InvoiceType type) =>
        Of(type).Path ?? throw new InvoicingException(ErrorKind.NotSupported, $"At InvoiceXpress, documents of the type {type} can only be listed.");
}

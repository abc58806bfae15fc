using System.Collections.Generic;
using Invoicing.Engine.Fields;
using static Invoicing.Engine.Fields.FieldTypes;

namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// The object around each record (docs/facts/simplbooks.md#record-names): its name, which is not the same in lists, in answers and in
/// requests, and what lies beside it. The first name of a frame is the one that is sent. [official] unless marked.
/// </summary>
internal static class Frames
{
    public const string Projects = nameof(Projects);

    public static readonly FieldMap<Client> Client = new() { { "Client", SimplBooksMaps.Client } };

    public static readonly FieldMap<ClientNote> ClientNote = new()
    {
        { "ClientNote", SimplBooksMaps.ClientNote },
        { "Client", Beside(nameof(Invoicing.ClientNote.ClientName)), FieldDirection.Read },
        { "User", Beside(nameof(Invoicing.ClientNote.CreatedBy)), FieldDirection.Read },
    };

    public static readonly FieldMap<Item> Item = new() { { "Article", SimplBooksMaps.Item } };

    public static readonly FieldMap<Warehouse> Warehouse = new() { { "Warehouse", SimplBooksMaps.Warehouse } };

    public static readonly FieldMap<Tax> Tax = new() { { "VatType", SimplBooksMaps.Tax } };

    public static readonly FieldMap<LedgerAccount> LedgerAccount = new() { { "FinancialAccount", SimplBooksMaps.LedgerAccount } };

    public static readonly FieldMap<BankAccount> BankAccount = new() { { "IncomeAccount", SimplBooksMaps.BankAccount } };

    public static readonly FieldMap<Invoice> Invoice = new()
    {
        { "Invoice", DocumentMaps.Invoice },
        { "invoices", DocumentMaps.Invoice, FieldDirection.Read },
        { nameof(Invoicing.Invoice.Lines), "Task", Rows.Of("Task", DocumentMaps.InvoiceRow), FieldDirection.Read },
        { nameof(Invoicing.Invoice.Lines), "Tasks", Rows.Of("Task", DocumentMaps.InvoiceRow), FieldDirection.Write },
    };

    public static readonly FieldMap<Invoice> Quote = new()
    {
        { "PriceOffer", DocumentMaps.Quote },
        { nameof(Invoicing.Invoice.Lines), "PriceOfferRow", Rows.Of("PriceOfferRow", DocumentMaps.QuoteRow), FieldDirection.Read },
        { nameof(Invoicing.Invoice.Lines), "PriceOfferRows", Rows.Of("PriceOfferRow", DocumentMaps.QuoteRow), FieldDirection.Write },
    };

    public static readonly FieldMap<Purchase> Purchase = new()
    {
        { "Purchase", DocumentMaps.Purchase },
        { nameof(Invoicing.Purchase.Lines), "PurchaseRow", Rows.Of("PurchaseRow", DocumentMaps.PurchaseRow), FieldDirection.Read },
        { nameof(Invoicing.Purchase.Lines), "PurchaseRows", Rows.Of("PurchaseRow", DocumentMaps.PurchaseRow), FieldDirection.Write },
    };

    public static readonly FieldMap<Payment> Receipt = new(UnknownFields.SentBackIfNamed)
    {
        { "Incoming", SimplBooksMaps.Receipt },
        { nameof(Invoicing.Payment.InvoiceId), "invoice_id", Formats.Reference, FieldDirection.Write },
        { Projects, FieldDirection.Both },
    };

    public static readonly FieldMap<Payment> Payment = new(UnknownFields.SentBackIfNamed)
    {
        { "Payment", SimplBooksMaps.Payment },
        { nameof(Invoicing.Payment.PurchaseId), "purchase_id", Formats.Reference, FieldDirection.Write },
        { Projects, FieldDirection.Both },
    };

    /// <summary>The list is documented with the name of warehouses, almost certainly by a slip [inferred]: it is read too.</summary>
    public static readonly FieldMap<InvoiceTask> Task = new(UnknownFields.SentBackIfNamed)
    {
        { "Task", SimplBooksMaps.Task },
        { "Warehouse", SimplBooksMaps.Task, FieldDirection.Read, Evidence.Inferred },
        { "tasks", SimplBooksMaps.Task, FieldDirection.Read, Evidence.Assumption },
        { Projects, FieldDirection.Both },
    };

    /// <summary>Names whose values a trace may show.</summary>
    public static readonly ISet<string> ShownNames = FieldMaps.ShownNames(
        [
            SimplBooksMaps.Client, SimplBooksMaps.ClientNote, SimplBooksMaps.Item, SimplBooksMaps.Warehouse, SimplBooksMaps.Tax,
            SimplBooksMaps.LedgerAccount, SimplBooksMaps.BankAccount, SimplBooksMaps.Task, SimplBooksMaps.Receipt, SimplBooksMaps.Payment,
            DocumentMaps.Invoice, DocumentMaps.Quote, DocumentMaps.Purchase, DocumentMaps.InvoiceRow, DocumentMaps.PurchaseRow
        ],
        [
            "status", "duration", "inserted_id", "response", "errors", "page", "per_page", "invoice_id", "purchase_id", "incoming_id",
            "payment_id", "full_cover", "invoice_number", "client_name", "created_from", "created_until", "date"
        ]);

    private static FieldMap<ClientNote> Beside(string property) => new() { { property, "name", Text, FieldDirection.Read } };
}

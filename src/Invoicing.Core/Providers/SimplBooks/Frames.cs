using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine.Fields;

namespace Invoicing.Providers.SimplBooks;

using static Invoicing.Engine.Fields.Wire;

/// <summary>
/// What is around each record (docs/facts/simplbooks.md#record-names): its name, which is not the same in lists, in answers and in
/// requests, and what lies beside it. The first name of a frame is the one that is sent. [official] unless marked.
/// </summary>
internal static class Frames
{
    public const string Projects = nameof(Projects);

    public static readonly WireMap<Client> Client = new() { { "Client", Maps.Client } };

    public static readonly WireMap<ClientNote> ClientNote = new()
    {
        { "ClientNote", Maps.ClientNote },
        { "Client", Beside(nameof(Invoicing.ClientNote.ClientName)), Use.Read },
        { "User", Beside(nameof(Invoicing.ClientNote.CreatedBy)), Use.Read },
    };

    public static readonly WireMap<Item> Item = new() { { "Article", Maps.Item } };

    public static readonly WireMap<Warehouse> Warehouse = new() { { "Warehouse", Maps.Warehouse } };

    public static readonly WireMap<Tax> Tax = new() { { "VatType", Maps.Tax } };

    public static readonly WireMap<LedgerAccount> LedgerAccount = new() { { "FinancialAccount", Maps.LedgerAccount } };

    public static readonly WireMap<BankAccount> BankAccount = new() { { "IncomeAccount", Maps.BankAccount } };

    public static readonly WireMap<Invoice> Invoice = new()
    {
        { "Invoice", DocumentMaps.Invoice },
        { "invoices", DocumentMaps.Invoice, Use.Read },
        { nameof(Invoicing.Invoice.Lines), "Task", Rows.Of("Task", DocumentMaps.InvoiceRow), Use.Read },
        { nameof(Invoicing.Invoice.Lines), "Tasks", Rows.Of("Task", DocumentMaps.InvoiceRow), Use.Write },
    };

    public static readonly WireMap<Invoice> Quote = new()
    {
        { "PriceOffer", DocumentMaps.Quote },
        { nameof(Invoicing.Invoice.Lines), "PriceOfferRow", Rows.Of("PriceOfferRow", DocumentMaps.QuoteRow), Use.Read },
        { nameof(Invoicing.Invoice.Lines), "PriceOfferRows", Rows.Of("PriceOfferRow", DocumentMaps.QuoteRow), Use.Write },
    };

    public static readonly WireMap<Purchase> Purchase = new()
    {
        { "Purchase", DocumentMaps.Purchase },
        { nameof(Invoicing.Purchase.Lines), "PurchaseRow", Rows.Of("PurchaseRow", DocumentMaps.PurchaseRow), Use.Read },
        { nameof(Invoicing.Purchase.Lines), "PurchaseRows", Rows.Of("PurchaseRow", DocumentMaps.PurchaseRow), Use.Write },
    };

    public static readonly WireMap<Payment> Receipt = new(
        (record, make) => make || record.HasExtra ? record.Extra : null, sendsUnknown: false)
    {
        { "Incoming", Maps.Receipt },
        { nameof(Invoicing.Payment.InvoiceId), "invoice_id", Formats.Reference, Use.Write },
        { Projects, Use.Both },
    };

    public static readonly WireMap<Payment> Payment = new(
        (record, make) => make || record.HasExtra ? record.Extra : null, sendsUnknown: false)
    {
        { "Payment", Maps.Payment },
        { nameof(Invoicing.Payment.PurchaseId), "purchase_id", Formats.Reference, Use.Write },
        { Projects, Use.Both },
    };

    /// <summary>The list is documented with the name of warehouses, almost certainly by a slip [inferred]: it is read too.</summary>
    public static readonly WireMap<InvoiceTask> Task = new(
        (record, make) => make || record.HasExtra ? record.Extra : null, sendsUnknown: false)
    {
        { "Task", Maps.Task },
        { "Warehouse", Maps.Task, Use.Read, Mark.Inferred },
        { "tasks", Maps.Task, Use.Read, Mark.Assumption },
        { Projects, Use.Both },
    };

    /// <summary>Names whose values a trace may show.</summary>
    public static readonly ISet<string> ShownNames = new HashSet<string>(
        Maps.Client.ShownNames
            .Concat(Maps.ClientNote.ShownNames)
            .Concat(Maps.Item.ShownNames)
            .Concat(Maps.Warehouse.ShownNames)
            .Concat(Maps.Tax.ShownNames)
            .Concat(Maps.LedgerAccount.ShownNames)
            .Concat(Maps.BankAccount.ShownNames)
            .Concat(Maps.Task.ShownNames)
            .Concat(Maps.Receipt.ShownNames)
            .Concat(Maps.Payment.ShownNames)
            .Concat(DocumentMaps.Invoice.ShownNames)
            .Concat(DocumentMaps.Quote.ShownNames)
            .Concat(DocumentMaps.Purchase.ShownNames)
            .Concat(DocumentMaps.InvoiceRow.ShownNames)
            .Concat(DocumentMaps.PurchaseRow.ShownNames)
            .Concat(["status", "duration", "inserted_id", "response", "errors", "page", "per_page", "invoice_id", "purchase_id",
                "incoming_id",
                "payment_id", "full_cover", "invoice_number", "client_name", "created_from", "created_until", "date"])
            .Except(["file_contents"]),
        StringComparer.OrdinalIgnoreCase);

    private static WireMap<ClientNote> Beside(string property) => new() { { property, "name", Text, Use.Read } };
}

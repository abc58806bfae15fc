using System.Collections.Generic;
using Invoicing.Engine;
using Invoicing.Engine.Fields;
using static Invoicing.Engine.Endpoint;

namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// The 75 operations (docs/facts/simplbooks.md#operations, official). GET and POST are the only verbs. Reads may be repeated, and so may
/// what ends in the same state however often it is done; what creates or deletes may not, nor what may add rows a second time.
/// </summary>
internal static class SimplBooksEndpoints
{
    public static readonly RecordEndpoints Items = Records("Item", "articles");
    public static readonly Endpoint GetItemStock = Query("articles/remnant/{id}");

    public static readonly RecordEndpoints Clients = Records("Client", "clients");
    public static readonly Endpoint ListClientContacts = Read("clients/contacts/{id}");
    public static readonly Endpoint ListClientInvoices = Read("clients/invoices/{id}");
    public static readonly Endpoint ListClientReceipts = Read("clients/incomings/{id}");
    public static readonly Endpoint ListClientPayments = Read("clients/payments/{id}");
    public static readonly Endpoint ListClientPurchases = Read("clients/purchases/{id}");

    public static readonly RecordEndpoints ClientNotes = Records("ClientNote", "client_notes");
    public static readonly RecordEndpoints LedgerAccounts = ReadOnly("LedgerAccount", "financial_accounts");
    public static readonly RecordEndpoints BankAccounts = ReadOnly("BankAccount", "income_accounts");
    public static readonly RecordEndpoints Receipts = Records("Receipt", "incomings");
    public static readonly Endpoint BindReceipt = Change("incomings/invoice_paid");

    public static readonly RecordEndpoints Invoices = Records("Invoice", "invoices", updatesOnce: true);
    public static readonly Endpoint GetInvoicePdf = Read("invoices/get_pdf/{id}");
    public static readonly Endpoint GetInvoiceXml = Read("invoices/get_xml/{id}");
    public static readonly Endpoint CreateInvoiceFromXml = Write("invoices/create_from_xml");
    public static readonly Endpoint MarkInvoiceSent = Change("invoices/sent/{id}");
    public static readonly Endpoint GetInvoiceReceipts = Read("invoices/get_bound_receipts/{id}");

    public static readonly RecordEndpoints Payments = Records("Payment", "payments");
    public static readonly Endpoint BindPayment = Change("payments/purchase_paid");

    public static readonly RecordEndpoints Quotes = Records("Quote", "price_offers", updatesOnce: true);
    public static readonly Endpoint GetQuotePdf = Read("price_offers/get_pdf/{id}");
    public static readonly Endpoint CancelQuote = Change("price_offers/cancel/{id}");

    public static readonly RecordEndpoints Purchases = Records("Purchase", "purchases", updatesOnce: true);
    public static readonly Endpoint GetPurchaseXml = Read("purchases/get_xml/{id}");
    public static readonly Endpoint GetPurchaseFile = Read("purchases/get_copy/{id}");
    public static readonly Endpoint CreatePurchaseFromXml = Write("purchases/create_from_xml");
    public static readonly Endpoint GetPurchasePayments = Read("purchases/get_bound_payments/{id}");

    public static readonly RecordEndpoints Tasks = Records("Task", "tasks");
    public static readonly RecordEndpoints Warehouses = Records("Warehouse", "warehouses");
    public static readonly Endpoint GetWarehouseStock = Query("warehouses/remnant/{id}");

    public static readonly Endpoint ListTaxes = Read("vat_types/list");

    /// <summary>Every operation of this table, for the tests that hold it against the documentation.</summary>
    public static IReadOnlyDictionary<string, Endpoint> All { get; } = EndpointTable.Of(typeof(SimplBooksEndpoints));

    /// <summary>A POST that only asks.</summary>
    private static Endpoint Query(string path) => new("POST", path, repeatable: true, Evidence.Official);

    private static Endpoint Write(string path) => new("POST", path, repeatable: false, Evidence.Official);

    /// <summary>A second time changes nothing more. This is not documented, and follows from what it does [inferred].</summary>
    private static Endpoint Change(string path) => new("POST", path, repeatable: true, Evidence.Official) { IsChange = true };

    private static RecordEndpoints ReadOnly(string name, string path) => new(name, Read(path + "/list"), Read(path + "/get/{id}"));

    /// <param name="name">Name of one record.</param>
    /// <param name="path">Beginning of the paths.</param>
    /// <param name="updatesOnce">True if an update may add rows a second time.</param>
    private static RecordEndpoints Records(string name, string path, bool updatesOnce = false) => new(
        name,
        Read(path + "/list"),
        Read(path + "/get/{id}"),
        Write(path + "/create"),
        updatesOnce ? Write(path + "/update") : Change(path + "/update"),
        Write(path + "/delete/{id}"));
}

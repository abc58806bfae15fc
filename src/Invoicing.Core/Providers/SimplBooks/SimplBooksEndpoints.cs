using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// The 75 operations (docs/facts/simplbooks.md#operations, official). GET and POST are the only verbs. Reads may be repeated, and so may
/// what ends in the same state however often it is done; what creates or deletes may not, nor what may add rows a second time.
/// </summary>
internal static class SimplBooksEndpoints
{
    public static readonly Endpoint ListItems = Read("articles/list");
    public static readonly Endpoint GetItem = Read("articles/get/{id}");
    public static readonly Endpoint CreateItem = Write("articles/create");
    public static readonly Endpoint UpdateItem = Change("articles/update");
    public static readonly Endpoint DeleteItem = Write("articles/delete/{id}");
    public static readonly Endpoint GetItemStock = Query("articles/remnant/{id}");

    public static readonly Endpoint ListClients = Read("clients/list");
    public static readonly Endpoint GetClient = Read("clients/get/{id}");
    public static readonly Endpoint CreateClient = Write("clients/create");
    public static readonly Endpoint UpdateClient = Change("clients/update");
    public static readonly Endpoint DeleteClient = Write("clients/delete/{id}");
    public static readonly Endpoint ListClientContacts = Read("clients/contacts/{id}");
    public static readonly Endpoint ListClientInvoices = Read("clients/invoices/{id}");
    public static readonly Endpoint ListClientReceipts = Read("clients/incomings/{id}");
    public static readonly Endpoint ListClientPayments = Read("clients/payments/{id}");
    public static readonly Endpoint ListClientPurchases = Read("clients/purchases/{id}");

    public static readonly Endpoint ListClientNotes = Read("client_notes/list");
    public static readonly Endpoint GetClientNote = Read("client_notes/get/{id}");
    public static readonly Endpoint CreateClientNote = Write("client_notes/create");
    public static readonly Endpoint UpdateClientNote = Change("client_notes/update");
    public static readonly Endpoint DeleteClientNote = Write("client_notes/delete/{id}");

    public static readonly Endpoint ListLedgerAccounts = Read("financial_accounts/list");
    public static readonly Endpoint GetLedgerAccount = Read("financial_accounts/get/{id}");

    public static readonly Endpoint ListBankAccounts = Read("income_accounts/list");
    public static readonly Endpoint GetBankAccount = Read("income_accounts/get/{id}");

    public static readonly Endpoint ListReceipts = Read("incomings/list");
    public static readonly Endpoint GetReceipt = Read("incomings/get/{id}");
    public static readonly Endpoint CreateReceipt = Write("incomings/create");
    public static readonly Endpoint UpdateReceipt = Change("incomings/update");
    public static readonly Endpoint DeleteReceipt = Write("incomings/delete/{id}");
    public static readonly Endpoint BindReceipt = Change("incomings/invoice_paid");

    public static readonly Endpoint ListInvoices = Read("invoices/list");
    public static readonly Endpoint GetInvoice = Read("invoices/get/{id}");
    public static readonly Endpoint CreateInvoice = Write("invoices/create");
    public static readonly Endpoint UpdateInvoice = Write("invoices/update");
    public static readonly Endpoint DeleteInvoice = Write("invoices/delete/{id}");
    public static readonly Endpoint GetInvoicePdf = Read("invoices/get_pdf/{id}");
    public static readonly Endpoint GetInvoiceXml = Read("invoices/get_xml/{id}");
    public static readonly Endpoint CreateInvoiceFromXml = Write("invoices/create_from_xml");
    public static readonly Endpoint MarkInvoiceSent = Change("invoices/sent/{id}");
    public static readonly Endpoint GetInvoiceReceipts = Read("invoices/get_bound_receipts/{id}");

    public static readonly Endpoint ListPayments = Read("payments/list");
    public static readonly Endpoint GetPayment = Read("payments/get/{id}");
    public static readonly Endpoint CreatePayment = Write("payments/create");
    public static readonly Endpoint UpdatePayment = Change("payments/update");
    public static readonly Endpoint DeletePayment = Write("payments/delete/{id}");
    public static readonly Endpoint BindPayment = Change("payments/purchase_paid");

    public static readonly Endpoint ListQuotes = Read("price_offers/list");
    public static readonly Endpoint GetQuote = Read("price_offers/get/{id}");
    public static readonly Endpoint CreateQuote = Write("price_offers/create");
    public static readonly Endpoint UpdateQuote = Write("price_offers/update");
    public static readonly Endpoint DeleteQuote = Write("price_offers/delete/{id}");
    public static readonly Endpoint GetQuotePdf = Read("price_offers/get_pdf/{id}");
    public static readonly Endpoint CancelQuote = Change("price_offers/cancel/{id}");

    public static readonly Endpoint ListPurchases = Read("purchases/list");
    public static readonly Endpoint GetPurchase = Read("purchases/get/{id}");
    public static readonly Endpoint CreatePurchase = Write("purchases/create");
    public static readonly Endpoint UpdatePurchase = Write("purchases/update");
    public static readonly Endpoint DeletePurchase = Write("purchases/delete/{id}");
    public static readonly Endpoint GetPurchaseXml = Read("purchases/get_xml/{id}");
    public static readonly Endpoint GetPurchaseFile = Read("purchases/get_copy/{id}");
    public static readonly Endpoint CreatePurchaseFromXml = Write("purchases/create_from_xml");
    public static readonly Endpoint GetPurchasePayments = Read("purchases/get_bound_payments/{id}");

    public static readonly Endpoint ListTasks = Read("tasks/list");
    public static readonly Endpoint GetTask = Read("tasks/get/{id}");
    public static readonly Endpoint CreateTask = Write("tasks/create");
    public static readonly Endpoint UpdateTask = Change("tasks/update");
    public static readonly Endpoint DeleteTask = Write("tasks/delete/{id}");

    public static readonly Endpoint ListWarehouses = Read("warehouses/list");
    public static readonly Endpoint GetWarehouse = Read("warehouses/get/{id}");
    public static readonly Endpoint CreateWarehouse = Write("warehouses/create");
    public static readonly Endpoint UpdateWarehouse = Change("warehouses/update");
    public static readonly Endpoint DeleteWarehouse = Write("warehouses/delete/{id}");
    public static readonly Endpoint GetWarehouseStock = Query("warehouses/remnant/{id}");

    public static readonly Endpoint ListTaxes = Read("vat_types/list");

    /// <summary>Every operation of this table, for the tests that hold it against the documentation.</summary>
    public static IReadOnlyDictionary<string, Endpoint> All { get; } = typeof(SimplBooksEndpoints)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(Endpoint))
        .ToDictionary(field => field.Name, field => (Endpoint)field.GetValue(null)!);

    private static Endpoint Read(string path) => new("GET", path, repeatable: true, Evidence.Official);

    /// <summary>A POST that only asks.</summary>
    private static Endpoint Query(string path) => new("POST", path, repeatable: true, Evidence.Official);

    private static Endpoint Write(string path) => new("POST", path, repeatable: false, Evidence.Official);

    /// <summary>A second time changes nothing more. This is not documented, and follows from what it does [inferred].</summary>
    private static Endpoint Change(string path) => new("POST", path, repeatable: true, Evidence.Official) { IsChange = true };
}

/// <summary>The operations that most records have.</summary>
internal sealed class RecordOperations
{
    public RecordOperations(Endpoint list, Endpoint get, Endpoint? create = null, Endpoint? update = null, Endpoint? delete = null)
    {
        List = list;
        Get = get;
        Create = create;
        Update = update;
        Delete = delete;
    }

    public Endpoint List { get; }

    public Endpoint Get { get; }

    /// <summary><c>null</c> for what can only be read; so are the others.</summary>
    public Endpoint? Create { get; }

    public Endpoint? Update { get; }

    public Endpoint? Delete { get; }
}

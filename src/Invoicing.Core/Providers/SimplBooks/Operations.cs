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
internal static class Operations
{
    public static readonly Operation ListItems = Read("articles/list");
    public static readonly Operation GetItem = Read("articles/get/{id}");
    public static readonly Operation CreateItem = Write("articles/create");
    public static readonly Operation UpdateItem = Change("articles/update");
    public static readonly Operation DeleteItem = Write("articles/delete/{id}");
    public static readonly Operation GetItemStock = Query("articles/remnant/{id}");

    public static readonly Operation ListClients = Read("clients/list");
    public static readonly Operation GetClient = Read("clients/get/{id}");
    public static readonly Operation CreateClient = Write("clients/create");
    public static readonly Operation UpdateClient = Change("clients/update");
    public static readonly Operation DeleteClient = Write("clients/delete/{id}");
    public static readonly Operation ListClientContacts = Read("clients/contacts/{id}");
    public static readonly Operation ListClientInvoices = Read("clients/invoices/{id}");
    public static readonly Operation ListClientReceipts = Read("clients/incomings/{id}");
    public static readonly Operation ListClientPayments = Read("clients/payments/{id}");
    public static readonly Operation ListClientPurchases = Read("clients/purchases/{id}");

    public static readonly Operation ListClientNotes = Read("client_notes/list");
    public static readonly Operation GetClientNote = Read("client_notes/get/{id}");
    public static readonly Operation CreateClientNote = Write("client_notes/create");
    public static readonly Operation UpdateClientNote = Change("client_notes/update");
    public static readonly Operation DeleteClientNote = Write("client_notes/delete/{id}");

    public static readonly Operation ListLedgerAccounts = Read("financial_accounts/list");
    public static readonly Operation GetLedgerAccount = Read("financial_accounts/get/{id}");

    public static readonly Operation ListBankAccounts = Read("income_accounts/list");
    public static readonly Operation GetBankAccount = Read("income_accounts/get/{id}");

    public static readonly Operation ListReceipts = Read("incomings/list");
    public static readonly Operation GetReceipt = Read("incomings/get/{id}");
    public static readonly Operation CreateReceipt = Write("incomings/create");
    public static readonly Operation UpdateReceipt = Change("incomings/update");
    public static readonly Operation DeleteReceipt = Write("incomings/delete/{id}");
    public static readonly Operation BindReceipt = Change("incomings/invoice_paid");

    public static readonly Operation ListInvoices = Read("invoices/list");
    public static readonly Operation GetInvoice = Read("invoices/get/{id}");
    public static readonly Operation CreateInvoice = Write("invoices/create");
    public static readonly Operation UpdateInvoice = Write("invoices/update");
    public static readonly Operation DeleteInvoice = Write("invoices/delete/{id}");
    public static readonly Operation GetInvoicePdf = Read("invoices/get_pdf/{id}");
    public static readonly Operation GetInvoiceXml = Read("invoices/get_xml/{id}");
    public static readonly Operation CreateInvoiceFromXml = Write("invoices/create_from_xml");
    public static readonly Operation MarkInvoiceSent = Change("invoices/sent/{id}");
    public static readonly Operation GetInvoiceReceipts = Read("invoices/get_bound_receipts/{id}");

    public static readonly Operation ListPayments = Read("payments/list");
    public static readonly Operation GetPayment = Read("payments/get/{id}");
    public static readonly Operation CreatePayment = Write("payments/create");
    public static readonly Operation UpdatePayment = Change("payments/update");
    public static readonly Operation DeletePayment = Write("payments/delete/{id}");
    public static readonly Operation BindPayment = Change("payments/purchase_paid");

    public static readonly Operation ListQuotes = Read("price_offers/list");
    public static readonly Operation GetQuote = Read("price_offers/get/{id}");
    public static readonly Operation CreateQuote = Write("price_offers/create");
    public static readonly Operation UpdateQuote = Write("price_offers/update");
    public static readonly Operation DeleteQuote = Write("price_offers/delete/{id}");
    public static readonly Operation GetQuotePdf = Read("price_offers/get_pdf/{id}");
    public static readonly Operation CancelQuote = Change("price_offers/cancel/{id}");

    public static readonly Operation ListPurchases = Read("purchases/list");
    public static readonly Operation GetPurchase = Read("purchases/get/{id}");
    public static readonly Operation CreatePurchase = Write("purchases/create");
    public static readonly Operation UpdatePurchase = Write("purchases/update");
    public static readonly Operation DeletePurchase = Write("purchases/delete/{id}");
    public static readonly Operation GetPurchaseXml = Read("purchases/get_xml/{id}");
    public static readonly Operation GetPurchaseFile = Read("purchases/get_copy/{id}");
    public static readonly Operation CreatePurchaseFromXml = Write("purchases/create_from_xml");
    public static readonly Operation GetPurchasePayments = Read("purchases/get_bound_payments/{id}");

    public static readonly Operation ListTasks = Read("tasks/list");
    public static readonly Operation GetTask = Read("tasks/get/{id}");
    public static readonly Operation CreateTask = Write("tasks/create");
    public static readonly Operation UpdateTask = Change("tasks/update");
    public static readonly Operation DeleteTask = Write("tasks/delete/{id}");

    public static readonly Operation ListWarehouses = Read("warehouses/list");
    public static readonly Operation GetWarehouse = Read("warehouses/get/{id}");
    public static readonly Operation CreateWarehouse = Write("warehouses/create");
    public static readonly Operation UpdateWarehouse = Change("warehouses/update");
    public static readonly Operation DeleteWarehouse = Write("warehouses/delete/{id}");
    public static readonly Operation GetWarehouseStock = Query("warehouses/remnant/{id}");

    public static readonly Operation ListTaxes = Read("vat_types/list");

    /// <summary>Every operation of this table, for the tests that hold it against the documentation.</summary>
    public static IReadOnlyDictionary<string, Operation> All { get; } = typeof(Operations)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(Operation))
        .ToDictionary(field => field.Name, field => (Operation)field.GetValue(null)!);

    private static Operation Read(string path) => new("GET", path, repeatable: true, Mark.Official);

    /// <summary>A POST that only asks.</summary>
    private static Operation Query(string path) => new("POST", path, repeatable: true, Mark.Official);

    private static Operation Write(string path) => new("POST", path, repeatable: false, Mark.Official);

    /// <summary>That a second time changes nothing more is not documented, and follows from what it does [inferred].</summary>
    private static Operation Change(string path) => new("POST", path, repeatable: true, Mark.Official);
}

/// <summary>The operations that most records have.</summary>
internal sealed class RecordOperations
{
    public RecordOperations(Operation list, Operation get, Operation? create = null, Operation? update = null, Operation? delete = null)
    {
        List = list;
        Get = get;
        Create = create;
        Update = update;
        Delete = delete;
    }

    public Operation List { get; }

    public Operation Get { get; }

    /// <summary><c>null</c> for what can only be read; so are the others.</summary>
    public Operation? Create { get; }

    public Operation? Update { get; }

    public Operation? Delete { get; }
}

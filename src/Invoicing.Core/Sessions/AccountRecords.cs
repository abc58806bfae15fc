using Invoicing.Engine;
using Invoicing.Http;

namespace Invoicing;

/// <summary>
/// The records of an account, by kind: <c>session.Clients.ListAsync()</c>, <c>session.Invoices.PrepareAsync(draft)</c>. Every change is
/// prepared, which gives a plan and changes nothing, and then sent. A kind of record that the provider does not have is an error of kind
/// <see cref="ErrorKind.NotSupported"/> that names the providers that have it.
/// </summary>
/// <remarks>
/// Money is in the document's currency, percentages are numbers such as 23 for 23 %, dates are days of the provider's own time zone.
/// All methods can be called from any thread. A set, such as <see cref="Invoices"/>, remembers the clients and items that it looked up:
/// keep one for a run over many documents, and take a new one for the next run.
/// </remarks>
public abstract class AccountRecords
{
    private protected AccountRecords()
    {
    }

    /// <summary>Clients; suppliers too where the provider has one register for both.</summary>
    public RecordSet<Client> Clients => Of<Client>();

    /// <summary>Documents: invoices, credit notes, quotes, guides.</summary>
    public InvoiceSet Invoices => new(this);

    /// <summary>Payments of invoices and purchases.</summary>
    public PaymentSet Payments => new(this);

    /// <summary>Money that clients owe: open documents, their age, statements.</summary>
    public ReceivableSet Receivables => new(this);

    /// <summary>Items of the catalogue.</summary>
    public RecordSet<Item> Items => Of<Item>();

    /// <summary>Taxes.</summary>
    public RecordSet<Tax> Taxes => Of<Tax>();

    /// <summary>Series of document numbers.</summary>
    public SeriesSet Series => new(this);

    /// <summary>Invoices of suppliers.</summary>
    public RecordSet<Purchase> Purchases => Of<Purchase>();

    /// <summary>Expenses.</summary>
    public RecordSet<Expense> Expenses => Of<Expense>();

    /// <summary>Categories of expenses.</summary>
    public RecordSet<Category> Categories => Of<Category>();

    /// <summary>Recurring invoices.</summary>
    public RecordSet<Recurring> RecurringInvoices => Of<Recurring>();

    /// <summary>Warehouses.</summary>
    public RecordSet<Warehouse> Warehouses => Of<Warehouse>();

    /// <summary>Work that is not invoiced yet.</summary>
    public RecordSet<InvoiceTask> Tasks => Of<InvoiceTask>();

    /// <summary>Notes on clients.</summary>
    public RecordSet<ClientNote> ClientNotes => Of<ClientNote>();

    /// <summary>Corrections of the balances of clients.</summary>
    public RecordSet<ClientAdjustment> ClientAdjustments => Of<ClientAdjustment>();

    /// <summary>Money that changed hands without a document.</summary>
    public RecordSet<TreasuryMovement> TreasuryMovements => Of<TreasuryMovement>();

    /// <summary>Web hooks.</summary>
    public RecordSet<Webhook> Webhooks => Of<Webhook>();

    /// <summary>Invoices and purchases out of E-invoices in XML.</summary>
    public EInvoiceImport EInvoices => new(this);

    /// <summary>Bank accounts and cash registers.</summary>
    public RecordList<BankAccount> BankAccounts => new(this);

    /// <summary>Ledger accounts.</summary>
    public RecordList<LedgerAccount> LedgerAccounts => new(this);

    /// <summary>Countries, as the provider names them.</summary>
    public RecordList<Country> Countries => new(this);

    internal abstract InvoiceSession Owner { get; }

    internal abstract IRequestObserver? Observer { get; }

    /// <summary>Starts the export of the SAF-T (PT) file of a month. Wait for it with an <see cref="OperationPoller"/>.</summary>
    /// <param name="year">Year.</param>
    /// <param name="month">Month, 1 to 12.</param>
    /// <returns>A long-running export that has sent nothing yet.</returns>
    public ProviderOperation StartSaft(int year, int month) => Use<ISaftExporter>().StartSaft(year, month);

    /// <summary>Starts the export of the PDF of a document. Wait for it with an <see cref="OperationPoller"/>.</summary>
    /// <param name="invoice">The document.</param>
    /// <param name="secondCopy">Tells whether it is marked as a second copy.</param>
    /// <returns>A long-running export that has sent nothing yet.</returns>
    public ProviderOperation StartPdf(Invoice invoice, bool secondCopy = false) => Use<IPdfExporter>().StartPdf(invoice, secondCopy);

    internal TCapability Use<TCapability>()
        where TCapability : class, ICapability => Owner.Use<TCapability>(Observer);

    /// <summary>Gives the set of a kind of record that is created, changed and deleted like every other.</summary>
    /// <typeparam name="T">The kind of record.</typeparam>
    /// <returns>The set.</returns>
    public RecordSet<T> Of<T>()
        where T : InvoiceRecord => new(this);

    /// <summary>Tells whether a record came out of another session: its identifiers mean nothing here.</summary>
    internal bool IsForeign(InvoiceRecord? record) => record?.Session is { } other && other.AccountKey != Owner.AccountKey;

    /// <summary>Refuses a record that cannot be changed here.</summary>
    /// <exception cref="InvoicingException">It came out of another session, or has no identifier.</exception>
    internal T Own<T>(T record)
        where T : InvoiceRecord
    {
        if (IsForeign(record))
        {
            throw new InvoicingException(
                ErrorKind.InvalidInput, $"{ChangePlan.Named(record)} belongs to session '{record.Session}', so session '{Owner}' cannot change it.")
            {
                Advice = "Get the record from this session, or change it in its own.",
            };
        }

        return string.IsNullOrWhiteSpace(record.Id)
            ? throw new InvoicingException(ErrorKind.InvalidInput, $"{ChangePlan.Named(record)} has no identifier: it is not stored at the provider.")
            : record.Copy();
    }

    internal string Target(InvoiceRecord record) => $"{ChangePlan.Named(record)} in session '{Owner}'";
}

using System;

namespace Invoicing.Saft;

/// <summary>The parts of a file that can be read on their own.</summary>
[Flags]
public enum SaftSection
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The header: one <see cref="SaftHeader"/>.</summary>
    Header = 1,

    /// <summary>The customers: <see cref="SaftCustomer"/>.</summary>
    Customers = 2,

    /// <summary>The suppliers: <see cref="SaftSupplier"/>.</summary>
    Suppliers = 4,

    /// <summary>The products and services: <see cref="SaftProduct"/>.</summary>
    Products = 8,

    /// <summary>The tax table: <see cref="SaftTaxEntry"/>.</summary>
    Taxes = 16,

    /// <summary>The sales documents (table 4.1): <see cref="SaftInvoice"/>.</summary>
    Invoices = 32,

    /// <summary>The transport documents (table 4.2): <see cref="SaftStockMovement"/>.</summary>
    StockMovements = 64,

    /// <summary>Quotations, pro-formas, orders and the like (table 4.3): <see cref="SaftWorkDocument"/>.</summary>
    WorkDocuments = 128,

    /// <summary>The receipts (table 4.4): <see cref="SaftPayment"/>.</summary>
    Payments = 256,

    /// <summary>The accounts of the general ledger: <see cref="SaftAccount"/>; only in accounting files.</summary>
    Accounts = 512,

    /// <summary>The journals of the general ledger: <see cref="SaftJournal"/>; only in accounting files.</summary>
    Journals = 1024,

    /// <summary>The transactions of the general ledger: <see cref="SaftTransaction"/>; only in accounting files.</summary>
    Transactions = 2048,

    /// <summary>Flat rows, one for each line of a document: <see cref="SaftLineRow"/>; no part of <see cref="All"/>.</summary>
    Lines = 4096,

    /// <summary>Flat rows, one for each tax of a document: <see cref="SaftTaxRow"/>; no part of <see cref="All"/>.</summary>
    TaxLines = 8192,

    /// <summary>Flat rows, one for each payment of a document: <see cref="SaftPaymentRow"/>; no part of <see cref="All"/>.</summary>
    PaymentLines = 16384,

    /// <summary>The accounting part: accounts, journals and transactions.</summary>
    Ledger = Accounts | Journals | Transactions,

    /// <summary>Customers, suppliers, products and taxes.</summary>
    MasterFiles = Customers | Suppliers | Products | Taxes,

    /// <summary>The documents of all four tables.</summary>
    Documents = Invoices | StockMovements | WorkDocuments | Payments,

    /// <summary>Everything.</summary>
    All = Header | MasterFiles | Documents | Ledger,
}

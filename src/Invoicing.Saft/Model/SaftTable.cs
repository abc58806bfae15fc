namespace Invoicing.Saft;

/// <summary>The part of the file that a finding or a total is about.</summary>
public enum SaftTable
{
    /// <summary>The file as a whole: its bytes, its XML, its outline.</summary>
    File,

    /// <summary>Header.</summary>
    Header,

    /// <summary>MasterFiles/GeneralLedgerAccounts.</summary>
    GeneralLedgerAccounts,

    /// <summary>MasterFiles/Customer.</summary>
    Customer,

    /// <summary>MasterFiles/Supplier.</summary>
    Supplier,

    /// <summary>MasterFiles/Product.</summary>
    Product,

    /// <summary>MasterFiles/TaxTable.</summary>
    TaxTable,

    /// <summary>GeneralLedgerEntries.</summary>
    GeneralLedgerEntries,

    /// <summary>SourceDocuments/SalesInvoices (4.1).</summary>
    SalesInvoices,

    /// <summary>SourceDocuments/MovementOfGoods (4.2).</summary>
    MovementOfGoods,

    /// <summary>SourceDocuments/WorkingDocuments (4.3).</summary>
    WorkingDocuments,

    /// <summary>SourceDocuments/Payments (4.4).</summary>
    Payments,
}

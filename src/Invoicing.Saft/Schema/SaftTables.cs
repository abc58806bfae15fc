namespace Invoicing.Saft.Schema;

/// <summary>The part of the file that an element near the root opens.</summary>
internal static class SaftTables
{
    public static SaftTable Of(string element, SaftTable current) => element switch
    {
        "Header" => SaftTable.Header,
        "GeneralLedgerAccounts" => SaftTable.GeneralLedgerAccounts,
        "Customer" => SaftTable.Customer,
        "Supplier" => SaftTable.Supplier,
        "Product" => SaftTable.Product,
        "TaxTable" => SaftTable.TaxTable,
        "GeneralLedgerEntries" => SaftTable.GeneralLedgerEntries,
        "SalesInvoices" => SaftTable.SalesInvoices,
        "MovementOfGoods" => SaftTable.MovementOfGoods,
        "WorkingDocuments" => SaftTable.WorkingDocuments,
        "Payments" => SaftTable.Payments,
        _ => current,
    };
}

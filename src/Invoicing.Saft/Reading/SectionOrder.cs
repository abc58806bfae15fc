using System;

namespace Invoicing.Saft.Reading;

/// <summary>The order in which a file holds its sections, so that a reader can stop behind the last one that is wanted.</summary>
internal static class SectionOrder
{
    private static readonly SaftSection[] InFile =
    [
        SaftSection.Header, SaftSection.Accounts, SaftSection.Customers, SaftSection.Suppliers, SaftSection.Products, SaftSection.Taxes,
        SaftSection.Journals | SaftSection.Transactions, SaftSection.Invoices, SaftSection.StockMovements, SaftSection.WorkDocuments,
        SaftSection.Payments,
    ];

    /// <summary>The position of the last of some sections; -1 for none.</summary>
    public static int Last(SaftSection sections) => Array.FindLastIndex(InFile, section => (section & sections) != 0);
}

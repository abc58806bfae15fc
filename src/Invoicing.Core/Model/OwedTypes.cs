using System.Collections.Generic;

namespace Invoicing;

/// <summary>The types of documents that make up what clients owe. Drafts, quotes, proformas, guides and documents that are paid when they are issued are none.</summary>
internal static class OwedTypes
{
    /// <summary>Types that the client owes.</summary>
    public static IReadOnlyList<InvoiceType> Debts { get; } =
        [InvoiceType.Invoice, InvoiceType.SimplifiedInvoice, InvoiceType.CashInvoice, InvoiceType.DebitNote, InvoiceType.VatMossInvoice];

    /// <summary>Types that are owed to the client.</summary>
    public static IReadOnlyList<InvoiceType> Credits { get; } = [InvoiceType.CreditNote, InvoiceType.VatMossCreditNote];

    /// <summary>States of documents that are issued and not known to be paid.</summary>
    public static IReadOnlyList<InvoiceState> OpenStates { get; } = [InvoiceState.Final, InvoiceState.SecondCopy];
}

using Invoicing.Engine.Fields;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>The provider's words for our enumerations.</summary>
internal static class InvoiceXpressVocabulary
{
    /// <summary>States as answers name them (docs/facts/invoicexpress.md#documents, #states).</summary>
    public static readonly WordTable<InvoiceState> States = new()
    {
        { InvoiceState.Draft, "draft" },
        { InvoiceState.Final, "final" },
        { InvoiceState.Settled, "settled" },
        { InvoiceState.Canceled, "canceled" },
        { InvoiceState.Deleted, "deleted" },
        { InvoiceState.Accepted, "accepted" },
        { InvoiceState.Refused, "refused" },
        { InvoiceState.SecondCopy, "second_copy" },
    };

    /// <summary>Types as answers and filters name them (docs/facts/invoicexpress.md#document-types).</summary>
    public static readonly WordTable<InvoiceType> Types = new()
    {
        { InvoiceType.Invoice, "Invoice" },
        { InvoiceType.InvoiceReceipt, "InvoiceReceipt" },
        { InvoiceType.SimplifiedInvoice, "SimplifiedInvoice" },
        { InvoiceType.CreditNote, "CreditNote" },
        { InvoiceType.DebitNote, "DebitNote" },
        { InvoiceType.VatMossInvoice, "VatMossInvoice" },
        { InvoiceType.VatMossCreditNote, "VatMossCreditNote" },
        { InvoiceType.VatMossReceipt, "VatMossReceipt" },
        { InvoiceType.Receipt, "Receipt" },
        { InvoiceType.CashInvoice, "CashInvoice" },
        { InvoiceType.Quote, "Quote" },
        { InvoiceType.Proforma, "Proforma" },
        { InvoiceType.FeesNote, "FeesNote" },
        { InvoiceType.Shipping, "Shipping" },
        { InvoiceType.Transport, "Transport" },
        { InvoiceType.Devolution, "Devolution" },
    };

    /// <summary>Ways of payment (docs/facts/invoicexpress.md#payments).</summary>
    public static readonly WordTable<PaymentMethod> PaymentMethods = new()
    {
        { PaymentMethod.BankTransfer, "TB" },
        { PaymentMethod.Cash, "NU" },
        { PaymentMethod.CreditCard, "CC" },
        { PaymentMethod.DocumentaryCredit, "CI" },
        { PaymentMethod.DebitCard, "CD" },
        { PaymentMethod.Cheque, "CH" },
        { PaymentMethod.GiftCard, "CO" },
        { PaymentMethod.Compensation, "CS" },
        { PaymentMethod.ElectronicMoney, "DE" },
        { PaymentMethod.CommercialBill, "LC" },
        { PaymentMethod.Multibanco, "MB" },
        { PaymentMethod.Barter, "PR" },
        { PaymentMethod.MealVoucher, "TR" },
        { PaymentMethod.Other, "OU" },
    };

    /// <summary>The direction of money without a document (docs/facts/invoicexpress.md#treasury).</summary>
    public static readonly WordTable<TreasuryMovementType> Movements = new()
    {
        { TreasuryMovementType.Payment, "Payment" },
        { TreasuryMovementType.Reimbursement, "Reimbursement" },
    };

    /// <summary>The way of documents to the tax authority (docs/facts/invoicexpress.md#tax-authority).</summary>
    public static readonly WordTable<TaxAuthorityCommunication> Communications = new()
    {
        { TaxAuthorityCommunication.Automatic, "auto" },
        { TaxAuthorityCommunication.Manual, "manual" },
        { TaxAuthorityCommunication.GuidesOnly, "guides" },
        { TaxAuthorityCommunication.Portal, "portal_at" },
    };

    /// <summary>Names of the counters in a series (docs/facts/invoicexpress.md#series).</summary>
    public static readonly WordTable<InvoiceType> Counters = new()
    {
        { InvoiceType.Invoice, "invoice" },
        { InvoiceType.InvoiceReceipt, "invoice_receipt" },
        { InvoiceType.SimplifiedInvoice, "simplified_invoice" },
        { InvoiceType.CreditNote, "credit_note" },
        { InvoiceType.DebitNote, "debit_note" },
        { InvoiceType.Receipt, "receipt" },
        { InvoiceType.Shipping, "shipping" },
        { InvoiceType.Transport, "transport" },
        { InvoiceType.Devolution, "devolution" },
        { InvoiceType.Proforma, "proforma" },
        { InvoiceType.Quote, "quote" },
        { InvoiceType.FeesNote, "fees_note" },
        { InvoiceType.VatMossInvoice, "vat_moss_invoice" },
        { InvoiceType.VatMossCreditNote, "vat_moss_credit_note" },
        { InvoiceType.VatMossReceipt, "vat_moss_receipt" },
    };

    /// <summary>
    /// A state as the list filters name it: an issued document is "final" in answers and "sent" here (docs/facts/invoicexpress.md#lists).
    /// </summary>
    public static string? StateFilter(InvoiceState state) => state == InvoiceState.Final ? "sent" : States.Format(state);
}

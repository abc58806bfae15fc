using Invoicing.Engine.Fields;

namespace Invoicing.Providers.SalenGo;

/// <summary>The provider's words for our enumerations.</summary>
internal static class SalenGoVocabulary
{
    /// <summary>The tax that is withheld in Spain, sent as a second tax below zero [assumption].</summary>
    public const string Withholding = "IRPF";

    /// <summary>
    /// The folder of what was deleted, and the one of what was put away (docs/facts/salengo.md#expenses, inferred from the lineage).
    /// </summary>
    public const string Deleted = "deleted";
    public const string Archived = "archived";

    /// <summary>The type of a document once it is issued [inferred].</summary>
    public const string Sent = "sent";

    /// <summary>States in answers (docs/facts/salengo.md#invoices, inferred; accepted: #other-records, assumption).</summary>
    public static readonly WordTable<InvoiceState> States = new()
    {
        { InvoiceState.Draft, "draft" },
        { InvoiceState.Final, Sent },
        { InvoiceState.Final, "viewed" },
        { InvoiceState.Final, "retry" },
        { InvoiceState.Final, "failed" },
        { InvoiceState.Final, "disputed" },
        { InvoiceState.Settled, "paid" },
        { InvoiceState.Settled, "auto-paid" },
        { InvoiceState.Accepted, "accepted" },
    };

    /// <summary>
    /// States that a list can be asked for in one word: unpaid is the special filter of the page on subscriptions [official], draft is
    /// [inferred]. What has several words is listed whole and looked through.
    /// </summary>
    public static readonly WordTable<InvoiceState> StateFilters = new()
    {
        { InvoiceState.Draft, "draft" },
        { InvoiceState.Final, "unpaid" },
    };

    /// <summary>
    /// Ways of payment. The words with a mark are of the lineage; the provider's own list is not known and any text passes unchecked
    /// (docs/facts/salengo.md#payments), so the others are ours [assumption].
    /// </summary>
    public static readonly WordTable<PaymentMethod> PaymentMethods = new()
    {
        { PaymentMethod.Cheque, "Check" }, // [inferred]
        { PaymentMethod.BankTransfer, "Bank Transfer" }, // [inferred]
        { PaymentMethod.BankTransfer, "ACH" }, // [inferred]
        { PaymentMethod.ElectronicMoney, "PayPal" }, // [inferred]
        { PaymentMethod.ElectronicMoney, "2Checkout" }, // [inferred]
        { PaymentMethod.CreditCard, "Credit Card" },
        { PaymentMethod.CreditCard, "VISA" }, // [inferred], and so on
        { PaymentMethod.CreditCard, "MASTERCARD" },
        { PaymentMethod.CreditCard, "DISCOVER" },
        { PaymentMethod.CreditCard, "AMEX" },
        { PaymentMethod.CreditCard, "DINERS" },
        { PaymentMethod.CreditCard, "JCB" },
        { PaymentMethod.CreditCard, "EUROCARD" },
        { PaymentMethod.CreditCard, "NOVA" },
        { PaymentMethod.Compensation, "Credit" }, // [inferred]
        { PaymentMethod.Cash, "Cash" },
        { PaymentMethod.DebitCard, "Debit Card" },
        { PaymentMethod.GiftCard, "Gift Card" },
        { PaymentMethod.CommercialBill, "Bill of Exchange" },
        { PaymentMethod.Multibanco, "Multibanco" },
        { PaymentMethod.Barter, "Barter" },
        { PaymentMethod.MealVoucher, "Meal Voucher" },
        { PaymentMethod.Other, "Other" },
    };

    /// <summary>
    /// Frequencies: the word that is written, the code that is read back (docs/facts/salengo.md#recurring-invoices, inferred from the
    /// lineage).
    /// </summary>
    public static readonly WordTable<RecurringFrequency> Frequencies = new()
    {
        { RecurringFrequency.Weekly, "weekly" },
        { RecurringFrequency.Weekly, "w" },
        { RecurringFrequency.TwoWeeks, "2 weeks" },
        { RecurringFrequency.TwoWeeks, "2w" },
        { RecurringFrequency.FourWeeks, "4 weeks" },
        { RecurringFrequency.FourWeeks, "4w" },
        { RecurringFrequency.Monthly, "monthly" },
        { RecurringFrequency.Monthly, "m" },
        { RecurringFrequency.TwoMonths, "2 months" },
        { RecurringFrequency.TwoMonths, "2m" },
        { RecurringFrequency.ThreeMonths, "3 months" },
        { RecurringFrequency.ThreeMonths, "3m" },
        { RecurringFrequency.SixMonths, "6 months" },
        { RecurringFrequency.SixMonths, "6m" },
        { RecurringFrequency.Yearly, "yearly" },
        { RecurringFrequency.Yearly, "y" },
        { RecurringFrequency.TwoYears, "2 years" },
        { RecurringFrequency.TwoYears, "2y" },
    };
}

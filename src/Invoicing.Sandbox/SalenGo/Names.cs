namespace Invoicing.Sandbox.SalenGo;

/// <summary>The names and words that more than one table needs.</summary>
internal static class Names
{
    public const string Client = "client";
    public const string Invoice = "invoice";
    public const string Estimate = "estimate";
    public const string Recurring = "recurring";
    public const string Payment = "payment";
    public const string Expense = "expense";
    public const string Item = "item";
    public const string Tax = "tax";
    public const string Category = "category";
    public const string Callback = "callback";

    public const string ClientId = "client_id";
    public const string InvoiceId = "invoice_id";
    public const string RecurringId = "recurring_id";
    public const string StaffId = "staff_id";
    public const string CallbackId = "callback_id";

    public const string Folder = "folder";
    public const string Deleted = "deleted";
    public const string Updated = "updated";
    public const string Date = "date";
    public const string Status = "status";
    public const string Number = "number";
    public const string Amount = "amount";
    public const string Email = "email";
    public const string CurrencyCode = "currency_code";
    public const string Lines = "lines";
    public const string Frequency = "frequency";
    public const string Verified = "verified";
    public const string Draft = "draft";
    public const string Sent = "sent";

    // Ours, never on the wire.
    public const string AssignedStaff = ".assigned_staff";
    public const string PaysFromCredit = ".from_credit";
    public const string IsCredit = ".credit";
    public const string Period = ".period";
    public const string Issued = ".issued";
    public const string Code = ".code";
}

using Invoicing.Engine.Fields;
using static Invoicing.Engine.Fields.FieldTypes;

namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// Our models and their forms on the wire: the place where a wrong name is corrected (docs/facts/simplbooks.md#operations). Names alone are
/// fields that the model has no property for and that the provider takes back; whatever else an answer holds is kept and not sent.
/// </summary>
internal static class SimplBooksMaps
{
    /// <summary>A client or supplier: one register (docs/facts/simplbooks.md#clients).</summary>
    public static readonly FieldMap<Client> Client = new(UnknownFields.SentBackIfNamed)
    {
        { nameof(Invoicing.Client.Id), "id", Id, FieldDirection.Read },
        { nameof(Invoicing.Client.Name), "name", Text },
        { nameof(Invoicing.Client.RegistrationNumber), "reg_no", Text },
        { nameof(Invoicing.Client.TaxNumber), "vat_no", Text },
        { nameof(Invoicing.Client.Address), "address_street", Text },
        { nameof(Invoicing.Client.City), "address_city", Text },
        { nameof(Invoicing.Client.PostalCode), "address_postal_code", Text },
        { nameof(Invoicing.Client.Region), "address_county", Text },
        { nameof(Invoicing.Client.Country), "address_country", Formats.Country, FieldDirection.Both, Evidence.Inferred },
        { nameof(Invoicing.Client.Website), "webpage", Text },
        { nameof(Invoicing.Client.Email), "e_mail", Text },
        { nameof(Invoicing.Client.Phone), "phone", Text },
        { nameof(Invoicing.Client.Fax), "fax", Text },
        { nameof(Invoicing.Client.PaymentDays), "client_settings_due_days", Formats.Days },
        { nameof(Invoicing.Client.Language), "client_settings_language", Formats.Language },
        new[]
        {
            "account_no", "bank", "swift_code", "client_settings_discount", "client_settings_purchase_due_days",
                "client_settings_supply_days",
            "client_settings_price_offer_due_days", "client_settings_overdue_percent", "client_settings_sales_vat_type_id",
            "client_settings_purchase_vat_type_id", "invoice_document_template_id", "price_offer_document_template_id",
            "sales_order_document_template_id", "edi_identifier", "intermediator_identifier",
        },
    };

    /// <summary>A note (docs/facts/simplbooks.md#client-notes).</summary>
    public static readonly FieldMap<ClientNote> ClientNote = new(UnknownFields.SentBackIfNamed)
    {
        { nameof(Invoicing.ClientNote.Id), "id", Id, FieldDirection.Read },
        { nameof(Invoicing.ClientNote.ClientId), "client_id", Formats.Reference },
        { nameof(Invoicing.ClientNote.Note), "note", Text },
        { nameof(Invoicing.ClientNote.DocumentType), "object_type", NoneIs("", Text) },
        { nameof(Invoicing.ClientNote.DocumentId), "object_id", Formats.Reference },
        { nameof(Invoicing.ClientNote.CreatedAt), "created", Formats.Moment, FieldDirection.Read },
        { nameof(Invoicing.ClientNote.CreatedById), "creator", Formats.Reference, FieldDirection.Read },
    };

    /// <summary>An article (docs/facts/simplbooks.md#items). Its VAT types and accounts can only be read.</summary>
    public static readonly FieldMap<Item> Item = new(UnknownFields.SentBackIfNamed)
    {
        { nameof(Invoicing.Item.Id), "id", Id, FieldDirection.Read },
        { nameof(Invoicing.Item.Code), "code", NoneIs("", Text) },
        { nameof(Invoicing.Item.Barcode), "ean", Text },
        { nameof(Invoicing.Item.Name), "name", Text },
        { nameof(Invoicing.Item.Description), "contents", Text },
        { nameof(Invoicing.Item.Unit), "unit", Text },
        { nameof(Invoicing.Item.UnitPrice), "price_per_unit", Number },
        { nameof(Invoicing.Item.PriceIncludesTax), "sum_with_vat", Flag },
        { nameof(Invoicing.Item.IsStocked), "is_inventory", Flag },
        { nameof(Invoicing.Item.Active), "active", Flag },
        { nameof(Invoicing.Item.TaxId), "sales_vat_type_id", Formats.Reference, FieldDirection.Read },
        new[] { "amount", "markup_value", "markup_type" },
    };

    /// <summary>
    /// A warehouse (docs/facts/simplbooks.md#warehouses). "financial_account_id" is an identifier when it is read and a code when it is
    /// sent.
    /// </summary>
    public static readonly FieldMap<Warehouse> Warehouse = new(UnknownFields.SentBackIfNamed)
    {
        { nameof(Invoicing.Warehouse.Id), "id", Id, FieldDirection.Read },
        { nameof(Invoicing.Warehouse.Name), "name", Text },
        { nameof(Invoicing.Warehouse.Description), "description", Text },
        { nameof(Invoicing.Warehouse.Address), "address", Text },
        { nameof(Invoicing.Warehouse.LedgerAccountCode), "financial_account", Formats.LeadingCode, FieldDirection.Read, Evidence.Inferred },
        { nameof(Invoicing.Warehouse.LedgerAccountCode), "financial_account_id", Id, FieldDirection.Write },
        { nameof(Invoicing.Warehouse.Active), "active", Flag },
    };

    /// <summary>A VAT type (docs/facts/simplbooks.md#vat-types).</summary>
    public static readonly FieldMap<Tax> Tax = new(UnknownFields.Kept)
    {
        { nameof(Invoicing.Tax.Id), "id", Id, FieldDirection.Read },
        { nameof(Invoicing.Tax.Name), "name", Text, FieldDirection.Read },
        { nameof(Invoicing.Tax.Rate), "vat_percent", Number, FieldDirection.Read },
    };

    /// <summary>A ledger account (docs/facts/simplbooks.md#ledger-accounts).</summary>
    public static readonly FieldMap<LedgerAccount> LedgerAccount = new(UnknownFields.Kept)
    {
        { nameof(Invoicing.LedgerAccount.Id), "id", Id, FieldDirection.Read },
        { nameof(Invoicing.LedgerAccount.Code), "code", Text, FieldDirection.Read },
        { nameof(Invoicing.LedgerAccount.Name), "name", Text, FieldDirection.Read },
        { nameof(Invoicing.LedgerAccount.Active), "active", Flag, FieldDirection.Read },
    };

    /// <summary>A bank account or cash register (docs/facts/simplbooks.md#bank-accounts).</summary>
    public static readonly FieldMap<BankAccount> BankAccount = new(UnknownFields.Kept)
    {
        { nameof(Invoicing.BankAccount.Id), "id", Id, FieldDirection.Read },
        { nameof(Invoicing.BankAccount.Name), "account_name", Text, FieldDirection.Read },
        { nameof(Invoicing.BankAccount.BankName), "bank_name", Text, FieldDirection.Read },
        { nameof(Invoicing.BankAccount.AccountNumber), "account_no", Text, FieldDirection.Read },
        { nameof(Invoicing.BankAccount.Iban), "iban_number", Text, FieldDirection.Read },
        { nameof(Invoicing.BankAccount.SwiftCode), "swift_code", Text, FieldDirection.Read },
        { nameof(Invoicing.BankAccount.Description), "account_description", Text, FieldDirection.Read },
        { nameof(Invoicing.BankAccount.Active), "active", Flag, FieldDirection.Read },
    };

    /// <summary>Work that is not invoiced yet (docs/facts/simplbooks.md#tasks).</summary>
    public static readonly FieldMap<InvoiceTask> Task = new(UnknownFields.SentBackIfNamed)
    {
        { nameof(InvoiceTask.Id), "id", Id, FieldDirection.Read },
        { nameof(InvoiceTask.ClientId), "client_id", Formats.Reference },
        { nameof(InvoiceTask.WarehouseId), "warehouse_id", Formats.Reference },
        { nameof(InvoiceTask.ItemId), "article_id", Formats.Reference },
        { nameof(InvoiceTask.Code), "code", Text },
        { nameof(InvoiceTask.Name), "name", Text },
        { nameof(InvoiceTask.Description), "contents", Text },
        { nameof(InvoiceTask.Unit), "unit", Text },
        { nameof(InvoiceTask.Quantity), "amount", Number },
        { nameof(InvoiceTask.UnitPrice), "price_per_unit", Number },
        { nameof(InvoiceTask.Date), "date_of_doing", Formats.Day },
        { nameof(InvoiceTask.Worker), "worker", Text },
        { nameof(InvoiceTask.TaxId), "vat_type_id", Formats.Reference },
        { nameof(InvoiceTask.TaxRate), "vat", Number, FieldDirection.Read },
        { nameof(InvoiceTask.Discount), "discount", Number },
    };

    /// <summary>Money that came in (docs/facts/simplbooks.md#receipts).</summary>
    public static readonly FieldMap<Payment> Receipt = Money("income");

    /// <summary>Money that went out (docs/facts/simplbooks.md#payments).</summary>
    public static readonly FieldMap<Payment> Payment = Money("payment");

    private static FieldMap<Payment> Money(string prefix) => new(UnknownFields.SentBackIfNamed)
    {
        { nameof(Invoicing.Payment.Id), "id", Id, FieldDirection.Read },
        { nameof(Invoicing.Payment.AccountId), "income_account_id", Formats.Reference },
        { nameof(Invoicing.Payment.Amount), prefix + "_sum", Number },
        { nameof(Invoicing.Payment.Date), prefix + "_date", Formats.Day },
        { nameof(Invoicing.Payment.Notes), "description", Text },
        { nameof(Invoicing.Payment.Currency), "currency_name", Text },
        { nameof(Invoicing.Payment.ExchangeRate), "currency_rate", Number },
        {
            nameof(Invoicing.Payment.Client),
            new Flat<Client>(new FieldMap<Client> { { nameof(Invoicing.Client.Id), "client_id", Formats.Reference } })
        },
    };
}

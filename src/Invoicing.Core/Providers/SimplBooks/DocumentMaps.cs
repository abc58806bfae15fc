using Invoicing.Engine.Fields;
using static Invoicing.Engine.Fields.FieldTypes;

namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// SimplBooksDocuments and their rows on the wire (docs/facts/simplbooks.md#invoices, #price-offers, #purchases): like <see cref="SimplBooksMaps"/>.
/// </summary>
internal static class DocumentMaps
{
    /// <summary>
    /// The client of a document: its identifier is sent, and what comes back is the client as it was then. The fields lie flat in the
    /// document.
    /// </summary>
    private static readonly Flat<Client> Client = new(new FieldMap<Client>
    {
        { nameof(Invoicing.Client.Id), "client_id", Formats.Reference },
        { nameof(Invoicing.Client.Name), "client_name", Text, FieldDirection.Read },
        { nameof(Invoicing.Client.RegistrationNumber), "client_reg_no", Text, FieldDirection.Read },
        { nameof(Invoicing.Client.TaxNumber), "client_vat_no", Text, FieldDirection.Read },
        { nameof(Invoicing.Client.Address), "client_address_street", Text, FieldDirection.Read },
        { nameof(Invoicing.Client.City), "client_address_city", Text, FieldDirection.Read },
        { nameof(Invoicing.Client.PostalCode), "client_address_postal_code", Text, FieldDirection.Read },
        { nameof(Invoicing.Client.Region), "client_address_county", Text, FieldDirection.Read },
        { nameof(Invoicing.Client.Country), "client_address_country", Formats.Country, FieldDirection.Read },
    });

    /// <summary>
    /// A row of an invoice. The VAT type is sent and the rate is not, since it is unknown which wins (docs/facts/simplbooks.md#invoices,
    /// assumption).
    /// </summary>
    public static readonly FieldMap<InvoiceLine> InvoiceRow = Row("income_account_id", FieldDirection.Read);

    public static readonly FieldMap<InvoiceLine> QuoteRow = Row(null, FieldDirection.Read);

    /// <summary>A row of a purchase has a sum in place of a price.</summary>
    public static readonly FieldMap<InvoiceLine> PurchaseRow = Row("expense_account_id", FieldDirection.Both, hasSum: true);

    /// <summary>
    /// An invoice. Its number is the one field of the caller's that a list can be asked for, so it carries the reference.
    /// </summary>
    public static readonly FieldMap<Invoice> Invoice = new(UnknownFields.SentBackIfNamed)
    {
        { nameof(Invoicing.Invoice.Id), "id", Id, FieldDirection.Read },
        { nameof(Invoicing.Invoice.Type), "proforma", Formats.Proforma },
        { nameof(Invoicing.Invoice.Reference), "number", NoneIs("", Text) },
        { new FieldLimit(nameof(Invoicing.Invoice.Reference), 255, Evidence.Assumption) },
        { nameof(Invoicing.Invoice.Client), Client },
        { nameof(Invoicing.Invoice.Date), "created", Formats.Day },
        { nameof(Invoicing.Invoice.DueDate), "due", Formats.Day },
        { nameof(Invoicing.Invoice.SentDate), "sent", Formats.Day },
        { nameof(Invoicing.Invoice.PaidDate), "paid", Formats.Day, FieldDirection.Read },
        { nameof(Invoicing.Invoice.NetTotal), "sum", Number, FieldDirection.Read },
        { nameof(Invoicing.Invoice.TaxTotal), "vat", Number, FieldDirection.Read },
        { nameof(Invoicing.Invoice.Total), "total_sum", Number, FieldDirection.Read },
        { nameof(Invoicing.Invoice.Outstanding), "remnant", Number, FieldDirection.Read },
        { nameof(Invoicing.Invoice.PricesIncludeTax), "row_sum_with_vat", Flag },
        { nameof(Invoicing.Invoice.Currency), "currency_name", Text },
        { nameof(Invoicing.Invoice.ExchangeRate), "currency_rate", Number },
        { nameof(Invoicing.Invoice.Notes), "additional_info", Text },
        { nameof(Invoicing.Invoice.CorrectedInvoiceId), "credit_invoice_for", Formats.Reference },
        new[]
        {
            "client_location_id", "transaction_date", "reference", "rounding", "overdue_charge_percent", "proforma_percent", "language",
            "document_template_id", "copy",
        },
    };

    /// <summary>A price offer.</summary>
    public static readonly FieldMap<Invoice> Quote = new(UnknownFields.SentBackIfNamed)
    {
        { nameof(Invoicing.Invoice.Id), "id", Id, FieldDirection.Read },
        { nameof(Invoicing.Invoice.Reference), "number", NoneIs("", Text) },
        { new FieldLimit(nameof(Invoicing.Invoice.Reference), 255, Evidence.Assumption) },
        { nameof(Invoicing.Invoice.Client), Client },
        { nameof(Invoicing.Invoice.Date), "created", Formats.Day },
        { nameof(Invoicing.Invoice.DueDate), "valid_until", Formats.Day },
        { nameof(Invoicing.Invoice.SentDate), "sent", Formats.Day },
        { nameof(Invoicing.Invoice.NetTotal), "sum", Number, FieldDirection.Read },
        { nameof(Invoicing.Invoice.TaxTotal), "vat", Number, FieldDirection.Read },
        { nameof(Invoicing.Invoice.Total), "total_sum", Number, FieldDirection.Read },
        { nameof(Invoicing.Invoice.PricesIncludeTax), "row_sum_with_vat", Flag, FieldDirection.Read },
        { nameof(Invoicing.Invoice.Currency), "currency_name", Text },
        { nameof(Invoicing.Invoice.ExchangeRate), "currency_rate", Number },
        { nameof(Invoicing.Invoice.Notes), "additional_info", Text },
        new[] { "client_location_id", "language", "document_template_id" },
    };

    /// <summary>An invoice of a supplier.</summary>
    public static readonly FieldMap<Purchase> Purchase = new(UnknownFields.SentBackIfNamed)
    {
        { nameof(Invoicing.Purchase.Id), "id", Id, FieldDirection.Read },
        { nameof(Invoicing.Purchase.Number), "number", Text },
        { nameof(Invoicing.Purchase.InternalNumber), "internal_number", Text },
        { nameof(Invoicing.Purchase.Supplier), Client },
        { nameof(Invoicing.Purchase.Date), "created", Formats.Day },
        { nameof(Invoicing.Purchase.TransactionDate), "transaction_date", Formats.Day },
        { nameof(Invoicing.Purchase.DueDate), "due", Formats.Day },
        { nameof(Invoicing.Purchase.PaidDate), "paid", Formats.Day, FieldDirection.Read },
        { nameof(Invoicing.Purchase.Reference), "reference", Text },
        { nameof(Invoicing.Purchase.Currency), "currency_name", Text },
        { nameof(Invoicing.Purchase.ExchangeRate), "currency_rate", Number },
        { nameof(Invoicing.Purchase.PricesIncludeTax), "row_sum_with_vat", Flag },
        { nameof(Invoicing.Purchase.NetTotal), "sum", Number, FieldDirection.Read },
        { nameof(Invoicing.Purchase.TaxTotal), "vat", Number },
        { nameof(Invoicing.Purchase.Total), "total_sum", Number, FieldDirection.Read },
        { nameof(Invoicing.Purchase.Notes), "comments", Text },
        { nameof(Invoicing.Purchase.FileType), "file_type", Text, FieldDirection.Write },
        { nameof(Invoicing.Purchase.FileContent), "file_contents", Formats.File, FieldDirection.Write | FieldDirection.Secret },
    };

    private static FieldMap<InvoiceLine> Row(string? account, FieldDirection code, bool hasSum = false)
    {
        var map = new FieldMap<InvoiceLine>(UnknownFields.SentBackIfNamed)
        {
            { nameof(InvoiceLine.ItemId), "article_id", Formats.Reference },
            { nameof(InvoiceLine.WarehouseId), "warehouse_id", Formats.Reference },
            { nameof(InvoiceLine.ItemCode), "code", NoneIs("", Text), code },
            { nameof(InvoiceLine.Name), "name", Text },
            { nameof(InvoiceLine.Unit), "unit", Text },
            { nameof(InvoiceLine.Quantity), "amount", Number },
            { nameof(InvoiceLine.TaxId), "vat_type_id", Formats.Reference },
            { nameof(InvoiceLine.TaxRate), "vat", Number, FieldDirection.Read },
            { nameof(InvoiceLine.Discount), "discount", Number },
            { RowIds.Field, FieldDirection.Both },
        };
        if (hasSum)
        {
            map.Add(nameof(InvoiceLine.Subtotal), "sum", Number);
        }
        else
        {
            map.Add(nameof(InvoiceLine.Description), "contents", Text);
            map.Add(nameof(InvoiceLine.UnitPrice), "price_per_unit", Number);
        }

        if (account is not null)
        {
            map.Add(nameof(InvoiceLine.AccountId), account, Formats.Reference);
        }

        return map;
    }
}

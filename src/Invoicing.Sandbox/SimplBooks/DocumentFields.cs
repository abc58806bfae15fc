using System.Collections.Generic;
using System.Linq;
using static Invoicing.Sandbox.SimplBooks.FieldType;
using static Invoicing.Sandbox.SimplBooks.FieldUse;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>The fields of documents, their rows and money. [official], other marks where they differ</summary>
internal static class DocumentFields
{
    public static readonly Shape Invoice = new(
        new Field("id", Id, L | G),
        new Field("number", Text, W | L | G),
        Client(L | G, G),
        new Field("contact_reference", Text, G),
        new Field("client_location_id", Integer, W | G),
        new Field("created", Date, W | L | G),
        new Field("transaction_date", Date, W | L | G),
        new Field("due", Date, W | L | G),
        new Field("sent", Date, W | L | G),
        new Field("paid", Date, L | G),
        new Field("reference", Digits, W | G),
        new Field("sum", Number, L | G),
        new Field("vat", Number, L | G),
        new Field("rounding", Number, W | L | G),
        new Field("total_sum", Number, L | G),
        new Field("remnant", Number, G),
        new Field("row_sum_with_vat", LooseFlag, W | L | G),
        Currency(L | G),
        new Field("overdue_charge_percent", Number, W | G),
        new Field("overdue_charge_period", Text, G),
        new Field("assembler_name", Text, G),
        new Field("additional_info", Text, W | G),
        new Field("credit_invoice_for", Id, W | L | G, "invoices"),
        new Field("proforma", LooseFlag, W | L | G),
        new Field("proforma_percent", Number, W | L | G),
        new Field("language", Text, W | G),
        new Field("document_template_id", Integer, W | G),
        new Field("period_start", Date, G),
        new Field("period_end", Date, G),
        new Field("copy", File, W));

    public static readonly Shape InvoiceRow = new(
        new Field("id", Id, G),
        new Field("article_id", IdOrNull, W | G, "articles"),
        new Field("warehouse_id", Id, W | G, "warehouses"),
        new Field("code", Digits, G),
        MasterFields.Texts(W | G, "name contents unit"),
        new Field("amount", Number, W | G),
        new Field("price_per_unit", Number, W | G),
        new Field("worker", Text, G),
        Vat(),
        new Field("income_account_id", Id, W | G, "financial_accounts"));

    public static readonly Shape PriceOffer = new(
        // The schema of get has no id, most likely by oversight. [official], [inferred]
        new Field("id", Id, L),
        new Field("number", Text, W | L | G),
        Client(L | G, G),
        new Field("client_location_id", Integer, W | G),
        new Field("created", Date, W | L | G),
        new Field("valid_until", Date, W | L | G),
        new Field("sent", Date, W | L | G),
        new Field("cancelled", Date, L | G),
        new Field("sum", Number, L | G),
        new Field("vat", Number, L | G),
        new Field("rounding", Number, L | G),
        new Field("total_sum", Number, L | G),
        new Field("row_sum_with_vat", LooseFlag, G),
        Currency(L | G),
        new Field("additional_info", Text, W | L | G),
        new Field("assembler_name", Text, G),
        new Field("language", Text, W | G),
        new Field("contact_reference", Text, G),
        new Field("invoice_id", Id, G, "invoices"),
        new Field("sales_order_id", Integer, G),
        new Field("document_template_id", Integer, W | G));

    public static readonly Shape PriceOfferRow = new(
        new Field("id", Id, G),
        new Field("warehouse_id", Id, W | G, "warehouses"),
        new Field("article_id", Id, W | G, "articles"),
        new Field("code", Digits, G),
        MasterFields.Texts(W | G, "name contents unit"),
        new Field("amount", Number, W | G),
        new Field("price_per_unit", Number, W | G),
        new Field("worker", Text, G),
        Vat());

    public static readonly Shape Purchase = new(
        new Field("id", Id, L | G),
        Client(L | G, L | G),
        MasterFields.Texts(W | L | G, "number internal_number"),
        new Field("created", Date, W | L | G),
        new Field("transaction_date", Date, W | L | G),
        new Field("due", Date, W | L | G),
        new Field("paid", Date, L | G),
        Currency(L | G),
        new Field("comments", Text, W | L | G),
        new Field("reference", Digits, W | L | G),
        new Field("sum", Number, L | G),
        new Field("vat", Number, W | L | G),
        new Field("rounding", Number, L | G),
        new Field("total_sum", Number, L | G),
        new Field("row_sum_with_vat", LooseFlag, W | G),
        new Field("file_type", Text, W),
        new Field("file_contents", File, W),
        new Field("remnant", Number, None));

    public static readonly Shape PurchaseRow = new(
        new Field("id", Id, G),
        new Field("warehouse_id", Id, W | G, "warehouses"),
        new Field("article_id", Id, W | G, "articles"),
        new Field("code", Digits, W | G),
        MasterFields.Texts(W | G, "name unit"),
        new Field("amount", Number, W | G),
        new Field("sum", Number, W | G),
        Vat(),
        new Field("expense_account_id", Id, W | G, "financial_accounts"),
        new Field("expense_account_code", AccountCode, G, "expense_account_id"));

    public static readonly Shape Task = new(
        new Field("id", Id, L | G),
        new Field("client_id", Id, W | L | G, "clients"),
        new Field("warehouse_id", Id, W | L | G, "warehouses"),
        new Field("article_id", Id, W | L | G, "articles"),
        new Field("code", Digits, W | L | G),
        MasterFields.Texts(W | L | G, "name contents unit"),
        new Field("amount", Number, W | L | G),
        new Field("price_per_unit", Number, W | L | G),
        new Field("date_of_doing", Date, W | L | G),
        new Field("worker", Text, W | L | G),
        Vat(W | L | G));

    /// <summary>Money in or out. Ids of bank accounts are another id space than those of the ledger. [seen]</summary>
    public static Shape Money(string prefix) => new(
        new Field("id", Id, L | G),
        new Field("income_account_id", Id, W | L | G, "income_accounts"),
        new Field(prefix + "_sum", Number, W | L | G),
        new Field(prefix + "_date", Date, W | L | G),
        new Field("description", Text, W | L | G),
        Currency(L | G),
        new Field("client_id", Id, W | L | G, "clients"),
        //  [seen]
        new Field("created_time", Time, L | G));

    private static IReadOnlyList<Field> Currency(FieldUse shown) => new[]
    {
        new Field("currency_name", Text, W | shown),
        new Field("currency_rate", Number, W | shown),
    };

    private static IReadOnlyList<Field> Vat(FieldUse use = W | G) => new[]
    {
        new Field("vat", Number, use),
        new Field("vat_type_id", Id, use, "vat_types"),
        new Field("discount", Number, use),
    };

    /// <summary>The client as it was when the document was made.</summary>
    private static IReadOnlyList<Field> Client(FieldUse names, FieldUse address) =>
        new[] { new Field("client_id", Id, W | names, "clients") }
            .Concat(MasterFields.Texts(names, "client_name client_reg_no client_vat_no"))
            .Concat(MasterFields.Texts(
                address,
                "client_address_street client_address_city client_address_postal_code client_address_county client_address_country"))
            .ToArray();
}

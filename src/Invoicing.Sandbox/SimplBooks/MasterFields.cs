using System.Collections.Generic;
using System.Linq;
using static Invoicing.Sandbox.SimplBooks.FieldType;
using static Invoicing.Sandbox.SimplBooks.FieldUse;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>The fields of master data. [official], other marks where they differ</summary>
internal static class MasterFields
{
    public static readonly Shape FinancialAccount = new(
        new Field("id", Id, L | G),
        new Field("code", Text, L | G),
        new Field("name", Text, L | G),
        new Field("active", Flag, L | G));

    public static readonly Shape IncomeAccount = new(
        new Field("id", Id, L | G),
        Texts(L | G, "account_name bank_name account_no iban_number swift_code account_description"),
        new Field("active", Flag, L | G));

    public static readonly Shape VatType = new(
        new Field("id", Id, L),
        new Field("name", Text, L),
        new Field("vat_percent", Number, L),
        new Field("is_sales", Flag, L),
        new Field("is_purchase", Flag, L),
        new Field("active", Flag, L));

    public static readonly Shape Article = new(
        new Field("id", Id, L | G),
        new Field("code", Text, W | L | G),
        new Field("ean", Text, W | L | G),
        new Field("name", Localized, W | L | G),
        new Field("contents", Localized, W | L | G),
        new Field("unit", Localized, W | L | G),
        new Field("amount", Number, W | L | G),
        new Field("price_per_unit", Number, W | L | G),
        new Field("sum_with_vat", LooseFlag, W | L | G),
        new Field("markup_value", Number, W | L | G),
        new Field("markup_type", Markup, W | L | G),
        new Field("is_inventory", Flag, W | L | G),
        new Field("active", Flag, W | L | G),
        new Field("sales_vat_type_id", Id, L | G, "vat_types"),
        new Field("purchase_vat_type_id", Id, L | G, "vat_types"),
        new Field("income_account_id", Id, G, "financial_accounts"),
        new Field("income_account", AccountLabel, G, "income_account_id"),
        new Field("expense_account_id", Id, G, "financial_accounts"),
        new Field("expense_account", AccountLabel, G, "expense_account_id"),
        new Field("remnant", FieldType.Stock, OnRequest));

    public static readonly Shape Client = new(
        new Field("id", Id, L | G),
        Texts(
            W | L | G,
            "name reg_no vat_no address_street address_city address_postal_code address_county address_country webpage e_mail phone fax "
            + "account_no bank swift_code"),
        new Field("client_settings_discount", Number, W | G),
        new Field("client_settings_due_days", Integer, W | G),
        new Field("client_settings_purchase_due_days", Integer, W | G),
        new Field("client_settings_supply_days", Integer, W | G),
        new Field("client_settings_price_offer_due_days", Integer, W | G),
        new Field("client_settings_overdue_percent", Number, W | G),
        new Field("client_settings_sales_vat_type_id", Id, W | G, "vat_types"),
        new Field("client_settings_purchase_vat_type_id", Id, W | G, "vat_types"),
        new Field("client_settings_language", Text, W | G),
        new Field("invoice_document_template_id", Integer, W | G),
        new Field("price_offer_document_template_id", Integer, W | G),
        new Field("sales_order_document_template_id", Integer, W | G),
        new Field("edi_identifier", Text, W | G),
        new Field("intermediator_identifier", Text, W | G));

    // Nobody describes a contact, and no operation writes one: every name but the id's is a guess [assumption].
    public static readonly Shape Contact = new(
        new Field("id", Id, L),
        new Field("client_id", Id, L),
        Texts(L, "name position e_mail phone"));

    public static readonly Shape ClientNote = new(
        new Field("id", Id, L | G),
        new Field("created", Time, L | G),
        new Field("creator", Integer, L | G),
        new Field("client_id", Id, C | L | G, "clients"),
        new Field("note", Text, W | L | G),
        new Field("object_type", Text, C | L | G),
        new Field("object_id", Integer, C | L | G));

    public static readonly Shape Warehouse = new(
        new Field("id", Id, L | G),
        Texts(W | L | G, "name description address"),
        new Field("financial_account_id", AccountByCode, W | G),
        new Field("financial_account", AccountLabel, G, "financial_account_id"),
        new Field("active", Flag, W | L | G));

    /// <summary>Fields that only differ in their names.</summary>
    public static IReadOnlyList<Field> Texts(FieldUse use, string names) =>
        names.Split(' ').Select(name => new Field(name, Text, use)).ToArray();
}

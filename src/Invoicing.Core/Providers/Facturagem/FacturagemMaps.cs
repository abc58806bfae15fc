using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine.Fields;
using static Invoicing.Engine.Fields.FieldTypes;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// Our models and their forms on the wire: the place where a wrong name is corrected. No field list is published
/// (docs/facts/facturagem.md#sources). The names are those of the provider's open-source ancestor [seen] or our own guess, followed by what
/// else they may be; all of them are read, and the first one that the provider was heard to use is written.
/// </summary>
internal static class FacturagemMaps
{
    /// <summary>Names of the seed (docs/facts/facturagem.md#operations, #field-names, official).</summary>
    public const string ClientId = "client_id";
    public const string InvoiceId = "invoice_id";
    public const string Links = "links";
    public const string Errors = "errors";

    /// <summary>
    /// The invoice holds copies of its client and its account as they were then (docs/facts/facturagem.md#invoices, official); the pattern
    /// is [seen].
    /// </summary>
    public const string ClientPart = "client_";
    public const string AccountPart = "account_";

    /// <summary>A second line of a street; the model has one text (docs/facts/facturagem.md#account, seen).</summary>
    public const string SecondStreet = "street2";

    private static readonly string[] TaxNumbers = ["nif", "tax_id", "vat_number"];
    private static readonly string[] CountryNames = ["country_id", "country", "country_name"];

    /// <summary>See docs/facts/facturagem.md#values, inferred from Rails.</summary>
    private static readonly FieldType<DateTime?> Day = Date("yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss");

    /// <summary>A code on the wire, a name in the model; a number that stands for a country is translated elsewhere.</summary>
    private static readonly FieldType<string?> CountryCode = Translated(
        text => text.Length == 0 ? null : Countries.ToName(text),
        country => Countries.ToCode(country) ?? country);

    /// <summary>The words are ours (docs/facts/facturagem.md#payments, assumption).</summary>
    private static readonly WordTable<PaymentMethod> Methods = MakeMethods();

    public static readonly FieldMap<Client> Client = new(UnknownFields.SentBack)
    {
        { nameof(Invoicing.Client.Id), "id", Id, FieldDirection.Read, Evidence.Inferred },
        { nameof(Invoicing.Client.Name), "name", Text, FieldDirection.Both, Evidence.Sdk },
        { nameof(Invoicing.Client.TaxNumber), "cif", Text, FieldDirection.Both, Evidence.Sdk, TaxNumbers },
        { nameof(Invoicing.Client.Address), "street1", Text, FieldDirection.Both, Evidence.Sdk, "address" },
        { nameof(Invoicing.Client.City), "city", Text, FieldDirection.Both, Evidence.Sdk },
        { nameof(Invoicing.Client.Region), "province", Text, FieldDirection.Both, Evidence.Sdk },
        { nameof(Invoicing.Client.PostalCode), "postal_code", Text, FieldDirection.Both, Evidence.Sdk, "zip" },
        { nameof(Invoicing.Client.Country), "country_code", CountryCode, FieldDirection.Both, Evidence.Assumption, CountryNames },
        { nameof(Invoicing.Client.Email), "email", Text, FieldDirection.Both, Evidence.Assumption },
        { nameof(Invoicing.Client.Phone), "phone", Text, FieldDirection.Both, Evidence.Assumption },
        { nameof(Invoicing.Client.Notes), "notes", Text, FieldDirection.Both, Evidence.Sdk },
        { "created_at", FieldDirection.Read },
        { "updated_at", FieldDirection.Read },
    };

    /// <summary>
    /// A line. <c>amount</c> is the quantity (docs/facts/facturagem.md#invoices, seen). That a line has a rate of its own is not known.
    /// </summary>
    public static readonly FieldMap<InvoiceLine> Line = new(UnknownFields.SentBack)
    {
        { nameof(InvoiceLine.Description), "description", Text, FieldDirection.Both, Evidence.Sdk, "concept" },
        { nameof(InvoiceLine.Quantity), "amount", NumberText, FieldDirection.Both, Evidence.Sdk, "quantity" },
        { nameof(InvoiceLine.UnitPrice), "price", NumberText, FieldDirection.Both, Evidence.Sdk, "unit_price" },
        { nameof(InvoiceLine.TaxRate), "iva_percent", NumberText, FieldDirection.Both, Evidence.Assumption, "tax_percent" },
        { nameof(InvoiceLine.Total), "total", Number, FieldDirection.Read, Evidence.Sdk },
        { "id", FieldDirection.Read },
    };

    /// <summary>A payment (docs/facts/facturagem.md#payments, assumption).</summary>
    public static readonly FieldMap<Payment> Payment = new(UnknownFields.SentBack)
    {
        { nameof(Invoicing.Payment.Id), "id", Id, FieldDirection.Read, Evidence.Inferred },
        { nameof(Invoicing.Payment.Amount), "amount", NumberText, FieldDirection.Both, Evidence.Assumption },
        { nameof(Invoicing.Payment.Date), "date", Day, FieldDirection.Both, Evidence.Assumption, "paid_on" },
        { nameof(Invoicing.Payment.Method), "method", OptionalWords(Methods), FieldDirection.Write, Evidence.Assumption },
        { nameof(Invoicing.Payment.MethodName), "method", Text, FieldDirection.Both, Evidence.Assumption },
        { nameof(Invoicing.Payment.Notes), "notes", Text, FieldDirection.Both, Evidence.Assumption },
    };

    public static readonly FieldMap<InvoiceAccount> Account = new(UnknownFields.SentBack)
    {
        { nameof(InvoiceAccount.Id), "id", Id, FieldDirection.Read, Evidence.Inferred },
        { nameof(InvoiceAccount.Name), "name", Text, FieldDirection.Both, Evidence.Sdk },
        { nameof(InvoiceAccount.TaxNumber), "cif", Text, FieldDirection.Both, Evidence.Sdk, TaxNumbers },
        { nameof(InvoiceAccount.Address), "street1", Text, FieldDirection.Both, Evidence.Sdk, "address" },
        { nameof(InvoiceAccount.City), "city", Text, FieldDirection.Both, Evidence.Sdk },
        { nameof(InvoiceAccount.Region), "province", Text, FieldDirection.Both, Evidence.Sdk },
        { nameof(InvoiceAccount.PostalCode), "postal_code", Text, FieldDirection.Both, Evidence.Sdk, "zip" },
        { nameof(InvoiceAccount.Country), "country_code", CountryCode, FieldDirection.Both, Evidence.Assumption, CountryNames },
        { nameof(InvoiceAccount.TaxRate), "iva_percent", NumberText, FieldDirection.Both, Evidence.Sdk, "tax_percent" },
        { nameof(InvoiceAccount.Withholding), "irpf_percent", NumberText, FieldDirection.Both, Evidence.Sdk, "retention_percent" },
        { "created_at", FieldDirection.Read },
        { "updated_at", FieldDirection.Read },
    };

    public static readonly FieldMap<Country> Country = new(UnknownFields.Kept)
    {
        { nameof(Invoicing.Country.Id), "id", Id, FieldDirection.Read, Evidence.Assumption },
        { nameof(Invoicing.Country.Code), "code", Text, FieldDirection.Read, Evidence.Assumption },
        { nameof(Invoicing.Country.Name), "name", Text, FieldDirection.Read, Evidence.Assumption },
    };

    /// <summary>An invoice with lines of a certain form. The client and the copies are put together elsewhere.</summary>
    public static FieldMap<Invoice> Invoice(FieldMap<InvoiceLine> line) => new(UnknownFields.SentBack)
    {
        { nameof(Invoicing.Invoice.Id), "id", Id, FieldDirection.Read, Evidence.Inferred },
        { nameof(Invoicing.Invoice.Number), "number", Text, FieldDirection.Both, Evidence.Sdk, "invoice_number" },
        { new FieldLimit(nameof(Invoicing.Invoice.Reference), 255, Evidence.Assumption) },
        { nameof(Invoicing.Invoice.Date), "date", Day, FieldDirection.Both, Evidence.Sdk, "issue_date", "issued_on" },
        { nameof(Invoicing.Invoice.DueDate), "due_date", Day, FieldDirection.Both, Evidence.Assumption },
        { nameof(Invoicing.Invoice.GlobalDiscount), "discount_percent", NumberText, FieldDirection.Both, Evidence.Sdk },
        { nameof(Invoicing.Invoice.DiscountTotal), "discount", Number, FieldDirection.Read, Evidence.Sdk },
        { nameof(Invoicing.Invoice.NetTotal), "tax_base", Number, FieldDirection.Read, Evidence.Sdk, "subtotal" },
        { nameof(Invoicing.Invoice.TaxRate), "iva_percent", NumberText, FieldDirection.Both, Evidence.Sdk, "tax_percent" },
        { nameof(Invoicing.Invoice.TaxTotal), "iva", Number, FieldDirection.Read, Evidence.Sdk, "tax" },
        { nameof(Invoicing.Invoice.Withholding), "irpf_percent", NumberText, FieldDirection.Both, Evidence.Sdk, "retention_percent" },
        { nameof(Invoicing.Invoice.WithholdingTotal), "irpf", Number, FieldDirection.Read, Evidence.Sdk, "retention" },
        { nameof(Invoicing.Invoice.Surcharge), "recargo_percent", NumberText, FieldDirection.Both, Evidence.Assumption, "equivalence_percent" },
        { nameof(Invoicing.Invoice.SurchargeTotal), "recargo", Number, FieldDirection.Read, Evidence.Assumption },
        { nameof(Invoicing.Invoice.Total), "total", Number, FieldDirection.Read, Evidence.Sdk },
        { nameof(Invoicing.Invoice.State), "paid", new PaidFlag(), FieldDirection.Read, Evidence.Sdk, "state" },
        { nameof(Invoicing.Invoice.Currency), "currency", Text, FieldDirection.Both, Evidence.Assumption },
        { nameof(Invoicing.Invoice.Notes), "notes", Text, FieldDirection.Both, Evidence.Sdk },
        { nameof(Invoicing.Invoice.Lines), "lines", List(line), FieldDirection.Both, Evidence.Sdk, "lines_attributes", "invoice_lines", "items" },
        { "created_at", FieldDirection.Read },
        { "updated_at", FieldDirection.Read },
    };

    /// <summary>Names whose values a trace may show. Login, password and key are none of them.</summary>
    public static readonly ISet<string> ShownNames = FieldMaps.ShownNames(
        [Client, Line, Payment, Account, Country, Invoice(Line)],
        [ClientId, SecondStreet, Links, "rel", "uri", Errors, "error", "message", "params", "allowed_params", "link", "param", "allowed_param"]);

    private static WordTable<PaymentMethod> MakeMethods()
    {
        var words = new WordTable<PaymentMethod>();
        foreach (PaymentMethod method in Enum.GetValues(typeof(PaymentMethod)))
        {
            words.Add(method, string.Concat(method.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? "_" + letter : letter.ToString())).ToLowerInvariant());
        }

        return words;
    }
}

using System;
using System.Collections.Generic;
using Invoicing.Engine.Fields;
using static Invoicing.Engine.Fields.FieldTypes;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>Our models and their forms on the wire: the place where a wrong name is corrected.</summary>
internal static class InvoiceXpressMaps
{
    /// <summary>
    /// Documents have their dates as dd/mm/yyyy (docs/facts/invoicexpress.md#values); ISO days and moments are read too, since they were
    /// seen.
    /// </summary>
    private static readonly FieldType<DateTime?> Day = LisbonTime.Day("dd/MM/yyyy");

    /// <summary>Treasury has ISO dates (docs/facts/invoicexpress.md#treasury).</summary>
    private static readonly FieldType<DateTime?> IsoDay = LisbonTime.Day("yyyy-MM-dd");

    /// <summary>Loading has a time of day, taken to be Lisbon's (docs/facts/invoicexpress.md#values, inferred).</summary>
    private static readonly FieldType<DateTime?> Moment = LisbonTime.Moment("dd/MM/yyyy HH:mm:ss");

    /// <summary>A place of loading or unloading (docs/facts/invoicexpress.md#guides).</summary>
    private static readonly FieldMap<PostalAddress> Place = new(UnknownFields.SentBack)
    {
        { nameof(PostalAddress.Street), "detail", Text },
        { nameof(PostalAddress.City), "city", Text },
        { nameof(PostalAddress.PostalCode), "postal_code", Text },
        { nameof(PostalAddress.Country), "country", CountryNames.Wire },
    };

    private static readonly FieldType<PostalAddress?> Address = ObjectOrText(Place, text => new PostalAddress { Street = text });

    /// <summary>A client of its own (docs/facts/invoicexpress.md#clients).</summary>
    public static readonly FieldMap<Client> Client = new(UnknownFields.SentBack)
    {
        { nameof(Invoicing.Client.Id), "id", Id, FieldDirection.Read },
        { nameof(Invoicing.Client.Name), "name", Text },
        { nameof(Invoicing.Client.Code), "code", Text },
        { nameof(Invoicing.Client.TaxNumber), "fiscal_id", Text },
        { nameof(Invoicing.Client.Email), "email", Text },
        { nameof(Invoicing.Client.Phone), "phone", Text },
        { nameof(Invoicing.Client.Fax), "fax", Text },
        { nameof(Invoicing.Client.Website), "website", Text },
        { nameof(Invoicing.Client.Address), "address", Text },
        { nameof(Invoicing.Client.City), "city", Text },
        { nameof(Invoicing.Client.PostalCode), "postal_code", Text },
        { nameof(Invoicing.Client.Country), "country", CountryNames.Wire },
        { nameof(Invoicing.Client.Language), "language", Text },
        { nameof(Invoicing.Client.Notes), "observations", Text },
        { nameof(Invoicing.Client.CopyCount), "send_options", IntegerText },
        { nameof(Invoicing.Client.PaymentDays), "payment_days", Integer, FieldDirection.Both, Evidence.Sdk },
        { nameof(Invoicing.Client.TaxExemption), "tax_exemption_code", Text, FieldDirection.Both, Evidence.Sdk },
        {
            "preferred_contact",
            new FieldMap<Client>
            {
                { nameof(Invoicing.Client.ContactName), "name", Text },
                { nameof(Invoicing.Client.ContactEmail), "email", Text },
                { nameof(Invoicing.Client.ContactPhone), "phone", Text },
            }
        },
        { "open_account_link", FieldDirection.Read },
    };

    /// <summary>
    /// The client inside a document (docs/facts/invoicexpress.md#documents, #side-effects). Only name and code are sent: they find the
    /// client, and the other fields are ignored or not, depending on whom one asks.
    /// </summary>
    public static readonly FieldMap<Client> DocumentClient = new(UnknownFields.Kept)
    {
        { nameof(Invoicing.Client.Id), "id", Id, FieldDirection.Read },
        { nameof(Invoicing.Client.Name), "name", Text },
        { nameof(Invoicing.Client.Code), "code", Text },
        { nameof(Invoicing.Client.Country), "country", CountryNames.Wire, FieldDirection.Read },
        { nameof(Invoicing.Client.Email), "email", Text, FieldDirection.Read },
        { nameof(Invoicing.Client.TaxNumber), "fiscal_id", Text, FieldDirection.Read, Evidence.Sdk },
        { nameof(Invoicing.Client.Address), "address", Text, FieldDirection.Read, Evidence.Sdk },
        { nameof(Invoicing.Client.PostalCode), "postal_code", Text, FieldDirection.Read, Evidence.Sdk },
        { nameof(Invoicing.Client.Phone), "phone", Text, FieldDirection.Read, Evidence.Sdk },
    };

    /// <summary>A line of a document (docs/facts/invoicexpress.md#documents, #creation).</summary>
    public static readonly FieldMap<InvoiceLine> Line = new(UnknownFields.SentBack)
    {
        { nameof(InvoiceLine.Name), "name", Text },
        { nameof(InvoiceLine.Description), "description", Text },
        { nameof(InvoiceLine.UnitPrice), "unit_price", Number },
        { nameof(InvoiceLine.Quantity), "quantity", Number },
        { nameof(InvoiceLine.Unit), "unit", Text },
        { nameof(InvoiceLine.Discount), "discount", Number },
        {
            "tax",
            new FieldMap<InvoiceLine>
            {
                { nameof(InvoiceLine.TaxId), "id", Id, FieldDirection.Read },
                { nameof(InvoiceLine.Tax), "name", Text },
                { nameof(InvoiceLine.TaxRate), "value", Number, FieldDirection.Read },
            }
        },
        { nameof(InvoiceLine.Subtotal), "subtotal", Number, FieldDirection.Read },
        { nameof(InvoiceLine.TaxAmount), "tax_amount", Number, FieldDirection.Read },
        { nameof(InvoiceLine.DiscountAmount), "discount_amount", Number, FieldDirection.Read },
        { nameof(InvoiceLine.Total), "total", Number, FieldDirection.Read },
    };

    /// <summary>A document of any type (docs/facts/invoicexpress.md#documents, #creation).</summary>
    public static readonly FieldMap<Invoice> Document = new(UnknownFields.SentBack)
    {
        { nameof(Invoice.Id), "id", Id, FieldDirection.Read },
        { nameof(Invoice.Type), "type", Words(InvoiceXpressVocabulary.Types, InvoiceType.Unknown), FieldDirection.Read },
        { nameof(Invoice.State), "status", Words(InvoiceXpressVocabulary.States, InvoiceState.Unknown), FieldDirection.Read },
        { nameof(Invoice.Number), "inverted_sequence_number", Text, FieldDirection.Read },
        { nameof(Invoice.SequenceId), "sequence_id", IdentifierText },
        { nameof(Invoice.Reference), "reference", Text },
        { new FieldLimit(nameof(Invoice.Reference), 255, Evidence.Assumption) },
        { nameof(Invoice.Date), "date", Day },
        { nameof(Invoice.DueDate), "due_date", Day },
        { nameof(Invoice.Client), "client", Object(DocumentClient) },
        { nameof(Invoice.Lines), "items", List(Line) },
        { nameof(Invoice.Sum), "sum", Number, FieldDirection.Read },
        { nameof(Invoice.DiscountTotal), "discount", Number, FieldDirection.Read },
        { nameof(Invoice.NetTotal), "before_taxes", Number, FieldDirection.Read },
        { nameof(Invoice.TaxTotal), "taxes", Number, FieldDirection.Read },
        { nameof(Invoice.Total), "total", Number, FieldDirection.Read },
        { nameof(Invoice.Currency), "currency", CurrencyCode.Wire, FieldDirection.Read },
        { nameof(Invoice.Currency), "currency_code", CurrencyCode.Wire, FieldDirection.Write },
        { nameof(Invoice.ExchangeRate), "rate", NumberText, FieldDirection.Write },
        {
            "global_discount",
            new FieldMap<Invoice>
            {
                { nameof(Invoice.GlobalDiscountType), "value_type", Text },
                { nameof(Invoice.GlobalDiscount), "value", Number },
            }
        },
        { nameof(Invoice.Withholding), "retention", PercentText },
        { nameof(Invoice.TaxExemption), "tax_exemption", Text },
        { nameof(Invoice.Atcud), "atcud", Text, FieldDirection.Read },
        { nameof(Invoice.SignatureHash), "saft_hash", Text, FieldDirection.Read },
        { nameof(Invoice.CorrectedInvoiceId), "owner_invoice_id", Id },
        { nameof(Invoice.Archived), "archived", Flag, FieldDirection.Read },
        { nameof(Invoice.Notes), "observations", Text },
        { nameof(Invoice.Permalink), "permalink", Text, FieldDirection.Read | FieldDirection.Secret },
        { nameof(Invoice.LinkRelated), "auto_add_related_document", FlagText, FieldDirection.Write },
        { nameof(Invoice.LoadedAt), "loaded_at", Moment },
        { nameof(Invoice.AddressFrom), "address_from", Address },
        { nameof(Invoice.AddressTo), "address_to", Address },
        { nameof(Invoice.LoadSite), "load_site", Text },
        { nameof(Invoice.DeliverySite), "delivery_site", Text },
        { nameof(Invoice.LicensePlate), "license_plate", Text },
        { nameof(Invoice.TransportCode), "at_doc_code_id", Text, FieldDirection.Read },
        { nameof(Invoice.RequestMultibanco), "mb_reference", FlagText, FieldDirection.Write },
        {
            nameof(Invoice.Multibanco),
            "mb_reference",
            Object(new FieldMap<MultibancoReference>(UnknownFields.SentBack)
            {
                { nameof(MultibancoReference.Entity), "entity", Text },
                { nameof(MultibancoReference.Reference), "reference", Text },
                { nameof(MultibancoReference.Value), "value", Number },
            }),
            FieldDirection.Read
        },
        { "sequence_number", FieldDirection.Read },
        { "multicurrency", FieldDirection.Read },
        { "cancel_reason", FieldDirection.Read },
        { "owner", FieldDirection.Read },
    };

    /// <summary>A receipt, which is what a payment becomes (docs/facts/invoicexpress.md#payments).</summary>
    public static readonly FieldMap<Payment> Receipt = new(UnknownFields.SentBack)
    {
        { nameof(Payment.Id), "id", Id, FieldDirection.Read },
        { nameof(Payment.Number), "inverted_sequence_number", Text, FieldDirection.Read },
        { nameof(Payment.State), "status", Words(InvoiceXpressVocabulary.States, InvoiceState.Unknown), FieldDirection.Read },
        { nameof(Payment.Date), "date", Day, FieldDirection.Read },
        { nameof(Payment.Amount), "total", Number, FieldDirection.Read },
        { nameof(Payment.Client), "client", Object(DocumentClient), FieldDirection.Read },
        { nameof(Payment.Notes), "observations", Text, FieldDirection.Read },
        { "permalink", FieldDirection.Read },
    };

    /// <summary>A payment as it is entered (docs/facts/invoicexpress.md#payments).</summary>
    public static readonly FieldMap<Payment> PartialPayment = new()
    {
        { nameof(Payment.Amount), "amount", Number, FieldDirection.Write },
        { nameof(Payment.Method), "payment_mechanism", OptionalWords(InvoiceXpressVocabulary.PaymentMethods), FieldDirection.Write },
        { nameof(Payment.Notes), "note", Text, FieldDirection.Write },
        { nameof(Payment.Series), "serie", Text, FieldDirection.Write },
        { nameof(Payment.Date), "payment_date", Day, FieldDirection.Write },
    };

    /// <summary>A tax (docs/facts/invoicexpress.md#taxes). Its rate is sent as text: a number has been refused.</summary>
    public static readonly FieldMap<Tax> Tax = new(UnknownFields.SentBack)
    {
        { nameof(Invoicing.Tax.Id), "id", Id, FieldDirection.Read },
        { nameof(Invoicing.Tax.Name), "name", Text },
        { nameof(Invoicing.Tax.Rate), "value", NumberText },
        { nameof(Invoicing.Tax.Region), "region", Text },
        { nameof(Invoicing.Tax.Code), "code", Text },
        { nameof(Invoicing.Tax.IsDefault), "default_tax", FlagNumber },
    };

    /// <summary>An article of the catalogue (docs/facts/invoicexpress.md#items).</summary>
    public static readonly FieldMap<Item> Item = new(UnknownFields.SentBack)
    {
        { nameof(Invoicing.Item.Id), "id", Id, FieldDirection.Read },
        { nameof(Invoicing.Item.Name), "name", Text },
        { nameof(Invoicing.Item.Description), "description", Text },
        { nameof(Invoicing.Item.UnitPrice), "unit_price", Number },
        { nameof(Invoicing.Item.Unit), "unit", Text },
        {
            "tax",
            new FieldMap<Item>
            {
                { nameof(Invoicing.Item.TaxId), "id", Id, FieldDirection.Read, Evidence.Sdk },
                { nameof(Invoicing.Item.Tax), "name", Text },
                { nameof(Invoicing.Item.TaxRate), "value", Number, FieldDirection.Read },
            }
        },
    };

    /// <summary>
    /// A series (docs/facts/invoicexpress.md#series). Its counters have names made of their types, so they are taken out of what is left
    /// over.
    /// </summary>
    public static readonly FieldMap<Sequence> Sequence = new(UnknownFields.SentBack)
    {
        { nameof(Invoicing.Sequence.Id), "id", Id, FieldDirection.Read },
        { nameof(Invoicing.Sequence.Name), "serie", Text },
        { nameof(Invoicing.Sequence.IsDefault), "default_sequence", FlagText },
    };

    /// <summary>The balance of a client (docs/facts/invoicexpress.md#treasury).</summary>
    public static readonly FieldMap<ClientBalance> Balance = new(UnknownFields.Kept)
    {
        { "currency", new FieldMap<ClientBalance> { { nameof(ClientBalance.Currency), "code", Text } }, FieldDirection.Read },
        {
            "initial_balance",
            new FieldMap<ClientBalance>
            {
                { nameof(ClientBalance.Initial), "value", Number },
                { nameof(ClientBalance.InitialDate), "created_at", IsoDay, FieldDirection.Read },
                { nameof(ClientBalance.InitialDate), "date", IsoDay, FieldDirection.Write },
                { nameof(ClientBalance.InitialNotes), "observation", Text },
            }
        },
        {
            "balance",
            new FieldMap<ClientBalance>
            {
                { nameof(ClientBalance.Balance), "with_vat", Number },
                { nameof(ClientBalance.NetBalance), "without_vat", Number },
            },
            FieldDirection.Read
        },
        {
            "overdue_balance",
            new FieldMap<ClientBalance>
            {
                { nameof(ClientBalance.Overdue), "with_vat", Number },
                { nameof(ClientBalance.NetOverdue), "without_vat", Number },
            },
            FieldDirection.Read
        },
        {
            "remaining_balance",
            new FieldMap<ClientBalance>
            {
                { nameof(ClientBalance.RemainingTotal), "total", Number },
                { nameof(ClientBalance.Remaining), "value", Number },
            },
            FieldDirection.Read
        },
    };

    /// <summary>A correction of a balance (docs/facts/invoicexpress.md#treasury).</summary>
    public static readonly FieldMap<ClientAdjustment> Adjustment = new(UnknownFields.Kept)
    {
        { nameof(ClientAdjustment.Id), "id", Id, FieldDirection.Read },
        { nameof(ClientAdjustment.Number), "number", Text, FieldDirection.Read },
        { nameof(ClientAdjustment.Amount), "value", Number },
        { nameof(ClientAdjustment.Date), "date", IsoDay },
        { nameof(ClientAdjustment.Notes), "observation", Text },
    };

    /// <summary>
    /// Money without a document (docs/facts/invoicexpress.md#treasury). Its identifier is not in the documented answer; it is read where it
    /// comes.
    /// </summary>
    public static readonly FieldMap<TreasuryMovement> Movement = new(UnknownFields.Kept)
    {
        { nameof(TreasuryMovement.Id), "id", Id, FieldDirection.Read, Evidence.Inferred },
        { nameof(TreasuryMovement.Amount), "value", Number },
        { nameof(TreasuryMovement.Type), "movement_type", Words(InvoiceXpressVocabulary.Movements, TreasuryMovementType.Payment) },
        { nameof(TreasuryMovement.Method), "payment_method", OptionalWords(InvoiceXpressVocabulary.PaymentMethods) },
        { nameof(TreasuryMovement.Date), "date", IsoDay },
        { nameof(TreasuryMovement.Series), "serie", Text },
        { nameof(TreasuryMovement.Notes), "observation", Text },
    };

    /// <summary>An account (docs/facts/invoicexpress.md#accounts).</summary>
    public static readonly FieldMap<InvoiceAccount> Account = new(UnknownFields.Kept)
    {
        { nameof(InvoiceAccount.Id), "id", Id, FieldDirection.Read },
        { nameof(InvoiceAccount.Name), "organization_name", Text },
        { nameof(InvoiceAccount.Name), "name", Text, FieldDirection.Read },
        { nameof(InvoiceAccount.Email), "email", Text },
        { nameof(InvoiceAccount.TaxNumber), "fiscal_id", Text },
        { nameof(InvoiceAccount.FirstName), "first_name", Text, FieldDirection.Write },
        { nameof(InvoiceAccount.LastName), "last_name", Text, FieldDirection.Write },
        { nameof(InvoiceAccount.Phone), "phone", Text, FieldDirection.Write },
        { nameof(InvoiceAccount.Fax), "fax", Text, FieldDirection.Write },
        { nameof(InvoiceAccount.Website), "website", Text, FieldDirection.Write },
        { nameof(InvoiceAccount.Address), "address", Text, FieldDirection.Both, Evidence.OfficialOld },
        { nameof(InvoiceAccount.City), "city", Text, FieldDirection.Both, Evidence.OfficialOld },
        { nameof(InvoiceAccount.PostalCode), "postal_code", Text, FieldDirection.Both, Evidence.OfficialOld },
        { nameof(InvoiceAccount.Country), "tax_country", TaxCountry.Wire, FieldDirection.Both, Evidence.OfficialOld },
        { nameof(InvoiceAccount.Language), "language", Text, FieldDirection.Write },
        { nameof(InvoiceAccount.State), "state", Text, FieldDirection.Read },
        { nameof(InvoiceAccount.TaxAuthorityConfigured), "at_configured", Flag, FieldDirection.Read },
        { nameof(InvoiceAccount.IsTrial), "trial", Flag, FieldDirection.Read },

        // No secret of its own, but the link to a SAF-T file has the same name, and opens for whoever has it.
        { nameof(InvoiceAccount.Url), "url", Text, FieldDirection.Read | FieldDirection.Secret },
        { nameof(InvoiceAccount.ApiKey), "api_key", Secret, FieldDirection.Read | FieldDirection.Secret },
    };

    /// <summary>Objects that are only counted.</summary>
    public static readonly FieldMap<object> Anything = new();

    /// <summary>Names whose values a trace may show.</summary>
    public static readonly ISet<string> ShownNames = FieldMaps.ShownNames(
        [Client, DocumentClient, Line, Document, Receipt, PartialPayment, Tax, Item, Sequence, Adjustment, Movement, Account],
        ["state", "message", "errors", "error", "reason", "code", "total_entries", "per_page", "current_page", "total_pages"]);
}

using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine.Fields;

namespace Invoicing.Providers.InvoiceXpress;

using static Invoicing.Engine.Fields.Wire;

/// <summary>Our models and their forms on the wire: the place where a wrong name is corrected.</summary>
internal static class Maps
{
    /// <summary>
    /// Documents have their dates as dd/mm/yyyy (docs/facts/invoicexpress.md#values); ISO dates are read too, since one of the vendor's
    /// scripts uses them.
    /// </summary>
    private static readonly WireType<DateTime?> Day = Date("dd/MM/yyyy", "yyyy-MM-dd");

    /// <summary>Treasury has ISO dates (docs/facts/invoicexpress.md#treasury).</summary>
    private static readonly WireType<DateTime?> IsoDay = Date("yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss 'UTC'");

    /// <summary>Loading has a time of day, taken to be Lisbon's (docs/facts/invoicexpress.md#values, inferred).</summary>
    private static readonly WireType<DateTime?> Moment = Date("dd/MM/yyyy HH:mm:ss");

    /// <summary>A place of loading or unloading (docs/facts/invoicexpress.md#guides).</summary>
    private static readonly WireMap<PostalAddress> Place = new()
    {
        { nameof(PostalAddress.Street), "detail", Text },
        { nameof(PostalAddress.City), "city", Text },
        { nameof(PostalAddress.PostalCode), "postal_code", Text },
        { nameof(PostalAddress.Country), "country", CountryNames.Wire },
    };

    /// <summary>A client of its own (docs/facts/invoicexpress.md#clients).</summary>
    public static readonly WireMap<Client> Client = new((client, make) => make || client.HasExtra ? client.Extra : null)
    {
        { nameof(Invoicing.Client.Id), "id", Id, Use.Read },
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
        { nameof(Invoicing.Client.CopyCount), "send_options", Integer },
        { nameof(Invoicing.Client.PaymentDays), "payment_days", Integer, Use.Both, Mark.Sdk },
        { nameof(Invoicing.Client.TaxExemption), "tax_exemption_code", Text, Use.Both, Mark.Sdk },
        {
            "preferred_contact",
            new WireMap<Client>
            {
                { nameof(Invoicing.Client.ContactName), "name", Text },
                { nameof(Invoicing.Client.ContactEmail), "email", Text },
                { nameof(Invoicing.Client.ContactPhone), "phone", Text },
            }
        },
        { "open_account_link", Use.Read },
    };

    /// <summary>
    /// The client inside a document (docs/facts/invoicexpress.md#documents, #side-effects). Only name and code are sent: they find the
    /// client, and the other fields are ignored or not, depending on whom one asks.
    /// </summary>
    public static readonly WireMap<Client> DocumentClient = new((client, make) => make ? client.Extra : null)
    {
        { nameof(Invoicing.Client.Id), "id", Id, Use.Read },
        { nameof(Invoicing.Client.Name), "name", Text },
        { nameof(Invoicing.Client.Code), "code", Text },
        { nameof(Invoicing.Client.Country), "country", CountryNames.Wire, Use.Read },
        { nameof(Invoicing.Client.Email), "email", Text, Use.Read },
        { nameof(Invoicing.Client.TaxNumber), "fiscal_id", Text, Use.Read, Mark.Sdk },
        { nameof(Invoicing.Client.Address), "address", Text, Use.Read, Mark.Sdk },
        { nameof(Invoicing.Client.PostalCode), "postal_code", Text, Use.Read, Mark.Sdk },
        { nameof(Invoicing.Client.Phone), "phone", Text, Use.Read, Mark.Sdk },
    };

    /// <summary>A line of a document (docs/facts/invoicexpress.md#documents, #creation).</summary>
    public static readonly WireMap<InvoiceLine> Line = new((line, make) => make || line.HasExtra ? line.Extra : null)
    {
        { nameof(InvoiceLine.Name), "name", Text },
        { nameof(InvoiceLine.Description), "description", Text },
        { nameof(InvoiceLine.UnitPrice), "unit_price", Number },
        { nameof(InvoiceLine.Quantity), "quantity", Number },
        { nameof(InvoiceLine.Unit), "unit", Text },
        { nameof(InvoiceLine.Discount), "discount", Number },
        {
            "tax",
            new WireMap<InvoiceLine>
            {
                { nameof(InvoiceLine.TaxId), "id", Id, Use.Read },
                { nameof(InvoiceLine.Tax), "name", Text },
                { nameof(InvoiceLine.TaxRate), "value", Number, Use.Read },
            }
        },
        { nameof(InvoiceLine.Subtotal), "subtotal", Number, Use.Read },
        { nameof(InvoiceLine.TaxAmount), "tax_amount", Number, Use.Read },
        { nameof(InvoiceLine.DiscountAmount), "discount_amount", Number, Use.Read },
        { nameof(InvoiceLine.Total), "total", Number, Use.Read },
    };

    /// <summary>A document of any type (docs/facts/invoicexpress.md#documents, #creation).</summary>
    public static readonly WireMap<Invoice> Document = new((invoice, make) => make || invoice.HasExtra ? invoice.Extra : null)
    {
        { nameof(Invoice.Id), "id", Id, Use.Read },
        { nameof(Invoice.Type), "type", Words(Vocabulary.Types, InvoiceType.Invoice), Use.Read },
        { nameof(Invoice.State), "status", Words(Vocabulary.States, InvoiceState.Unknown), Use.Read },
        { nameof(Invoice.Number), "inverted_sequence_number", Text, Use.Read },
        { nameof(Invoice.SequenceId), "sequence_id", Id },
        { nameof(Invoice.Reference), "reference", Text },
        { nameof(Invoice.Date), "date", Day },
        { nameof(Invoice.DueDate), "due_date", Day },
        { nameof(Invoice.Client), "client", Object(DocumentClient) },
        { nameof(Invoice.Lines), "items", List(Line) },
        { nameof(Invoice.Sum), "sum", Number, Use.Read },
        { nameof(Invoice.DiscountTotal), "discount", Number, Use.Read },
        { nameof(Invoice.NetTotal), "before_taxes", Number, Use.Read },
        { nameof(Invoice.TaxTotal), "taxes", Number, Use.Read },
        { nameof(Invoice.Total), "total", Number, Use.Read },
        { nameof(Invoice.Currency), "currency", CurrencyCode.Wire, Use.Read },
        { nameof(Invoice.Currency), "currency_code", CurrencyCode.Wire, Use.Write },
        { nameof(Invoice.ExchangeRate), "rate", NumberText, Use.Write },
        {
            "global_discount",
            new WireMap<Invoice>
            {
                { nameof(Invoice.GlobalDiscountType), "value_type", Text },
                { nameof(Invoice.GlobalDiscount), "value", Number },
            }
        },
        { nameof(Invoice.Withholding), "retention", NumberText },
        { nameof(Invoice.TaxExemption), "tax_exemption", Text },
        { nameof(Invoice.Atcud), "atcud", Text, Use.Read },
        { nameof(Invoice.SignatureHash), "saft_hash", Text, Use.Read },
        { nameof(Invoice.CorrectedInvoiceId), "owner_invoice_id", Id },
        { nameof(Invoice.Archived), "archived", Flag, Use.Read },
        { nameof(Invoice.Notes), "observations", Text },
        { nameof(Invoice.Permalink), "permalink", Text, Use.Read | Use.Secret },
        { nameof(Invoice.LinkRelated), "auto_add_related_document", FlagText, Use.Write },
        { nameof(Invoice.LoadedAt), "loaded_at", Moment },
        { nameof(Invoice.AddressFrom), "address_from", Object(Place) },
        { nameof(Invoice.AddressTo), "address_to", Object(Place) },
        { nameof(Invoice.LoadSite), "load_site", Text },
        { nameof(Invoice.DeliverySite), "delivery_site", Text },
        { nameof(Invoice.LicensePlate), "license_plate", Text },
        { nameof(Invoice.TransportCode), "at_doc_code_id", Text, Use.Read },
        { nameof(Invoice.RequestMultibanco), "mb_reference", FlagText, Use.Write },
        {
            nameof(Invoice.Multibanco),
            "mb_reference",
            Object(new WireMap<MultibancoReference>
            {
                { nameof(MultibancoReference.Entity), "entity", Text },
                { nameof(MultibancoReference.Reference), "reference", Text },
                { nameof(MultibancoReference.Value), "value", Number },
            }),
            Use.Read
        },
        { "sequence_number", Use.Read },
        { "multicurrency", Use.Read },
        { "cancel_reason", Use.Read },
        { "owner", Use.Read },
    };

    /// <summary>A receipt, which is what a payment becomes (docs/facts/invoicexpress.md#payments).</summary>
    public static readonly WireMap<Payment> Receipt = new((payment, make) => make || payment.HasExtra ? payment.Extra : null)
    {
        { nameof(Payment.Id), "id", Id, Use.Read },
        { nameof(Payment.Number), "inverted_sequence_number", Text, Use.Read },
        { nameof(Payment.State), "status", Words(Vocabulary.States, InvoiceState.Unknown), Use.Read },
        { nameof(Payment.Date), "date", Day, Use.Read },
        { nameof(Payment.Amount), "total", Number, Use.Read },
        { nameof(Payment.Client), "client", Object(DocumentClient), Use.Read },
        { nameof(Payment.Notes), "observations", Text, Use.Read },
        { "permalink", Use.Read },
    };

    /// <summary>A payment as it is entered (docs/facts/invoicexpress.md#payments).</summary>
    public static readonly WireMap<Payment> PartialPayment = new()
    {
        { nameof(Payment.Amount), "amount", Number, Use.Write },
        { nameof(Payment.Method), "payment_mechanism", OptionalWords(Vocabulary.PaymentMethods), Use.Write },
        { nameof(Payment.Notes), "note", Text, Use.Write },
        { nameof(Payment.Series), "serie", Text, Use.Write },
        { nameof(Payment.Date), "payment_date", Day, Use.Write },
    };

    /// <summary>A tax (docs/facts/invoicexpress.md#taxes). Its rate is sent as text: a number has been refused.</summary>
    public static readonly WireMap<Tax> Tax = new((tax, make) => make || tax.HasExtra ? tax.Extra : null)
    {
        { nameof(Invoicing.Tax.Id), "id", Id, Use.Read },
        { nameof(Invoicing.Tax.Name), "name", Text },
        { nameof(Invoicing.Tax.Rate), "value", NumberText },
        { nameof(Invoicing.Tax.Region), "region", Text },
        { nameof(Invoicing.Tax.Code), "code", Text },
        { nameof(Invoicing.Tax.IsDefault), "default_tax", FlagNumber },
    };

    /// <summary>An article of the catalogue (docs/facts/invoicexpress.md#items).</summary>
    public static readonly WireMap<Item> Item = new((item, make) => make || item.HasExtra ? item.Extra : null)
    {
        { nameof(Invoicing.Item.Id), "id", Id, Use.Read },
        { nameof(Invoicing.Item.Name), "name", Text },
        { nameof(Invoicing.Item.Description), "description", Text },
        { nameof(Invoicing.Item.UnitPrice), "unit_price", Number },
        { nameof(Invoicing.Item.Unit), "unit", Text },
        {
            "tax",
            new WireMap<Item>
            {
                { nameof(Invoicing.Item.Tax), "name", Text },
                { nameof(Invoicing.Item.TaxRate), "value", Number, Use.Read },
            }
        },
    };

    /// <summary>
    /// A series (docs/facts/invoicexpress.md#series). Its counters have names made of their types, so they are taken out of what is left
    /// over.
    /// </summary>
    public static readonly WireMap<Sequence> Sequence = new((sequence, make) => make || sequence.HasExtra ? sequence.Extra : null)
    {
        { nameof(Invoicing.Sequence.Id), "id", Id, Use.Read },
        { nameof(Invoicing.Sequence.Name), "serie", Text },
        { nameof(Invoicing.Sequence.IsDefault), "default_sequence", FlagText },
    };

    /// <summary>What a client owes (docs/facts/invoicexpress.md#treasury).</summary>
    public static readonly WireMap<ClientBalance> Balance = new((balance, make) => make ? balance.Extra : null)
    {
        { "currency", new WireMap<ClientBalance> { { nameof(ClientBalance.Currency), "code", Text } }, Use.Read },
        {
            "initial_balance",
            new WireMap<ClientBalance>
            {
                { nameof(ClientBalance.Initial), "value", Number },
                { nameof(ClientBalance.InitialDate), "created_at", IsoDay, Use.Read },
                { nameof(ClientBalance.InitialDate), "date", IsoDay, Use.Write },
                { nameof(ClientBalance.InitialNotes), "observation", Text },
            }
        },
        {
            "balance",
            new WireMap<ClientBalance>
            {
                { nameof(ClientBalance.Balance), "with_vat", Number },
                { nameof(ClientBalance.NetBalance), "without_vat", Number },
            },
            Use.Read
        },
        {
            "overdue_balance",
            new WireMap<ClientBalance>
            {
                { nameof(ClientBalance.Overdue), "with_vat", Number },
                { nameof(ClientBalance.NetOverdue), "without_vat", Number },
            },
            Use.Read
        },
        {
            "remaining_balance",
            new WireMap<ClientBalance>
            {
                { nameof(ClientBalance.RemainingTotal), "total", Number },
                { nameof(ClientBalance.Remaining), "value", Number },
            },
            Use.Read
        },
    };

    /// <summary>A correction of a balance (docs/facts/invoicexpress.md#treasury).</summary>
    public static readonly WireMap<ClientAdjustment> Adjustment = new((adjustment, make) => make ? adjustment.Extra : null)
    {
        { nameof(ClientAdjustment.Id), "id", Id, Use.Read },
        { nameof(ClientAdjustment.Number), "number", Text, Use.Read },
        { nameof(ClientAdjustment.Amount), "value", Number },
        { nameof(ClientAdjustment.Date), "date", IsoDay },
        { nameof(ClientAdjustment.Notes), "observation", Text },
    };

    /// <summary>
    /// Money without a document (docs/facts/invoicexpress.md#treasury). Its identifier is not in the documented answer; it is read where it
    /// comes.
    /// </summary>
    public static readonly WireMap<TreasuryMovement> Movement = new((movement, make) => make ? movement.Extra : null)
    {
        { nameof(TreasuryMovement.Id), "id", Id, Use.Read, Mark.Inferred },
        { nameof(TreasuryMovement.Amount), "value", Number },
        { nameof(TreasuryMovement.Type), "movement_type", Words(Vocabulary.Movements, TreasuryMovementType.Payment) },
        { nameof(TreasuryMovement.Method), "payment_method", OptionalWords(Vocabulary.PaymentMethods) },
        { nameof(TreasuryMovement.Date), "date", IsoDay },
        { nameof(TreasuryMovement.Series), "serie", Text },
        { nameof(TreasuryMovement.Notes), "observation", Text },
    };

    /// <summary>An account (docs/facts/invoicexpress.md#accounts).</summary>
    public static readonly WireMap<InvoiceAccount> Account = new((account, make) => make ? account.Extra : null)
    {
        { nameof(InvoiceAccount.Id), "id", Id, Use.Read },
        { nameof(InvoiceAccount.Name), "organization_name", Text },
        { nameof(InvoiceAccount.Name), "name", Text, Use.Read },
        { nameof(InvoiceAccount.Email), "email", Text },
        { nameof(InvoiceAccount.TaxNumber), "fiscal_id", Text },
        { nameof(InvoiceAccount.FirstName), "first_name", Text, Use.Write },
        { nameof(InvoiceAccount.LastName), "last_name", Text, Use.Write },
        { nameof(InvoiceAccount.Phone), "phone", Text, Use.Write },
        { nameof(InvoiceAccount.Fax), "fax", Text, Use.Write },
        { nameof(InvoiceAccount.Website), "website", Text, Use.Write },
        { nameof(InvoiceAccount.Address), "address", Text, Use.Both, Mark.OfficialOld },
        { nameof(InvoiceAccount.City), "city", Text, Use.Both, Mark.OfficialOld },
        { nameof(InvoiceAccount.PostalCode), "postal_code", Text, Use.Both, Mark.OfficialOld },
        { nameof(InvoiceAccount.Country), "tax_country", TaxCountry.Wire, Use.Both, Mark.OfficialOld },
        { nameof(InvoiceAccount.Language), "language", Text, Use.Write },
        { nameof(InvoiceAccount.State), "state", Text, Use.Read },
        { nameof(InvoiceAccount.TaxAuthorityConfigured), "at_configured", Flag, Use.Read },
        { nameof(InvoiceAccount.IsTrial), "trial", Flag, Use.Read },

        // No secret of its own, but the link to a SAF-T file has the same name, and opens for whoever has it.
        { nameof(InvoiceAccount.Url), "url", Text, Use.Read | Use.Secret },
        { nameof(InvoiceAccount.ApiKey), "api_key", Secret, Use.Read | Use.Secret },
    };

    /// <summary>Objects that are only counted.</summary>
    public static readonly WireMap<object> Anything = new();

    /// <summary>Names whose values a trace may show.</summary>
    public static readonly ISet<string> ShownNames = new HashSet<string>(
        Client.ShownNames
            .Concat(DocumentClient.ShownNames)
            .Concat(Line.ShownNames)
            .Concat(Document.ShownNames)
            .Concat(Receipt.ShownNames)
            .Concat(PartialPayment.ShownNames)
            .Concat(Tax.ShownNames)
            .Concat(Item.ShownNames)
            .Concat(Sequence.ShownNames)
            .Concat(Adjustment.ShownNames)
            .Concat(Movement.ShownNames)
            .Concat(Account.ShownNames)
            .Concat(["state", "message", "errors", "error", "reason", "code", "total_entries", "per_page", "current_page", "total_pages"]),
        StringComparer.OrdinalIgnoreCase);
}

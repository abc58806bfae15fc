using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine.Fields;
using Newtonsoft.Json.Linq;
using static Invoicing.Engine.Fields.FieldTypes;

namespace Invoicing.Providers.SalenGo;

/// <summary>
/// Our models and their forms on the wire: the place where a wrong name is corrected, here or by whoever connects. Except where a row says
/// Official, names are those of the lineage [inferred] and were seen on none of the provider's pages.
/// </summary>
internal sealed class SalenGoMaps
{
    private const Evidence Inferred = Evidence.Inferred;

    private static readonly string[] ReadOnly = ["folder", "updated", "links", "staff_id"];

    /// <param name="names">Names that the user knows better, by <c>Model.Property</c>.</param>
    /// <param name="isWrapped">True if lines are sent in an object of their own.</param>
    public SalenGoMaps(IReadOnlyDictionary<string, string> names, bool isWrapped)
    {
        Line = Lines().Renamed(names);
        var lines = Types.Rows(Line, Name(names, "line"), isWrapped);
        Invoice = Document("invoice_id", lines).Renamed(names);
        Estimate = Document("estimate_id", lines).Renamed(AsInvoice(names));
        Recurring = Profile(lines).Renamed(names);
        Client = Clients().Renamed(names);
        Party = Parties().Renamed(names);
        Person = Persons().Renamed(names);
        Payment = Payments().Renamed(names);
        Expense = Expenses().Renamed(names);
        Item = Items().Renamed(names);
        Tax = Taxes().Renamed(names);
        Category = Categories().Renamed(names);
        Webhook = Webhooks().Renamed(names);
        Filter = Filters().Renamed(names);
        Page = Pages().Renamed(names);
    }

    /// <summary>The tables as they are without a user's names.</summary>
    public static SalenGoMaps Default { get; } = new(new Dictionary<string, string>(), isWrapped: false);

    public static ISet<string> ShownNames { get; } = FieldMaps.ShownNames(
        [
            Default.Line, Default.Invoice, Default.Estimate, Default.Recurring, Default.Client, Default.Party, Default.Person, Default.Payment,
            Default.Expense, Default.Item, Default.Tax, Default.Category, Default.Webhook, Default.Filter, Default.Page
        ],
        ["method", "status", "errors", "error", "message", "field", "code"]);

    public FieldMap<Client> Client { get; }

    /// <summary>The client on a document: only its identifier is sent, so that the provider takes the rest from the client.</summary>
    public FieldMap<Client> Party { get; }

    public FieldMap<PersonName> Person { get; }

    public FieldMap<Invoice> Invoice { get; }

    public FieldMap<Invoice> Estimate { get; }

    public FieldMap<InvoiceLine> Line { get; }

    public FieldMap<Recurring> Recurring { get; }

    public FieldMap<Payment> Payment { get; }

    public FieldMap<Expense> Expense { get; }

    public FieldMap<Item> Item { get; }

    public FieldMap<Tax> Tax { get; }

    public FieldMap<Category> Category { get; }

    public FieldMap<Webhook> Webhook { get; }

    public FieldMap<ListFilter> Filter { get; }

    public FieldMap<PageInfo> Page { get; }

    /// <summary>True if a record is in the folder of deleted ones: it can still be got, and lists may have it.</summary>
    public static bool IsDeleted(InvoiceRecord record) => IsIn(record, SalenGoVocabulary.Deleted);

    public static bool IsIn(InvoiceRecord record, string folder) =>
        record.HasExtra && record.Extra.TryGetValue("folder", out object? value)
        && string.Equals(value as string, folder, StringComparison.OrdinalIgnoreCase);

    public PersonName PersonOf(JObject row) => Person.Read(row.CreateReader());

    /// <summary>The client of a document or a payment, whose fields lie among its own and are taken from what is left over there.</summary>
    public Client? PartyOf(JObject row, InvoiceRecord record)
    {
        Client party = Party.Read(row.CreateReader());
        string person = PersonOf(row).ToString();
        party.ContactName = person.Length > 0 ? person : null;
        party.Name ??= party.ContactName;
        foreach (string name in Party.Select(field => field.Name).Concat(Person.Select(field => field.Name)))
        {
            record.Extra.Remove(name);
        }

        return party.Id is null ? null : party;
    }

    /// <summary>
    /// See docs/facts/salengo.md#clients. A portal login is never sent; contacts have one too, and stay as they are when they are left out.
    /// </summary>
    private static FieldMap<Client> Clients() => Sealed(new FieldMap<Client>(UnknownFields.SentBack)
    {
        { nameof(Invoicing.Client.Id), "client_id", Types.Id, FieldDirection.Read },
        { nameof(Invoicing.Client.Name), "organization", Types.Text, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Client.TaxNumber), "vat_number", Types.Text, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Client.Email), "email", Types.Text, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Client.Phone), "work_phone", Types.Text, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Client.Fax), "fax", Types.Text, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Client.Address), "p_street1", Types.Text, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Client.City), "p_city", Types.Text, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Client.Region), "p_state", Types.Text, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Client.PostalCode), "p_code", Types.Text, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Client.Country), "p_country", Types.Country, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Client.Language), "language", Types.Text, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Client.Notes), "notes", Types.Text, FieldDirection.Both, Inferred },
        { "username", FieldDirection.Read },
        { "password", FieldDirection.Read },
        { "contacts", FieldDirection.Read },
    });

    private static FieldMap<Client> Parties() => new()
    {
        { nameof(Invoicing.Client.Id), "client_id", Types.Id },
        { nameof(Invoicing.Client.Name), "organization", Types.Text, FieldDirection.Read, Inferred },
        { nameof(Invoicing.Client.TaxNumber), "vat_number", Types.Text, FieldDirection.Read, Inferred },
        { nameof(Invoicing.Client.Address), "p_street1", Types.Text, FieldDirection.Read, Inferred },
        { nameof(Invoicing.Client.City), "p_city", Types.Text, FieldDirection.Read, Inferred },
        { nameof(Invoicing.Client.Region), "p_state", Types.Text, FieldDirection.Read, Inferred },
        { nameof(Invoicing.Client.PostalCode), "p_code", Types.Text, FieldDirection.Read, Inferred },
        { nameof(Invoicing.Client.Country), "p_country", Types.Country, FieldDirection.Read, Inferred },
    };

    private static FieldMap<PersonName> Persons() => new()
    {
        { nameof(PersonName.First), "first_name", Types.Text, FieldDirection.Both, Inferred },
        { nameof(PersonName.Last), "last_name", Types.Text, FieldDirection.Both, Inferred },
    };

    /// <summary>See docs/facts/salengo.md#invoices.</summary>
    private static FieldMap<InvoiceLine> Lines() => new(UnknownFields.SentBack)
    {
        { nameof(InvoiceLine.Name), "name", Types.Text, FieldDirection.Both, Inferred },
        { nameof(InvoiceLine.Description), "description", Types.Text, FieldDirection.Both, Inferred },
        { nameof(InvoiceLine.UnitPrice), "unit_cost", Types.Money, FieldDirection.Both, Inferred },
        { nameof(InvoiceLine.Quantity), "quantity", Types.Whole, FieldDirection.Both, Inferred },
        { nameof(InvoiceLine.Tax), "tax1_name", Types.Text, FieldDirection.Both, Inferred },
        { nameof(InvoiceLine.TaxRate), "tax1_percent", Types.Whole, FieldDirection.Both, Inferred },
        { nameof(InvoiceLine.SecondTax), "tax2_name", Types.Text, FieldDirection.Both, Inferred },
        { nameof(InvoiceLine.SecondTaxRate), "tax2_percent", Types.Whole, FieldDirection.Both, Inferred },
        { nameof(InvoiceLine.Subtotal), "amount", Types.Money, FieldDirection.Read, Inferred },
        { "line_id", FieldDirection.Read },
    };

    /// <summary>
    /// See docs/facts/salengo.md#invoices. The caller's own key is the order number, which is the one free text that documents have for it.
    /// </summary>
    private static FieldMap<Invoice> Document(string id, FieldType<IList<InvoiceLine>> lines) => Sealed(
        new FieldMap<Invoice>(UnknownFields.SentBack)
        {
            { nameof(Invoicing.Invoice.Id), id, Types.Id, FieldDirection.Read, Inferred },
            { nameof(Invoicing.Invoice.State), "status", Words(SalenGoVocabulary.States, InvoiceState.Unknown), FieldDirection.Read },
            { nameof(Invoicing.Invoice.Number), "number", Types.Text, FieldDirection.Both, Inferred },
            { nameof(Invoicing.Invoice.Reference), "po_number", Types.Text, FieldDirection.Both, Inferred },
            { new FieldLimit(nameof(Invoicing.Invoice.Reference), 255, Evidence.Assumption) },
            { nameof(Invoicing.Invoice.Date), "date", Types.Moment, FieldDirection.Both, Inferred },
            { nameof(Invoicing.Invoice.GlobalDiscount), "discount", Types.Whole, FieldDirection.Both, Inferred },
            { nameof(Invoicing.Invoice.Currency), "currency_code", Types.Text, FieldDirection.Both, Inferred },
            { nameof(Invoicing.Invoice.Notes), "notes", Types.Text, FieldDirection.Both, Inferred },
            { nameof(Invoicing.Invoice.Total), "amount", Types.Money, FieldDirection.Read, Inferred },
            { nameof(Invoicing.Invoice.Outstanding), "amount_outstanding", Types.Money, FieldDirection.Read, Inferred },
            { nameof(Invoicing.Invoice.Lines), "lines", lines, FieldDirection.Both, Inferred },
            { "paid", FieldDirection.Read },
            { "recurring_id", FieldDirection.Read },
        });

    /// <summary>See docs/facts/salengo.md#recurring-invoices.</summary>
    private static FieldMap<Recurring> Profile(FieldType<IList<InvoiceLine>> lines) => Sealed(
        new FieldMap<Recurring>(UnknownFields.SentBack)
        {
            { nameof(Invoicing.Recurring.Id), "recurring_id", Types.Id, FieldDirection.Read },
            { nameof(Invoicing.Recurring.Frequency), "frequency", OptionalWords(SalenGoVocabulary.Frequencies), FieldDirection.Both, Inferred },
            { nameof(Invoicing.Recurring.OccurrenceCount), "occurrences", Integer, FieldDirection.Both, Inferred },
            { nameof(Invoicing.Recurring.Stopped), "stopped", FlagNumber, FieldDirection.Both, Inferred },
            { nameof(Invoicing.Recurring.SendEmail), "send_email", FlagNumber, FieldDirection.Both, Inferred },
            { nameof(Invoicing.Recurring.SendPost), "send_snail_mail", FlagNumber, FieldDirection.Both, Inferred },
            { nameof(Invoicing.Recurring.Reference), "po_number", Types.Text, FieldDirection.Both, Inferred },
            { nameof(Invoicing.Recurring.Date), "date", Types.Moment, FieldDirection.Both, Inferred },
            { nameof(Invoicing.Recurring.Discount), "discount", Types.Whole, FieldDirection.Both, Inferred },
            { nameof(Invoicing.Recurring.Currency), "currency_code", Types.Text, FieldDirection.Both, Inferred },
            { nameof(Invoicing.Recurring.Notes), "notes", Types.Text, FieldDirection.Both, Inferred },
            { nameof(Invoicing.Recurring.Total), "amount", Types.Money, FieldDirection.Read, Inferred },
            { nameof(Invoicing.Recurring.FirstInvoiceId), "invoice_id", Types.Id, FieldDirection.Read, Inferred },
            { nameof(Invoicing.Recurring.Lines), "lines", lines, FieldDirection.Both, Inferred },
        });

    /// <summary>See docs/facts/salengo.md#payments.</summary>
    private static FieldMap<Payment> Payments() => Sealed(new FieldMap<Payment>(UnknownFields.SentBack)
    {
        { nameof(Invoicing.Payment.Id), "payment_id", Types.Id, FieldDirection.Read, Inferred },
        { nameof(Invoicing.Payment.InvoiceId), "invoice_id", Types.Id, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Payment.Date), "date", Types.Moment, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Payment.Amount), "amount", Types.Money, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Payment.MethodName), "type", Types.Text, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Payment.Notes), "notes", Types.Text, FieldDirection.Both, Inferred },
        { "gateway_transaction", FieldDirection.Read },
    });

    /// <summary>See docs/facts/salengo.md#expenses.</summary>
    private static FieldMap<Expense> Expenses() => new(UnknownFields.SentBack)
    {
        { nameof(Invoicing.Expense.Id), "expense_id", Types.Id, FieldDirection.Read },
        { nameof(Invoicing.Expense.StaffId), "staff_id", Types.Id },
        { nameof(Invoicing.Expense.CategoryId), "category_id", Types.Id },
        { nameof(Invoicing.Expense.ClientId), "client_id", Types.Id },
        { nameof(Invoicing.Expense.ProjectId), "project_id", Types.Id },
        { nameof(Invoicing.Expense.Amount), "amount", Types.Money, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Expense.Supplier), "vendor", Types.Text },
        { nameof(Invoicing.Expense.Date), "date", Types.Moment, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Expense.Notes), "notes", Types.Text, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Expense.Tax), "tax1_name", Types.Text, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Expense.TaxRate), "tax1_percent", Types.Whole, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Expense.TaxAmount), "tax1_amount", Types.Money, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Expense.SecondTax), "tax2_name", Types.Text, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Expense.SecondTaxRate), "tax2_percent", Types.Whole, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Expense.SecondTaxAmount), "tax2_amount", Types.Money, FieldDirection.Both, Inferred },
        { "status", FieldDirection.Read },
        { "updated", FieldDirection.Read },
    };

    /// <summary>See docs/facts/salengo.md#items-taxes-categories.</summary>
    private static FieldMap<Item> Items() => Sealed(new FieldMap<Item>(UnknownFields.SentBack)
    {
        { nameof(Invoicing.Item.Id), "item_id", Types.Id, FieldDirection.Read, Inferred },
        { nameof(Invoicing.Item.Name), "name", Types.Text, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Item.Description), "description", Types.Text, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Item.UnitPrice), "unit_cost", Types.Money, FieldDirection.Both, Inferred },
    });

    /// <summary>See docs/facts/salengo.md#items-taxes-categories.</summary>
    private static FieldMap<Tax> Taxes() => Sealed(new FieldMap<Tax>(UnknownFields.SentBack)
    {
        { nameof(Invoicing.Tax.Id), "tax_id", Types.Id, FieldDirection.Read, Inferred },
        { nameof(Invoicing.Tax.Name), "name", Types.Text, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Tax.Rate), "rate", Types.Whole, FieldDirection.Both, Inferred },
    });

    /// <summary>See docs/facts/salengo.md#items-taxes-categories.</summary>
    private static FieldMap<Category> Categories() => Sealed(new FieldMap<Category>(UnknownFields.SentBack)
    {
        { nameof(Invoicing.Category.Id), "category_id", Types.Id, FieldDirection.Read },
        { nameof(Invoicing.Category.Name), "name", Types.Text, FieldDirection.Both, Inferred },
        { nameof(Invoicing.Category.ParentId), "parent_id", Types.Id, FieldDirection.Both, Inferred },
    });

    /// <summary>See docs/facts/salengo.md#webhooks.</summary>
    private static FieldMap<Webhook> Webhooks() => new(UnknownFields.SentBack)
    {
        { nameof(Invoicing.Webhook.Id), "callback_id", Types.Id, FieldDirection.Read },
        { nameof(Invoicing.Webhook.Event), "event", Types.Text },
        { nameof(Invoicing.Webhook.Uri), "uri", Types.Text },
        { nameof(Invoicing.Webhook.Confirmed), "verified", FlagNumber, FieldDirection.Read },
    };

    /// <summary>
    /// Filters (docs/facts/salengo.md#webhooks, #inferred-fields), and the page that is asked for (docs/facts/salengo.md#paging).
    /// </summary>
    private static FieldMap<ListFilter> Filters() => new()
    {
        { nameof(ListFilter.Page), "page", Integer, FieldDirection.Write, Inferred },
        { nameof(ListFilter.Size), "per_page", Integer, FieldDirection.Write },
        { nameof(ListFilter.ClientId), "client_id", Types.Id, FieldDirection.Write },
        { nameof(ListFilter.InvoiceId), "invoice_id", Types.Id, FieldDirection.Write, Inferred },
        { nameof(ListFilter.CategoryId), "category_id", Types.Id, FieldDirection.Write },
        { nameof(ListFilter.ProjectId), "project_id", Types.Id, FieldDirection.Write },
        { nameof(ListFilter.Status), "status", Types.Text, FieldDirection.Write },
        { nameof(ListFilter.Number), "number", Types.Text, FieldDirection.Write, Inferred },
        { nameof(ListFilter.Email), "email", Types.Text, FieldDirection.Write, Inferred },
        { nameof(ListFilter.Supplier), "vendor", Types.Text, FieldDirection.Write },
        { nameof(ListFilter.DateFrom), "date_from", Types.Moment, FieldDirection.Write },
        { nameof(ListFilter.DateTo), "date_to", Types.Moment, FieldDirection.Write },
        { nameof(ListFilter.UpdatedFrom), "updated_from", Types.Moment, FieldDirection.Write, Inferred },
        { nameof(ListFilter.Event), "event", Types.Text, FieldDirection.Write },
        { nameof(ListFilter.Uri), "uri", Types.Text, FieldDirection.Write },
    };

    private static FieldMap<PageInfo> Pages() => new()
    {
        { nameof(PageInfo.Page), "page", Integer, FieldDirection.Read },
        { nameof(PageInfo.Size), "per_page", Integer, FieldDirection.Read },
        { nameof(PageInfo.Pages), "pages", Integer, FieldDirection.Read },
        { nameof(PageInfo.Total), "total", Integer, FieldDirection.Read },
    };

    /// <summary>The fields that every resource of the lineage has and that are only read.</summary>
    private static FieldMap<T> Sealed<T>(FieldMap<T> map)
        where T : class, new()
    {
        foreach (string name in ReadOnly)
        {
            map.Add(name, FieldDirection.Read);
        }

        return map;
    }

    /// <summary>Estimates are invoices to us and share their names, except the identifier's.</summary>
    private static IReadOnlyDictionary<string, string> AsInvoice(IReadOnlyDictionary<string, string> names)
    {
        var copy = names.ToDictionary(name => name.Key, name => name.Value, StringComparer.OrdinalIgnoreCase);
        copy.Remove("Invoice.Id");
        if (copy.TryGetValue("Estimate.Id", out string? id))
        {
            copy["Invoice.Id"] = id;
        }

        return copy;
    }

    private static string Name(IReadOnlyDictionary<string, string> names, string name) =>
        names.TryGetValue("Name." + name, out string? known) ? known : name;
}

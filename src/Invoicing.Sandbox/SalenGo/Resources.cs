using System;
using System.Collections.Generic;
using System.Linq;
using static Invoicing.Sandbox.SalenGo.FieldKind;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>
/// The tables of fields and filters. Callbacks are [official]; of expenses most are; all other names are [inferred].
/// </summary>
internal static class Resources
{
    private static readonly Field Folder = new(Names.Folder) { IsReadOnly = true };
    private static readonly Field Updated = new(Names.Updated, Date) { IsReadOnly = true };

    private static readonly Field WritableFolder = new(Names.Folder, Choice)
    {
        Choices = Words("active", "archived", Names.Deleted),
        Default = "active",
    };

    private static readonly Filter FolderFilter = Filter.Text(Names.Folder);

    private static readonly Field[] Contact =
    {
        new("username"),
        new("first_name"),
        new("last_name"),
        new(Names.Email, Email) { IsRequired = true },
        new("phone1"),
        new("phone2"),
    };

    private static readonly Field[] Line =
    {
        new("name"),
        new("description"),
        new("unit_cost", Money) { Default = 0m },
        new("quantity", Quantity) { Default = 0m },
        new("tax1_name"),
        new("tax1_percent", Percent),
        new("tax2_name"),
        new("tax2_percent", Percent),
        new("type", Choice) { Choices = Words("Item", "Time"), Default = "Item" },
        new(Names.Amount, Money) { IsReadOnly = true, Show = (_, line) => Sums.Line(line) },
    };

    private static readonly Field[] DocumentFields = new Field[]
    {
        new(Names.ClientId, Reference) { IsRequired = true, RefersTo = Names.Client },
        new(Names.Number),
        new(Names.Date, Date),
        new("po_number"),
        new("notes"),
        new("terms"),
        new("return_uri"),
        new("discount", Percent),
        new(Names.CurrencyCode),
        new("language"),
    }
    .Concat(Documents.FromClient.Select(name => new Field(name)))
    .Concat(new Field[]
    {
        new(Names.Amount, Money) { IsReadOnly = true, Show = (_, document) => Sums.Total(document) },
        new(Names.StaffId, Reference) { IsReadOnly = true },
        new(Names.Lines, Rows) { RowName = "line", RowFields = Line },
        Updated,
        new("links", Link) { IsReadOnly = true, Show = (_, document) => $"https://secure.salengo.example/view/{document.Id}" },
        Folder,
    })
    .ToArray();

    private static readonly Filter[] DocumentFilters =
    {
        Filter.Whole(Names.ClientId),
        Filter.From("date_from", Names.Date),
        Filter.To("date_to", Names.Date),
        Filter.Text(Names.Number),
        Filter.From("updated_from", Names.Updated),
        Filter.To("updated_to", Names.Updated),
        FolderFilter,
    };

    public static readonly Resource Client = new(Names.Client, "clients", new Field[]
    {
        new("first_name"),
        new("last_name"),
        new("organization"),
        new(Names.Email, Email),
        new("username"),
        new("password") { IsHidden = true },
        new("work_phone"),
        new("home_phone"),
        new("mobile"),
        new("fax"),
        new("notes"),
        new("language"),
        new(Names.CurrencyCode),
    }
    .Concat(Address("p_")).Concat(Address("s_")).Concat(new Field[]
    {
        new("vat_name"),
        new("vat_number"),
        new("contacts", Rows) { RowName = "contact", RowFields = Contact },
        Updated,
        new("links", Link) { IsReadOnly = true, Show = (_, client) => $"https://secure.salengo.example/clients/{client.Id}" },
        Folder,
    })
    .ToArray())
    {
        Filters = new[]
        {
            Filter.Text(Names.Email), Filter.Text("username"), Filter.From("updated_from", Names.Updated),
            Filter.To("updated_to", Names.Updated), FolderFilter, Filter.Contains("notes"),
        },
        Check = Clients.Check,
    };

    public static readonly Resource Invoice = new(Names.Invoice, "invoices", DocumentFields.Concat(new Field[]
    {
        new(Names.Status, Choice)
        {
            Choices = Words(Names.Draft, Names.Sent, "viewed"),
            Default = Names.Draft,
            Show = Documents.Status,
        },
        new("paid", Money) { IsReadOnly = true, Show = (company, invoice) => company.Ledger.Paid(invoice.Id) },
        new("amount_outstanding", Money) { IsReadOnly = true, Show = Documents.Outstanding },
        new(Names.RecurringId, Reference) { IsReadOnly = true },
    })
    .ToArray())
    {
        Service = "document.svc/invoice",
        KeyField = Names.Number,
        Filters = DocumentFilters.Concat(new[] { Filter.Of(Names.Status, Documents.HasStatus), Filter.Whole(Names.RecurringId) }).ToArray(),
        Check = (work, record, old) => Documents.Check(work, Invoice!, record, old),
    };

    public static readonly Resource Estimate = new(Names.Estimate, "estimates", DocumentFields.Concat(new Field[]
    {
        new(Names.Status, Choice) { Choices = Words(Names.Draft, Names.Sent, "viewed"), Default = Names.Draft },
    })
    .ToArray())
    {
        Service = "document.svc/estimate",
        KeyField = Names.Number,
        Filters = DocumentFilters.Concat(new[] { Filter.Text(Names.Status) }).ToArray(),
        Check = (work, record, old) => Documents.Check(work, Estimate!, record, old),
    };

    public static readonly Resource Recurring = new(Names.Recurring, "recurrings", DocumentFields.Concat(new Field[]
    {
        new(Names.Status, Choice) { Choices = Words(Names.Draft, Names.Sent, "viewed"), Default = Names.Draft },
        new("occurrences", Integer) { Default = 0L },
        new(Names.Frequency, Choice) { Choices = Frequencies.Words, Default = "m" }, // default: [assumption]
        new("stopped", Flag) { Default = 0L },
        new("send_email", Flag) { Default = 1L },
        new("send_snail_mail", Flag) { Default = 0L },
    })
    .ToArray())
    {
        Service = "document.svc/recurring",
        Filters = DocumentFilters,
        Check = Profiles.Check,
        Created = Profiles.Begin,
    };

    public static readonly Resource Payment = new(Names.Payment, "payments", new Field[]
    {
        new(Names.InvoiceId, Reference) { IsFixed = true, RefersTo = Names.Invoice },
        new(Names.ClientId, Reference) { IsFixed = true, RefersTo = Names.Client },
        new(Names.Date, Date),
        new(Names.Amount, Money) { Default = 0m },
        new(Names.CurrencyCode),
        new("type") { Default = "Check" },
        new("notes"),
        new("gateway_transaction") { IsReadOnly = true },
        Updated,
    })
    {
        Filters = new[]
        {
            Filter.Whole(Names.ClientId), Filter.Whole(Names.InvoiceId), Filter.From("date_from", Names.Date),
            Filter.To("date_to", Names.Date), Filter.From("updated_from", Names.Updated), Filter.To("updated_to", Names.Updated),
        },
        Check = Payments.Check,
    };

    public static readonly Resource Expense = new(Names.Expense, "expenses", new Field[]
    {
        new(Names.StaffId, Integer),
        new("category_id", Reference) { IsRequired = true, RefersTo = Names.Category },
        new(Names.ClientId, Reference) { RefersTo = Names.Client },
        new("project_id", Reference),
        new(Names.Amount, Money) { IsRequired = true },
        new("vendor"),
        new(Names.Date, Date),
        new("notes"),
        new(Names.Status, Integer) { IsReadOnly = true, Show = (_, _) => 0L },
        new("tax1_name"),
        new("tax1_percent", Percent),
        new("tax1_amount", Money) { Show = (_, expense) => Expenses.Tax(expense, "tax1") },
        new("tax2_name"),
        new("tax2_percent", Percent),
        new("tax2_amount", Money) { Show = (_, expense) => Expenses.Tax(expense, "tax2") },
        WritableFolder,
    })
    {
        Filters = new[]
        {
            Filter.Whole(Names.ClientId), Filter.Whole("category_id"), Filter.Whole("project_id"),
            Filter.From("date_from", Names.Date), Filter.To("date_to", Names.Date), Filter.Text("vendor"), FolderFilter,
        },
        Check = Expenses.Check,
        IsVisible = Expenses.IsVisible,
    };

    public static readonly Resource Item = new(Names.Item, "items", new Field[]
    {
        new("name") { IsRequired = true },
        new("description"),
        new("unit_cost", Money) { Default = 0m },
        new("quantity", Quantity) { Default = 0m },
        new("inventory", Integer),
        WritableFolder,
    })
    {
        Filters = new[] { FolderFilter },
    };

    // No event of a tax is known.
    public static readonly Resource Tax = new(Names.Tax, "taxes", new Field[]
    {
        new("name") { IsRequired = true },
        new("rate", Percent) { Default = 0m },
        new("number"),
        new("compound", Flag) { Default = 0L },
    })
    {
        Filters = new[] { Filter.Whole("compound") },
        HasEvents = false,
    };

    // That the name is required is our guess. [assumption]
    public static readonly Resource Category = new(Names.Category, "categories", new Field[]
    {
        new("name") { IsRequired = true },
        new("parent_id", Reference) { RefersTo = Names.Category },
    });

    public static readonly Resource Callback = new(Names.Callback, "callbacks", new Field[]
    {
        new("uri") { IsRequired = true },
        new("event") { IsRequired = true },
        new(Names.Verified, Flag) { IsReadOnly = true },
    })
    {
        Verbs = new[] { "create", "list", "delete" },
        IsForAdministrators = true,
        HasEvents = false,
        Filters = new[] { Filter.Of("event", (_, callback, text) => Callbacks.IsSame(callback.Text("event"), text)), Filter.Text("uri") },
        Check = CallbackMethods.Check,
        Created = (work, callback, _) => work.Company.Callbacks.SendCode(callback, work.StaffId),
    };

    public static readonly IReadOnlyList<Resource> All = new[]
    {
        Client, Invoice, Estimate, Recurring, Payment, Expense, Item, Tax, Category, Callback,
    };

    private static Field[] Address(string prefix) =>
        Array.ConvertAll(Documents.AddressParts, part => new Field(prefix + part));

    private static Dictionary<string, string> Words(params string[] words) =>
        words.ToDictionary(word => word, StringComparer.OrdinalIgnoreCase);
}

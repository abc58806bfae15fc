using System.Collections.Generic;
using System.Linq;
using Invoicing.Sandbox.Core;
using static Invoicing.Sandbox.SimplBooks.FilterMatch;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>The thirteen resources, and the clients' contacts, which have no operations of their own.</summary>
internal static class Resources
{
    public static readonly Resource FinancialAccounts = new("financial_accounts", "FinancialAccount", MasterFields.FinancialAccount)
    {
        Filters = new[] { Is("id"), Is("code"), Has("name"), Is("active") },
        TakesFields = true,
    };

    public static readonly Resource IncomeAccounts = new("income_accounts", "IncomeAccount", MasterFields.IncomeAccount)
    {
        Filters = new[] { Is("id"), Has("account_name"), Has("account_no"), Has("iban_number") },
    };

    public static readonly Resource VatTypes = new("vat_types", "VatType", MasterFields.VatType) { IsPaged = false };

    public static readonly Resource Articles = new("articles", "Article", MasterFields.Article)
    {
        Filters = new[] { Is("id"), Has("name"), Has("code"), Has("ean") },
        TakesFields = true,
        Required = new[] { "name" },
        Complete = MasterRules.Article,
    };

    public static readonly Resource Warehouses = new("warehouses", "Warehouse", MasterFields.Warehouse)
    {
        Filters = new[] { Is("id"), Has("name"), Has("description"), Has("address") },
        Required = new[] { "name" },
    };

    // The filter by phone that one program sends is not documented [seen] and has no effect here.
    public static readonly Resource Clients = new("clients", "Client", MasterFields.Client)
    {
        Filters = new[] { Is("id") }
            .Concat("name reg_no vat_no e_mail address_street address_city address_postal_code address_county address_country"
                .Split(' ').Select(name => Has(name)))
            .ToArray(),
        Required = new[] { "name" },
        Complete = MasterRules.Client,
    };

    public static readonly Resource Contacts = new("contacts", "Contact", MasterFields.Contact);

    public static readonly Resource ClientNotes = new("client_notes", "ClientNote", MasterFields.ClientNote)
    {
        Filters = new[]
        {
            Is("client_id"), new Filter("client_name", Contains, "name") { OfClient = Clients },
            new Filter("created_from", From, "created"), new Filter("created_until", Until, "created"), Has("client_note", "note"),
        },
        Required = new[] { "note", "client_id" },
        Complete = MasterRules.ClientNote,
        Beside = (json, company, note) =>
        {
            json.Object("Client", inner => inner.Field("name", company[Clients].Find(note.Whole("client_id"))?.Text("name")));
            json.Object("User", inner => inner.Field("name", Company.UserName));
        },
    };

    public static readonly Resource Invoices = new("invoices", "Invoice", DocumentFields.Invoice)
    {
        ListKey = "invoices",
        RowShape = DocumentFields.InvoiceRow,
        RowModel = "Task",
        RowsKeepIds = true,
        Filters = new[] { Is("id"), Is("client_id"), Has("invoice_number", "number"), Has("client_name"), Has("client_reg_no") }
            .Concat(CreatedBetween).ToArray(),
        TakesFields = true,
        Required = new[] { "client_id" },
        Complete = DocumentRules.Invoice,
        Saved = draft => draft.Company.Receipts.Settle(draft.Record),
        Removing = (company, invoice) => company.Receipts.RefuseIfBound(invoice),
    };

    public static readonly Resource PriceOffers = new("price_offers", "PriceOffer", DocumentFields.PriceOffer)
    {
        RowShape = DocumentFields.PriceOfferRow,
        RowModel = "PriceOfferRow",
        RowsShowProjects = true,
        Filters = new[] { Is("client_id"), Is("number"), Has("client_name"), Has("client_reg_no") }.Concat(CreatedBetween).ToArray(),
        Required = new[] { "client_id" },
        Complete = DocumentRules.PriceOffer,
    };

    public static readonly Resource Purchases = new("purchases", "Purchase", DocumentFields.Purchase)
    {
        RowShape = DocumentFields.PurchaseRow,
        RowModel = "PurchaseRow",
        RowsShowProjects = true,
        Filters = new[] { Is("id"), Is("client_id"), Has("client_name") }.Concat(CreatedBetween).ToArray(),
        Required = new[] { "client_id" },
        Complete = DocumentRules.Purchase,
        Saved = draft => draft.Company.Payouts.Settle(draft.Record),
        Removing = (company, purchase) => company.Payouts.RefuseIfBound(purchase),
    };

    public static readonly Resource Tasks = new("tasks", "Task", DocumentFields.Task)
    {
        HasProjects = true,
        Filters = new[]
        {
            Is("id"), Is("warehouse_id"), Is("article_id"),
            new Filter("date_of_doing_from", From, "date_of_doing"), new Filter("date_of_doing_until", Until, "date_of_doing"),
        },
        Complete = DocumentRules.Task,
    };

    public static readonly Resource Incomings =
        Money("incomings", "Incoming", "income", "invoice_id", company => company.Receipts, takesFields: true);

    public static readonly Resource Payments =
        Money("payments", "Payment", "payment", "purchase_id", company => company.Payouts, takesFields: false);

    public static readonly IReadOnlyList<Resource> All = new[]
    {
        FinancialAccounts, IncomeAccounts, VatTypes, Articles, Warehouses, Clients, Contacts, ClientNotes, Invoices, PriceOffers, Purchases,
        Tasks, Incomings, Payments,
    };

    public static Resource Of(string category) => All.First(resource => resource.Category == category);

    private static IEnumerable<Filter> CreatedBetween => new[]
    {
        new Filter("created_from", From, "created") { DateFormat = Filter.Estonian },
        new Filter("created_until", Until, "created") { DateFormat = Filter.Estonian },
    };

    private static Resource Money(
        string category, string model, string prefix, string documentKey, System.Func<Company, Settlement> settlement, bool takesFields) =>
        new(category, model, DocumentFields.Money(prefix))
        {
            HasProjects = true,
            Filters = new[] { Is("id"), Is(prefix + "_date"), Has("description"), Is("income_account_id") },
            TakesFields = takesFields,
            Required = new[] { prefix + "_sum", prefix + "_date" },
            Complete = draft => MoneyRules.Complete(draft, documentKey, settlement(draft.Company)),
            Saved = draft => MoneyRules.Saved(draft, documentKey, settlement(draft.Company)),
            Removing = (company, money) => settlement(company).Release(money),
        };

    private static Filter Is(string name) => new(name, Exact);

    private static Filter Has(string name, string? field = null) => new(name, Contains, field);
}

using System;
using System.Collections.Generic;
using Invoicing.Sandbox.Core;
using static Invoicing.Sandbox.SimplBooks.Resources;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>All 75 operations. [official]</summary>
internal static class Operations
{
    private static readonly Dictionary<string, (string Verb, string Path, Action<SimplBooksCall> Run)> Common = new()
    {
        ["list"] = ("GET", "list", CrudRoutes.List),
        ["get"] = ("GET", "get/{id}", CrudRoutes.Get),
        ["create"] = ("POST", "create", CrudRoutes.Create),
        ["update"] = ("POST", "update", CrudRoutes.Update),
        ["delete"] = ("POST", "delete/{id}", CrudRoutes.Delete),
    };

    private static readonly (Resource Resource, string Actions)[] CommonOf =
    {
        (Articles, "list get create update delete"),
        (Clients, "list get create update delete"),
        (ClientNotes, "list get create update delete"),
        (FinancialAccounts, "list get"),
        (IncomeAccounts, "list get"),
        (Incomings, "list get create update delete"),
        (Invoices, "list get create update delete"),
        (Payments, "list get create update delete"),
        (PriceOffers, "list get create update delete"),
        (Purchases, "list get create update delete"),
        (Tasks, "list get create update delete"),
        (Warehouses, "list get create update delete"),
        (VatTypes, "list"),
    };

    private static readonly (Resource Resource, string Verb, string Path, Action<SimplBooksCall> Run)[] Special =
    {
        (Articles, "POST", "remnant/{id}", ActionRoutes.ArticleStock),
        (Clients, "GET", "contacts/{id}", ActionRoutes.OfClient(Contacts)),
        (Clients, "GET", "invoices/{id}", ActionRoutes.OfClient(Invoices)),
        (Clients, "GET", "incomings/{id}", ActionRoutes.OfClient(Incomings)),
        (Clients, "GET", "payments/{id}", ActionRoutes.OfClient(Payments)),
        (Clients, "GET", "purchases/{id}", ActionRoutes.OfClient(Purchases)),
        (Incomings, "POST", "invoice_paid", ActionRoutes.InvoicePaid),
        (Invoices, "GET", "get_pdf/{id}", FileRoutes.Pdf),
        (Invoices, "GET", "get_xml/{id}", FileRoutes.Xml),
        (Invoices, "POST", "create_from_xml", FileRoutes.FromXml),
        (Invoices, "POST", "sent/{id}", ActionRoutes.Sent),
        (Invoices, "GET", "get_bound_receipts/{id}", ActionRoutes.BoundReceipts),
        (Payments, "POST", "purchase_paid", ActionRoutes.PurchasePaid),
        (PriceOffers, "GET", "get_pdf/{id}", FileRoutes.Pdf),
        (PriceOffers, "POST", "cancel/{id}", ActionRoutes.Cancel),
        (Purchases, "GET", "get_xml/{id}", FileRoutes.Xml),
        (Purchases, "GET", "get_copy/{id}", FileRoutes.Copy),
        (Purchases, "POST", "create_from_xml", FileRoutes.FromXml),
        (Purchases, "GET", "get_bound_payments/{id}", ActionRoutes.BoundPayments),
        (Warehouses, "POST", "remnant/{id}", ActionRoutes.WarehouseStock),
    };

    public static RouteTable<Operation> Build(SimplBooksSettings settings)
    {
        var table = new RouteTable<Operation>();
        void Add(Resource resource, string verb, string path, Action<SimplBooksCall> run) =>
            table.Add(verb, $"/{{company}}/api/{resource.Category}/{path}", new Operation(resource, run));

        var listsByPost = settings.ListsByPostForm || settings.ListsByPostJson;
        foreach (var (resource, actions) in CommonOf)
        {
            foreach (var action in actions.Split(' '))
            {
                var (verb, path, run) = Common[action];
                Add(resource, verb, path, run);
                if (action == "list" && listsByPost)
                {
                    Add(resource, "POST", path, run);
                }
            }
        }

        foreach (var (resource, verb, path, run) in Special)
        {
            Add(resource, verb, path, run);
        }

        return table;
    }
}

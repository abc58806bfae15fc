using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace Invoicing.Tests.SandboxSimplBooks;

/// <summary>What can be created, with a field to change and its new value.</summary>
internal sealed record Body(string Category, string Model, Func<Books, Task<JObject>> Make, string Field, JToken Value);

/// <summary>Good requests, to be changed by the tests that need them otherwise.</summary>
internal static class Bodies
{
    public static readonly IReadOnlyList<Body> All = new Body[]
    {
        new("articles", "Article", Plain("Article", new { name = "Õunamahl", code = "MAHL-1" }), "price_per_unit", 3.75),
        new("clients", "Client", Plain("Client", new { name = "Õiekese OÜ", reg_no = "19999999" }), "e_mail", "oie@example.com"),
        new("client_notes", "ClientNote", WithClient(c => new { ClientNote = new { client_id = c, note = "Märge" } }), "note", "Uus märge"),
        new("incomings", "Incoming", WithClient(Incoming), "income_sum", 7.5),
        new("invoices", "Invoice", WithClient(c => Invoice(c)), "additional_info", "Aitäh!"),
        new("payments", "Payment", WithClient(Payment), "description", "Üür"),
        new("price_offers", "PriceOffer", WithClient(Offer), "additional_info", "Kehtib kuu"),
        new("purchases", "Purchase", WithClient(c => Purchase(c)), "comments", "Kontrollitud"),
        new("tasks", "Task", Plain("Task", new { name = "Lõikus", amount = 2, price_per_unit = 30, vat = 24 }), "worker", "Jaan Näidis"),
        new("warehouses", "Warehouse", Plain("Warehouse", new { name = "Tagaladu", financial_account_id = 1320 }), "address", "Õie tn 2"),
    };

    public static object Incoming(long client) => new { Incoming = new { client_id = client, income_sum = 5, income_date = "2026-07-01" } };

    public static object Payment(long client) => new { Payment = new { client_id = client, payment_sum = 5, payment_date = "2026-07-01" } };

    public static JObject Invoice(long client, decimal amount = 10, decimal price = 6.4m, long article = 0, long warehouse = 0)
    {
        var row = new
        {
            article_id = article,
            warehouse_id = warehouse,
            name = "Halupuu",
            unit = "kott",
            amount,
            price_per_unit = price,
            vat_type_id = 3,
        };
        var head = new { client_id = client, created = "2026-07-01" };
        return JObject.FromObject(new { Invoice = head, Tasks = new[] { new { Task = row } } });
    }

    public static JObject Purchase(long client, decimal sum = 200, long article = 0, long warehouse = 0, decimal amount = 1)
    {
        var head = new { client_id = client, number = "OA-77", created = "2026-07-02" };
        var row = new { article_id = article, warehouse_id = warehouse, name = "Tarbed", unit = "tk", amount, sum, vat_type_id = 9 };
        return JObject.FromObject(new { Purchase = head, PurchaseRows = new[] { new { PurchaseRow = row } } });
    }

    public static JObject Offer(long client)
    {
        var row = new { name = "Halupuu", unit = "kott", amount = 50, price_per_unit = 6.1, vat_type_id = 4, discount = 5 };
        return JObject.FromObject(new
        {
            PriceOffer = new { client_id = client, created = "2026-07-01" },
            PriceOfferRows = new[] { new { PriceOfferRow = row, Projects = new[] { new { code = "P-7" } } } },
        });
    }

    public static async Task<long> ClientAsync(Books books) => (long)(await books.ListAsync("clients"))[0]["id"]!;

    private static Func<Books, Task<JObject>> Plain(string model, object fields) =>
        _ => Task.FromResult(new JObject { [model] = JObject.FromObject(fields) });

    private static Func<Books, Task<JObject>> WithClient(Func<long, object> body) =>
        async books => JObject.FromObject(body(await ClientAsync(books)));
}

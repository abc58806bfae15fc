using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace Invoicing.Tests.SandboxSimplBooks;

/// <summary>Good requests, to be changed by the tests that need them otherwise.</summary>
internal static class Bodies
{
    /// <summary>What can be created, with a field to change and its new value.</summary>
    public static readonly IReadOnlyList<(string Category, string Model, Func<Books, Task<JObject>> Make, string Field, JToken Value)> All = new[]
    {
        ("articles", "Article", Plain("Article", new { name = "Õunamahl", code = "MAHL-1", price_per_unit = 2.5 }), "price_per_unit", (JToken)3.75),
        ("clients", "Client", Plain("Client", new { name = "Õiekese OÜ", reg_no = "19999999" }), "e_mail", "oie@example.com"),
        ("client_notes", "ClientNote", WithClient(c => new { ClientNote = new { client_id = c, note = "Märge" } }), "note", "Uus märge"),
        ("incomings", "Incoming", WithClient(c => new { Incoming = new { client_id = c, income_sum = 5, income_date = "2026-07-01" } }), "income_sum", 7.5),
        ("invoices", "Invoice", WithClient(c => Invoice(c)), "additional_info", "Aitäh!"),
        ("payments", "Payment", WithClient(c => new { Payment = new { client_id = c, payment_sum = 5, payment_date = "2026-07-01" } }), "description", "Üür"),
        ("price_offers", "PriceOffer", WithClient(c => Offer(c)), "additional_info", "Kehtib kuu"),
        ("purchases", "Purchase", WithClient(c => Purchase(c)), "comments", "Kontrollitud"),
        ("tasks", "Task", Plain("Task", new { name = "Lõikus", amount = 2, price_per_unit = 30, vat_type_id = 3 }), "worker", "Jaan Näidis"),
        ("warehouses", "Warehouse", Plain("Warehouse", new { name = "Tagaladu", financial_account_id = 1320, active = true }), "address", "Õie tn 2"),
    };

    public static JObject Invoice(long client, decimal amount = 10, decimal price = 6.4m, long article = 0, long warehouse = 0) => JObject.FromObject(new
    {
        Invoice = new { client_id = client, created = "2026-07-01" },
        Tasks = new[] { new { Task = new { article_id = article, warehouse_id = warehouse, name = "Halupuu", unit = "kott", amount, price_per_unit = price, vat_type_id = 3 } } },
    });

    public static JObject Purchase(long client, decimal sum = 200, long article = 0, long warehouse = 0, decimal amount = 1) => JObject.FromObject(new
    {
        Purchase = new { client_id = client, number = "OA-77", created = "2026-07-02" },
        PurchaseRows = new[] { new { PurchaseRow = new { article_id = article, warehouse_id = warehouse, name = "Tarbed", unit = "tk", amount, sum, vat_type_id = 9 } } },
    });

    public static JObject Offer(long client) => JObject.FromObject(new
    {
        PriceOffer = new { client_id = client, created = "2026-07-01" },
        PriceOfferRows = new[] { new { PriceOfferRow = new { name = "Halupuu", unit = "kott", amount = 50, price_per_unit = 6.1, vat_type_id = 4, discount = 5 }, Projects = new[] { new { code = "P-7" } } } },
    });

    public static async Task<long> ClientAsync(Books books) => (long)(await books.ListAsync("clients"))[0]["id"]!;

    private static Func<Books, Task<JObject>> Plain(string model, object fields) =>
        _ => Task.FromResult(new JObject { [model] = JObject.FromObject(fields) });

    private static Func<Books, Task<JObject>> WithClient(Func<long, object> body) => async books => JObject.FromObject(body(await ClientAsync(books)));
}

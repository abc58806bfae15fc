using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Invoicing.Sandbox.Core;
using Newtonsoft.Json;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>
/// Quantities in warehouses: purchases bring, invoices take away. Proformas, price offers and unbilled works move nothing.
/// [assumption]
/// </summary>
internal static class Stock
{
    public static SortedDictionary<long, decimal> OfArticle(Company company, long article, long warehouse = 0, string? until = null) =>
        Sum(Moves(company, until)
            .Where(m => m.Article == article && (warehouse == 0 || m.Warehouse == warehouse)).Select(m => (m.Warehouse, m.Amount)));

    public static SortedDictionary<long, decimal> OfWarehouse(Company company, long warehouse, string? until) =>
        Sum(Moves(company, until).Where(m => m.Warehouse == warehouse).Select(m => (m.Article, m.Amount)));

    /// <summary>An empty map is an array, as PHP has it. [inferred]</summary>
    public static void Write(JsonWriter json, SortedDictionary<long, decimal> quantities)
    {
        if (quantities.Count == 0)
        {
            json.WriteStartArray();
            json.WriteEndArray();
            return;
        }

        json.Object(map =>
        {
            foreach (var quantity in quantities)
            {
                map.Field(quantity.Key.ToString(CultureInfo.InvariantCulture), quantity.Value);
            }
        });
    }

    private static IEnumerable<Move> Moves(Company company, string? until) =>
        Moves(company, company[Resources.Purchases].All, 1, until)
            .Concat(Moves(company, company[Resources.Invoices].All.Where(invoice => !invoice.Flag("proforma")), -1, until));

    private static IEnumerable<Move> Moves(Company company, IEnumerable<Record> documents, int sign, string? until) =>
        from document in documents
        where until is null || string.CompareOrdinal(document.Text("transaction_date"), until) <= 0
        from row in document.Rows
        let warehouse = row.Whole("warehouse_id")
        where warehouse != 0 && company[Resources.Articles].Find(row.Whole("article_id"))?.Flag("is_inventory") == true
        select new Move(row.Whole("article_id"), warehouse, sign * row.Number("amount"));

    private static SortedDictionary<long, decimal> Sum(IEnumerable<(long Key, decimal Amount)> moves)
    {
        var sums = new SortedDictionary<long, decimal>();
        foreach (var (key, amount) in moves)
        {
            sums[key] = (sums.TryGetValue(key, out var sum) ? sum : 0) + amount;
        }

        return sums;
    }

    private readonly struct Move
    {
        public Move(long article, long warehouse, decimal amount)
        {
            Article = article;
            Warehouse = warehouse;
            Amount = amount;
        }

        public long Article { get; }

        public long Warehouse { get; }

        public decimal Amount { get; }
    }
}

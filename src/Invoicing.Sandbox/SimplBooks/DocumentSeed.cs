using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Invoicing.Sandbox.Core;
using Invoicing.Sandbox.Pdf;
using Newtonsoft.Json.Linq;
using SeedDates = Invoicing.Sandbox.InvoiceXpress.SeedDates;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>Invents documents and money through the same rules that requests go through, so that everything adds up.</summary>
internal sealed class DocumentSeed
{
    private const int CopiesAtMost = 20;

    private readonly Company _company;
    private readonly int _seed;
    private readonly List<Record> _clients;
    private readonly List<Record> _articles;
    private readonly DateTime _yesterday;

    private DocumentSeed(Company company, int seed)
    {
        _company = company;
        _seed = seed;
        _clients = company[Resources.Clients].All.ToList();
        _articles = company[Resources.Articles].All.Where(article => article.Flag("active")).ToList();
        _yesterday = company.Now.Date.AddDays(-1);
    }

    public static void Make(Company company, SandboxOptions options)
    {
        var count = options.InvoiceCount;
        var seed = new DocumentSeed(company, options.Seed);
        seed.Each(count == 0 ? 0 : 1 + (count / 4), seed.Purchase);
        seed.Each(count, seed.Invoice);
        seed.Each((count + 7) / 8, seed.Offer);
        seed.Each(Math.Min(count, 6), seed.Task);
    }

    private void Each(int count, Action<int, DateTime> make)
    {
        var dates = SeedDates.Spread(count, _yesterday);
        for (var i = 0; i < count; i++)
        {
            make(i, dates[i]);
        }
    }

    private void Invoice(int i, DateTime date)
    {
        var isCredit = i % 19 == 18;
        var credited = isCredit ? _company[Resources.Invoices].All.Last() : null;
        var rows = isCredit
            ? new[] { CreditRow(credited!.Rows[0]) }
            : Enumerable.Range(0, 1 + Mixer.Pick(3, _seed, i, 20)).Select(row => SalesRow(i, row)).ToArray();
        var invoice = Create(Resources.Invoices, rows, new JObject
        {
            ["client_id"] = credited?.Whole("client_id") ?? Client(i, 21),
            ["created"] = Day(date),
            ["sent"] = i % 7 == 6 ? null : Day(date),
            ["row_sum_with_vat"] = credited?.Flag("row_sum_with_vat") ?? i % 11 == 10,
            ["proforma"] = !isCredit && i % 17 == 16,
            ["credit_invoice_for"] = credited?.Id ?? 0,
        });

        // Of ten, six are paid, one is paid in half, and three are not paid.
        var fate = Mixer.Pick(10, _seed, i, 22);
        var paidOn = date.AddDays(1 + Mixer.Pick(20, _seed, i, 23));
        if (!isCredit && fate < 7 && paidOn <= _yesterday)
        {
            var sum = invoice.Number("total_sum");
            Pay(Resources.Incomings, "income", "invoice_id", invoice, paidOn, fate == 6 ? DocumentRules.Cents(sum / 2) : sum);
        }
    }

    private void Purchase(int i, DateTime date)
    {
        var number = "OA-" + (i + 1).ToString(CultureInfo.InvariantCulture);
        var rows = i == 0 ? _articles.Where(article => article.Flag("is_inventory")).Select(article => StockRow(article, 200)).ToArray()
            : i % 3 == 0 ? new[] { StockRow(Article(i, 30), 10 + Mixer.Pick(40, _seed, i, 31)) }
            : new[] { CostRow(i) };
        var purchase = Create(Resources.Purchases, rows, new JObject
        {
            ["client_id"] = Client(i, 32),
            ["number"] = number,
            ["created"] = Day(date),
            ["due"] = Day(date.AddDays(14)),
            ["comments"] = i % 4 == 0 ? "Lepingu järgi" : "",
            ["file_type"] = i < CopiesAtMost ? "pdf" : null,
            ["file_contents"] = i < CopiesAtMost ? Convert.ToBase64String(PdfWriter.Write("Ostuarve " + number, new[] { "Näidis" })) : null,
        });
        if (i % 4 != 3 && date.AddDays(10) <= _yesterday)
        {
            Pay(Resources.Payments, "payment", "purchase_id", purchase, date.AddDays(10), purchase.Number("total_sum"));
        }
    }

    private void Offer(int i, DateTime date)
    {
        var offer = Create(Resources.PriceOffers, new[] { SalesRow(i, 40) }, new JObject
        {
            ["client_id"] = Client(i, 41),
            ["created"] = Day(date),
            ["sent"] = i % 2 == 0 ? Day(date) : null,
        });
        if (i % 5 == 3)
        {
            offer["cancelled"] = Day(_yesterday);
        }
        else if (i % 5 == 1)
        {
            offer["invoice_id"] = _company[Resources.Invoices].All.Last().Id;
        }
    }

    private void Task(int i, DateTime date)
    {
        var task = SalesRow(i, 50);
        task.Merge(new JObject { ["client_id"] = Client(i, 51), ["date_of_doing"] = Day(date), ["worker"] = "Jaan Näidis" });
        Editor.Create(_company, Resources.Tasks, new JObject { ["Task"] = task, ["Projects"] = Projects(i) });
    }

    private void Pay(Resource resource, string prefix, string documentKey, Record document, DateTime date, decimal sum) =>
        Editor.Create(_company, resource, new JObject
        {
            [resource.Model] = new JObject
            {
                [prefix + "_sum"] = sum,
                [prefix + "_date"] = Day(date),
                ["description"] = "Arve " + document.Text("number"),
            },
            [documentKey] = document.Id,
        });

    private Record Create(Resource resource, IEnumerable<JObject> rows, JObject header) => Editor.Create(_company, resource, new JObject
    {
        [resource.Model] = header,
        [resource.RowModel + "s"] = new JArray(
            rows.Select((row, i) => new JObject { [resource.RowModel] = row, ["Projects"] = Projects(i) })),
    });

    private JObject SalesRow(int i, int row)
    {
        var article = Article(i, 60 + row);
        return new JObject
        {
            ["article_id"] = article.Id,
            ["warehouse_id"] = article.Flag("is_inventory") ? Warehouse(i).Id : 0,
            ["amount"] = 1 + Mixer.Pick(6, _seed, i, 80 + row),
            ["price_per_unit"] = article.Number("price_per_unit"),
            ["vat_type_id"] = Company.SalesVatType,
            ["discount"] = Mixer.Pick(8, _seed, i, 90 + row) == 0 ? 10 : 0,
        };
    }

    private static JObject CreditRow(Record row) => new()
    {
        ["article_id"] = row.Whole("article_id"),
        ["warehouse_id"] = row.Whole("warehouse_id"),
        ["amount"] = -row.Number("amount"),
        ["price_per_unit"] = row.Number("price_per_unit"),
        ["vat_type_id"] = row.Whole("vat_type_id"),
        ["discount"] = row.Number("discount"),
    };

    private JObject StockRow(Record article, int amount) => new()
    {
        ["article_id"] = article.Id,
        ["warehouse_id"] = Warehouse(0).Id,
        ["amount"] = amount,
        ["sum"] = DocumentRules.Cents(amount * article.Number("price_per_unit") * 0.6m),
        ["vat_type_id"] = Company.PurchaseVatType,
    };

    private static JObject CostRow(int i) => new()
    {
        ["name"] = i % 3 == 1 ? "Kontoritarbed" : "Töökoja üür",
        ["unit"] = i % 3 == 1 ? "tk" : "kuu",
        ["amount"] = 1,
        ["sum"] = i % 3 == 1 ? 36.5m + i : 420m,
        ["vat_type_id"] = Company.PurchaseVatType,
        ["expense_account_id"] = i % 3 == 1 ? 66 : 63,
    };

    private static JArray Projects(int i) => i % 2 == 0 ? new JArray(new JObject { ["code"] = "P-" + (1 + (i % 4)) }) : new JArray();

    private long Client(int i, int what) => _clients[Mixer.Pick(_clients.Count, _seed, i, what)].Id;

    private Record Article(int i, int what) => _articles[Mixer.Pick(_articles.Count, _seed, i, what)];

    private Record Warehouse(int i) => _company[Resources.Warehouses].All.ElementAt(i % 5 == 4 ? 1 : 0);

    private static string Day(DateTime date) => date.ToString(Filter.Iso, CultureInfo.InvariantCulture);
}

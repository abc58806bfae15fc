using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Invoicing.Engine;
using Invoicing.Tests.ConnectorsSimplBooks;
using Invoicing.Tests.Support;

namespace Invoicing.Tests.Fuzz;

internal static class SimplBooksProbes
{
    private const string Invoice = """
        {"Invoice":{"id":901,"number":"W-1","client_id":14,"client_name":"Acme","created":"2026-03-05","due":"2026-03-19","sum":1234.50,"vat":"296.28",
        "total_sum":1530.78,"remnant":1530.78,"currency_name":"EUR","currency_rate":1,"sent":"0000-00-00","paid":"0000-00-00","credit_invoice_for":0,"proforma":false},
        "Task":[{"id":4410,"article_id":88,"name":"Bowl","unit":"pc","amount":2,"price_per_unit":"600.25","vat":24,"vat_type_id":3,"discount":0},
        {"id":4411,"article_id":89,"name":"Cup","amount":1.5,"price_per_unit":22.67,"vat":"24.0","vat_type_id":3,"discount":0}]}
        """;

    private const string Quote = """
        {"PriceOffer":{"id":12,"number":"H-12","client_id":14,"created":"2026-03-05","sum":10,"vat":2.4,"total_sum":12.40},
        "PriceOfferRow":[{"id":5,"name":"Bowl","amount":1,"price_per_unit":10.00,"vat":24,"discount":0}]}
        """;

    private const string Purchase = """
        {"Purchase":{"id":55,"number":"OA-5","client_id":20,"created":"2026-03-05","sum":"30.00","vat":7.20,"total_sum":37.20,"currency_rate":1},
        "PurchaseRow":[{"id":3,"name":"Paper","amount":3,"sum":30,"vat":24,"vat_type_id":9}]}
        """;

    private static readonly RigAccount Account = new("SimplBooks", "0a1b2c");

    public static IReadOnlyList<Probe> All => Probe.Mixed(Amounts, OperationCases.All.Select(row =>
        new Probe(row.Name, Account, row.Answer, rig => Probe.NoneAsync(row.Run((Sb)rig)))
        {
            Connect = () => new Sb(),
            Besides = call => call.Path.Contains("vat_types") && row.Name != "ListTaxes" ? Sb.Taxes : null,
        }));

    private static IReadOnlyList<Probe> Amounts { get; } =
    [
        Of("a document", Invoice, async rig => await rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "901"), ".data", OfInvoice("Invoice", "Task")),
        Of("a price offer", Quote, async rig => await rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Quote, "12"), ".data", OfInvoice("PriceOffer", "PriceOfferRow")),
        Of("a purchase", Purchase, async rig => await rig.Use<IReader<Purchase>>().GetAsync("55"), ".data", OfPurchase),

        // The page is full, and the next one is the same.
        Rows("a list of documents", """[{"invoices":{"id":1,"total_sum":78.08}},{"invoices":{"id":2,"total_sum":"1234.56"}},{"invoices":{"id":3,"total_sum":-5}}]""",
            async rig => await rig.Use<IInvoiceReader>().List(new InvoiceQuery { PageSize = 3 }).ToListAsync(),
            (invoice, place) => [new(place + "{invoices}.total_sum", invoice.Total)]),
        Rows("clients", """[{"Client":{"id":14,"name":"Acme"}},{"Client":{"id":15,"name":"Bolt"}}]""",
            async rig => await rig.Use<IReader<Client>>().List(new ListQuery { PageSize = 2 }).ToListAsync(), (_, _) => []),
        Rows("articles", """[{"Article":{"id":88,"code":"B-1","price_per_unit":6.4,"amount":"3"}},{"Article":{"id":89,"price_per_unit":"0.10"}}]""",
            async rig => await rig.Use<IReader<Item>>().List(new ListQuery()).ToListAsync(),
            (item, place) => [new(place + "{Article}.price_per_unit", item.UnitPrice)]),
        Rows("taxes", Sb.Taxes[Sb.Taxes.IndexOf('[')..^1], async rig => await rig.Use<IReader<Tax>>().List(new ListQuery()).ToListAsync(),
            (tax, place) => [new(place + "{VatType}.vat_percent", tax.Rate)]),
        Rows("work", """[{"Task":{"id":1,"client_id":14,"amount":2,"price_per_unit":"30.0","discount":5,"vat":24,"date_of_doing":"2026-03-05"}}]""",
            async rig => await rig.Use<IReader<InvoiceTask>>().List(new ListQuery()).ToListAsync(),
            (task, place) =>
            [
                new(place + "{Task}.amount", task.Quantity), new(place + "{Task}.price_per_unit", task.UnitPrice),
                new(place + "{Task}.discount", task.Discount), new(place + "{Task}.vat", task.TaxRate),
            ]),
        new("payments", Account, Sb.Data("""{"Incoming":{"id":7,"income_sum":"122.10","income_date":"2026-03-05","currency_rate":1.5},"Projects":[{"code":"P-7"}]}"""), async rig =>
            (await rig.Use<IPaymentReader>().GetForInvoiceAsync(new Invoice { Id = "901" })).SelectMany(payment => new Amount[]
            {
                new(".data{Incoming}.income_sum", payment.Amount), new(".data{Incoming}.currency_rate", payment.ExchangeRate),
            })) { Besides = Receipts },
        new("bound payments", Account, Sb.Data("[7,8]"), rig => Probe.NoneAsync(rig.Use<IRelatedDocumentReader>().GetRelatedAsync(new Invoice { Id = "901" }))),
        Rows("payments of a client", """[{"Incoming":{"id":7,"income_sum":"122.10"}},{"Incoming":{"id":8,"income_sum":-5}}]""",
            async rig => (await rig.Use<IClientRelationReader>().GetRelatedAsync("14", ClientRelation.Receipt)).Cast<Payment>().ToList(),
            (payment, place) => [new(place + "{Incoming}.income_sum", payment.Amount)]),
        Rows("contacts of a client", """[{"Contact":{"id":7,"name":"Ana"}}]""",
            async rig => (await rig.Use<IClientRelationReader>().GetRelatedAsync("14", ClientRelation.Contact)).ToList(), (_, _) => []),
        new("stock", Account, Sb.Data("""{"88":{"1":140,"4":-2.5},"89":{"1":"0.5"}}"""), async rig =>
            (await rig.Use<IStockReader>().GetForItemAsync("88", null, null)).Where(IsNamed)
                .Select(stock => new Amount($".data.{stock.ItemId}.{stock.WarehouseId}", stock.Quantity))),
        new("stock of a warehouse", Account, Sb.Data("""{"88":140,"91":"-2.25"}"""), async rig =>
            (await rig.Use<IStockReader>().GetForWarehouseAsync("1", null)).Where(IsNamed).Select(stock => new Amount($".data.{stock.ItemId}", stock.Quantity))),
        new("a new document", Account, Sb.Done(), rig => Probe.NoneAsync(rig.Use<IInvoiceCreator>().CreateAsync(OperationCases.Draft(InvoiceType.Invoice))))
        {
            Besides = call => call.Path.EndsWith("create", StringComparison.Ordinal) ? null
                : Sb.Data(call.Path.Contains("vat_types") ? Sb.Taxes[Sb.Taxes.IndexOf('[')..^1] : "[]"),
        },
        new("a file", Account, Sb.Data("\"JVBERi0xLjQ=\""), rig =>
            Probe.NoneAsync(rig.Use<IPdfExporter>().StartPdf(new Invoice { Id = "901", Type = InvoiceType.Invoice }, false).PollAsync())),
    ];

    private static Probe Of<T>(
        string name, string data, Func<Rig, System.Threading.Tasks.Task<T>> askAsync, string place, Func<T, string, IEnumerable<Amount>> amounts) =>
        new(name, Account, Sb.Data(data), async rig => amounts(await askAsync(rig), place));

    private static Probe Rows<T>(
        string name, string data, Func<Rig, System.Threading.Tasks.Task<List<T>>> askAsync, Func<T, string, IEnumerable<Amount>> amounts) =>
        Of(name, data, askAsync, ".data", (rows, place) => rows.SelectMany((row, i) => amounts(row, $"{place}[{i}]")));

    private static string? Receipts(Call call) => call.Path.Contains("bound") ? Sb.Data("[7]") : null;

    private static bool IsNamed(ItemStock stock) => Regex.IsMatch(stock.ItemId + stock.WarehouseId, @"^\w+$");

    private static Func<Invoice, string, IEnumerable<Amount>> OfInvoice(string record, string rows) => (invoice, place) =>
    [
        new($"{place}{{{record}}}.sum", invoice.NetTotal),
        new($"{place}{{{record}}}.vat", invoice.TaxTotal),
        new($"{place}{{{record}}}.total_sum", invoice.Total),
        new($"{place}{{{record}}}.remnant", invoice.Outstanding),
        new($"{place}{{{record}}}.currency_rate", invoice.ExchangeRate),
        .. invoice.Lines.SelectMany((line, i) => new Amount[]
        {
            new($"{place}.{rows}[{i}].price_per_unit", line.UnitPrice),
            new($"{place}.{rows}[{i}].amount", line.Quantity),
            new($"{place}.{rows}[{i}].vat", line.TaxRate),
            new($"{place}.{rows}[{i}].discount", line.Discount),
        }),
    ];

    private static IEnumerable<Amount> OfPurchase(Purchase purchase, string place) =>
    [
        new($"{place}{{Purchase}}.sum", purchase.NetTotal),
        new($"{place}{{Purchase}}.vat", purchase.TaxTotal),
        new($"{place}{{Purchase}}.total_sum", purchase.Total),
        .. purchase.Lines.SelectMany((line, i) => new Amount[]
        {
            new($"{place}.PurchaseRow[{i}].sum", line.Subtotal), new($"{place}.PurchaseRow[{i}].amount", line.Quantity),
        }),
    ];
}

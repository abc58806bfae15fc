using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Connectors;
using Invoicing.Tests.Connectors;
using Invoicing.Tests.Support;

namespace Invoicing.Tests.Fuzz;

/// <summary>A request whose answers are spoilt.</summary>
/// <param name="Name">What is asked for.</param>
/// <param name="Good">The good answer.</param>
/// <param name="AskAsync">Asks, and gives the amounts that came out by their place in the answer.</param>
internal sealed record Probe(string Name, string Good, Func<Rig, Task<IEnumerable<Amount>>> AskAsync)
{
    /// <summary>For each provider what is asked of it.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<Probe>> All = new Dictionary<string, IReadOnlyList<Probe>>
    {
        ["InvoiceXpress"] =
        [
            new("a document", Ix.Document(status: "final", reference: "ENC-1", total: 1234.56m), async rig =>
                Of(await rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "71"), "$[0]")),
            new("a list of documents", Ix.Page("invoices", Ix.Document(total: 1234.56m), Ix.Document(total: 0.07m), Ix.Document(total: 5)), async rig =>
                (await rig.Use<IInvoiceReader>().List(new ListQuery()).ToListAsync()).SelectMany((invoice, i) => Of(invoice, $"$[0][{i}]"))),
            new("a new document", Ix.Document(reference: "ENC-1"), async rig => Of(await rig.Use<IInvoiceCreator>().CreateAsync(Ix.Invoice()), "$[0]")),
            new("payments", Ix.Page("documents", Ix.Document("receipt", "Receipt", "settled", 5, total: 20.5m)), async rig =>
                (await rig.Use<IPaymentReader>().GetForInvoiceAsync(new Invoice { Id = "71" })).Take(1).Select(payment => new Amount("$[0][0].total", payment.Amount))),
            new("taxes", Ix.Taxes, async rig =>
                (await rig.Use<IReader<Tax>>().List(new ListQuery()).ToListAsync()).Select((tax, i) => new Amount($"$[0][{i}].value", tax.Rate))),
            new("a client", Ix.Client, async rig =>
            {
                await rig.Use<IReader<Client>>().GetAsync("8812");
                return [];
            }),
            new("a file", "{\"output\":{\"pdfUrl\":\"https://example.com/f.pdf\"}}", async rig =>
            {
                await rig.Use<ISaftExporter>().StartSaft(2026, 3).PollAsync();
                return [];
            }),
        ],
    };

    private static IEnumerable<Amount> Of(Invoice invoice, string place) =>
    [
        new(place + ".total", invoice.Total),
        .. invoice.Lines.SelectMany((line, i) => new Amount[]
        {
            new($"{place}.items[{i}].unit_price", line.UnitPrice), new($"{place}.items[{i}].quantity", line.Quantity),
        }),
    ];
}

/// <summary>An amount that was read, and its place in the answer; <c>[0]</c> is the first value of an object, too.</summary>
internal sealed record Amount(string Place, decimal? Value);

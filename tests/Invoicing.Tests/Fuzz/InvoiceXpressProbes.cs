using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine;
using Invoicing.Tests.Connectors;
using Invoicing.Tests.Support;

namespace Invoicing.Tests.Fuzz;

/// <summary>The names around objects are not what the provider says, so the first that holds something counts.</summary>
internal static class InvoiceXpressProbes
{
    private static readonly RigAccount Account = new("InvoiceXpress", "acme");

    public static IReadOnlyList<Probe> All => Probe.Mixed(Amounts, InvoiceXpressTests.Cases.Values.Select(one =>
        new Probe(one.Name, Account, one.Answer, rig => Probe.NoneAsync(one.Ask(rig)))
        {
            Besides = call => one.Line.StartsWith($"{call.Method} {call.Path}", StringComparison.Ordinal) ? null : Taxes(call),
        }));

    private static IReadOnlyList<Probe> Amounts { get; } =
    [
        new("a document", Account, Ix.Document(status: "final", reference: "ENC-1", total: 1234.56m), async rig =>
            Of(await rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "71"), "[0]")),
        new("a list of documents", Account, Ix.Page("invoices", Ix.Document(total: 1234.56m), Ix.Document(total: 0.07m), Ix.Document(total: 5)), async rig =>
            (await rig.Use<IInvoiceReader>().List(new ListQuery()).ToListAsync()).SelectMany((invoice, i) => Of(invoice, $"[0][{i}]"))),
        new("a new document", Account, Ix.Document(reference: "ENC-1"), async rig => Of(await rig.Use<IInvoiceCreator>().CreateAsync(Ix.Invoice()), "[0]"))
        {
            Besides = Taxes,
        },
        new("payments", Account, Ix.Page("documents", Ix.Document("receipt", "Receipt", "settled", 5, total: 20.5m)), async rig =>
            (await rig.Use<IPaymentReader>().GetForInvoiceAsync(new Invoice { Id = "71" })).Take(1).Select(payment => new Amount("[0][0].total", payment.Amount))),
        new("taxes", Account, Ix.Taxes, async rig =>
            (await rig.Use<IReader<Tax>>().List(new ListQuery()).ToListAsync()).Select((tax, i) => new Amount($"[0][{i}].value", tax.Rate))),
        new("items", Account, """{"items":[{"id":1,"name":"SRV","unit_price":"10.5","tax":{"id":1,"name":"IVA23","value":23.0}},{"id":2,"name":"X","unit_price":0.01}]}""", async rig =>
            (await rig.Use<IReader<Item>>().List(new ListQuery()).ToListAsync()).Select((item, i) => new Amount($"[0][{i}].unit_price", item.UnitPrice))),
        new("a balance", Account, InvoiceXpressAccountCases.Balance, async rig => Of(await rig.Use<IBalanceKeeper>().GetAsync("8812"))),
        new("a client", Account, Ix.Client, rig => Probe.NoneAsync(rig.Use<IReader<Client>>().GetAsync("8812"))),
        new("a file", Account, "{\"output\":{\"pdfUrl\":\"https://example.com/f.pdf\"}}", rig => Probe.NoneAsync(rig.Use<ISaftExporter>().StartSaft(2026, 3).PollAsync())),
    ];

    private static string? Taxes(Call call) => call.Path == "/taxes.json" ? Ix.Taxes : null;

    private static IEnumerable<Amount> Of(ClientBalance balance) =>
    [
        new(".initial_balance.value", balance.Initial), new(".balance.with_vat", balance.Balance), new(".balance.without_vat", balance.NetBalance),
        new(".overdue_balance.with_vat", balance.Overdue), new(".overdue_balance.without_vat", balance.NetOverdue),
        new(".remaining_balance.total", balance.RemainingTotal), new(".remaining_balance.value", balance.Remaining),
    ];

    private static IEnumerable<Amount> Of(Invoice invoice, string place) =>
    [
        new(place + ".total", invoice.Total),
        .. invoice.Lines.SelectMany((line, i) => new Amount[]
        {
            new($"{place}.items[{i}].unit_price", line.UnitPrice), new($"{place}.items[{i}].quantity", line.Quantity),
        }),
    ];
}

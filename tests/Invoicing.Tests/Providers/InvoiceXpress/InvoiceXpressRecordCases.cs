using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Tests.Connectors;

/// <summary>The operations of clients, articles and taxes (docs/facts/invoicexpress.md#taxes, #clients, #items).</summary>
internal static class InvoiceXpressRecordCases
{
    private const string Item =
        "{\"id\":31,\"name\":\"SRV-1\",\"description\":\"Manutencao\",\"unit_price\":20.5,\"unit\":\"hour\",\"tax\":{\"id\":4021,\"name\":\"IVA23\",\"value\":23.0}}";

    private const string ItemBody =
        "{\"item\":{\"name\":\"SRV-1\",\"description\":\"Manutencao\",\"unit_price\":20.5,\"unit\":\"hour\",\"tax\":{\"name\":\"IVA23\"}}}";

    private const string Tax = "{\"id\":4021,\"name\":\"IVA23\",\"value\":23.0,\"region\":\"PT\",\"code\":\"NOR\",\"default_tax\":1}";

    private const string TaxBody = "{\"tax\":{\"name\":\"IVA23\",\"value\":\"23.0\",\"region\":\"PT\",\"code\":\"NOR\",\"default_tax\":1}}";

    private const string ClientAnswer = "{\"client\":{\"id\":8812,\"name\":\"Padaria Exemplo\",\"code\":\"PE-01\"}}";

    private const string ClientBody = "{\"client\":{\"name\":\"Padaria Exemplo\",\"code\":\"PE-01\"}}";

    public static IEnumerable<InvoiceXpressCase> All => [.. Clients, .. Items, .. Taxes];

    private static IEnumerable<InvoiceXpressCase> Clients =>
    [
        new(
            "ListClients",
            "GET /clients.json?page=1&per_page=20",
            Ix.Clients(1, 1, "A", "B"),
            async rig => Told(await rig.Use<IReader<Client>>().List(new ListQuery { PageSize = 20 }).ToListAsync()),
            "A B",
            401),
        new(
            "CreateClient",
            "POST /clients.json",
            ClientAnswer,
            async rig => Told(await rig.Use<ICreator<Client>>().CreateAsync(Client())),
            "8812 PE-01",
            401,
            422) { Status = 201, Body = ClientBody },
        new(
            "GetClient",
            "GET /clients/8812.json",
            ClientAnswer,
            async rig => Told(await rig.Use<IReader<Client>>().GetAsync("8812")),
            "8812 PE-01",
            401,
            404),
        new(
            "UpdateClient",
            "PUT /clients/8812.json",
            "",
            rig => DoneAsync(rig.Use<IUpdater<Client>>().UpdateAsync(Client())),
            "",
            401,
            404,
            422) { Body = ClientBody },
        new(
            "FindClientByName",
            "GET /clients/find-by-name.json?client_name=A & B",
            ClientAnswer,
            async rig => Told(await rig.Use<IFinder<Client>>().FindByNameAsync("A & B")),
            "8812 PE-01",
            401),
        new(
            "FindClientByCode",
            "GET /clients/find-by-code.json?client_code=PE-01",
            ClientAnswer,
            async rig => Told(await rig.Use<IFinder<Client>>().FindByCodeAsync("PE-01")),
            "8812 PE-01",
            401),
        new(
            "ListClientDocuments",
            "POST /clients/8812/invoices.json?page=1&per_page=30",
            Ix.Page("invoices", Ix.Document(status: "final")),
            async rig => Told(await rig.Use<IInvoiceReader>().List(new InvoiceQuery { ClientId = "8812", Types = [InvoiceType.Invoice], States = [InvoiceState.Final] }).ToListAsync()),
            "Invoice 2026/14",
            401,
            404)
        {
            Body = "{\"filter\":{\"status\":[\"final\"],\"by_type\":[\"Invoice\",\"Receipt\"],\"archived\":[\"non_archived\"]}}",
        },
    ];

    private static IEnumerable<InvoiceXpressCase> Items =>
    [
        new(
            "ListItems",
            "GET /items.json?page=1&per_page=30",
            $"{{\"items\":[{Item}]}}",
            async rig => Told(await rig.Use<IReader<Item>>().List(new ListQuery()).ToListAsync()),
            "SRV-1",
            401),
        new(
            "CreateItem",
            "POST /items.json",
            $"{{\"item\":{Item}}}",
            async rig => Told(await rig.Use<ICreator<Item>>().CreateAsync(NewItem())),
            "31 SRV-1 20.5 hour IVA23 23.0",
            401,
            422)
        {
            Status = 201, Body = ItemBody,
        },
        new(
            "GetItem",
            "GET /items/31.json",
            $"{{\"item\":{Item}}}",
            async rig => Told(await rig.Use<IReader<Item>>().GetAsync("31")),
            "31 SRV-1 20.5 hour IVA23 23.0",
            401,
            404),
        new(
            "UpdateItem",
            "PUT /items/31.json",
            "",
            rig => DoneAsync(rig.Use<IUpdater<Item>>().UpdateAsync(NewItem("31"))),
            "",
            401,
            404,
            422) { Body = ItemBody },
        new(
            "DeleteItem",
            "DELETE /items/31.json",
            " ",
            rig => DoneAsync(rig.Use<IRemover<Item>>().RemoveAsync(NewItem("31"))),
            "",
            401,
            404),
    ];

    private static IEnumerable<InvoiceXpressCase> Taxes =>
    [
        new(
            "ListTaxes",
            "GET /taxes.json?page=1&per_page=30",
            $"{{\"taxes\":[{Tax}]}}",
            async rig => Told(await rig.Use<IReader<Tax>>().List(new ListQuery()).ToListAsync()),
            "IVA23",
            401),
        new(
            "CreateTax",
            "POST /taxes.json",
            $"{{\"tax\":{Tax}}}",
            async rig => Told(await rig.Use<ICreator<Tax>>().CreateAsync(NewTax())),
            "4021 IVA23 23.0 PT NOR True",
            401,
            422)
        {
            Status = 201, Body = TaxBody,
        },
        new(
            "GetTax",
            "GET /taxes/4021.json",
            $"{{\"tax\":{Tax}}}",
            async rig => Told(await rig.Use<IReader<Tax>>().GetAsync("4021")),
            "4021 IVA23 23.0 PT NOR True",
            401,
            404),
        new(
            "UpdateTax",
            "PUT /taxes/4021.json",
            "",
            rig => DoneAsync(rig.Use<IUpdater<Tax>>().UpdateAsync(NewTax("4021"))),
            "",
            401,
            404,
            422) { Body = TaxBody },
        new(
            "DeleteTax",
            "DELETE /taxes/4021.json",
            " ",
            rig => DoneAsync(rig.Use<IRemover<Tax>>().RemoveAsync(NewTax("4021"))),
            "",
            401,
            404),
    ];

    /// <summary>Waits for what tells nothing.</summary>
    internal static async Task<string> DoneAsync(Task task)
    {
        await task;
        return "";
    }

    internal static string Told<T>(IEnumerable<T> items) => string.Join(" ", items);

    private static Client Client() => new() { Id = "8812", Name = "Padaria Exemplo", Code = "PE-01" };

    private static Item NewItem(string? id = null) =>
        new() { Id = id, Name = "SRV-1", Description = "Manutencao", UnitPrice = 20.5m, Unit = "hour", Tax = "IVA23" };

    private static Tax NewTax(string? id = null) => new() { Id = id, Name = "IVA23", Rate = 23.0m, Region = "PT", Code = "NOR", IsDefault = true };

    private static string Told(Client? client) => $"{client?.Id} {client?.Code}";

    private static string Told(Item item) => FormattableString.Invariant($"{item.Id} {item.Name} {item.UnitPrice} {item.Unit} {item.Tax} {item.TaxRate}");

    private static string Told(Tax tax) => FormattableString.Invariant($"{tax.Id} {tax.Name} {tax.Rate} {tax.Region} {tax.Code} {tax.IsDefault}");
}

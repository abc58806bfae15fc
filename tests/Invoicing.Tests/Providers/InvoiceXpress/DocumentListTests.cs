using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Newtonsoft.Json;
using Xunit;

namespace Invoicing.Tests.Connectors;

/// <summary>Lists of documents at InvoiceXpress (docs/facts/invoicexpress.md#lists, #client-operations).</summary>
public sealed class DocumentListTests
{
    private const string States = "status[]=draft&status[]=sent&status[]=settled&status[]=canceled&status[]=second_copy";

    [Fact]
    public async Task WithoutAFilterEveryTypeAndStateIsAskedFor()
    {
        using var rig = new Rig();
        rig.Server.Then(Ix.Page("invoices"));

        await ListAsync(rig, new InvoiceQuery());

        Assert.Equal(
            "GET /invoices.json?type[]=Invoice&type[]=InvoiceReceipt&type[]=SimplifiedInvoice&type[]=CreditNote&type[]=DebitNote"
            + $"&type[]=VatMossInvoice&type[]=VatMossCreditNote&type[]=VatMossReceipt&type[]=CashInvoice&{States}"
            + "&non_archived=true&page=1&per_page=30",
            rig.Server.Only.Line);
    }

    [Fact]
    public async Task EveryFilterOfTheSheetIsSent()
    {
        using var rig = new Rig();
        rig.Server.Then(Ix.Page("invoices"));

        await InCulture.Run("ar-SA", () => ListAsync(rig, new InvoiceQuery
        {
            Types = [InvoiceType.Invoice, InvoiceType.CreditNote],
            States = [InvoiceState.Final, InvoiceState.Deleted],
            Text = "pão & vinho",
            Reference = "ENC/1",
            DateFrom = new DateTime(2026, 3, 1),
            DateTo = new DateTime(2026, 3, 31),
            DueFrom = new DateTime(2026, 4, 1),
            DueTo = new DateTime(2026, 4, 30),
            NetFrom = 0.5m,
            NetTo = 1234.56m,
            IncludeArchived = true,
            PageSize = 10,
        }));

        Assert.Equal(
            "GET /invoices.json?type[]=Invoice&type[]=CreditNote&status[]=sent&status[]=deleted&non_archived=true&archived=true"
            + "&text=pão & vinho&reference=ENC/1&date[from]=01/03/2026&date[to]=31/03/2026"
            + "&due_date[from]=01/04/2026&due_date[to]=30/04/2026"
            + "&total_before_taxes[from]=0.5&total_before_taxes[to]=1234.56&page=1&per_page=10",
            rig.Server.Only.Line);
    }

    [Fact]
    public async Task ARowIsRead()
    {
        using var rig = new Rig();
        rig.Server.Then(
            Ix.Page("invoices", Ix.Document(status: "final", reference: "ENC-1"), Ix.Document(status: "odd", type: "CreditNote", id: 72)));

        List<Invoice> rows = await ListAsync(rig, new InvoiceQuery());

        Assert.Equal((InvoiceState.Final, InvoiceState.Unknown), (rows[0].State, rows[1].State));
        Assert.Equal((InvoiceType.Invoice, InvoiceType.CreditNote), (rows[0].Type, rows[1].Type));
        Assert.Equal(("71", "2026/14", 12.3m, "EUR"), (rows[0].Id, rows[0].Number, rows[0].Total, rows[0].Currency));
        Assert.Equal(("8812", "Padaria Exemplo"), (rows[0].ClientId, rows[0].ClientName));
        InvoiceLine line = Assert.Single(rows[0].Lines);
        Assert.Equal((10m, 1m, "IVA23", 23m, "1"), (line.UnitPrice, line.Quantity, line.Tax, line.TaxRate, line.TaxId));
        Assert.Equal(new DateTime(2026, 3, 10), rows[0].Date);
    }

    [Fact]
    public async Task TheListOfAClientIsAskedForInItsOwnWordsAndFilteredHere()
    {
        using var rig = new Rig();
        rig.Server.Then(Ix.Page(
            "invoices",
            Ix.Document(status: "final", id: 1),
            Ix.Document(status: "final", id: 2, date: "11/03/2026"),
            Ix.Document(status: "final", id: 3, type: "CreditNote")));

        List<Invoice> rows = await ListAsync(rig, new InvoiceQuery
        {
            ClientId = "8812",
            Types = [InvoiceType.Invoice],
            States = [InvoiceState.Final],
            DateFrom = new DateTime(2026, 3, 11),
            IncludeArchived = true,
        });

        Assert.Equal(["2"], rows.Select(row => row.Id));
        Assert.Equal("POST /clients/8812/invoices.json?page=1&per_page=30", rig.Server.Only.Line);
        Assert.Equal(
            "{\"filter\":{\"status\":[\"final\"],\"by_type\":[\"Invoice\",\"Receipt\"],\"archived\":[\"non_archived\",\"archived\"]}}",
            rig.Server.Only.Json.ToString(Formatting.None));
    }

    [Fact]
    public async Task TheListOfAClientIsAReadAndSoIsRepeated()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Empty(503), Answer.Json(Ix.Page("invoices")));

        Assert.Empty(await ListAsync(rig, new InvoiceQuery { ClientId = "8812" }));
        Assert.Equal(2, rig.Server.Calls.Count);
    }

    [Fact]
    public async Task AnUnknownClientIsNotFoundEvenAsAPage()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Text("text/html", "<html>404</html>", 404));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => ListAsync(rig, new InvoiceQuery { ClientId = "1" }));

        Assert.Equal(ErrorKind.NotFound, fault.Kind);
        Assert.DoesNotContain("html", fault.Message);
    }

    [Theory]
    [InlineData("2026-03-10", null, true)]
    [InlineData("2026-03-11", null, false)]
    [InlineData(null, "2026-03-10", true)]
    [InlineData(null, "2026-03-09", false)]
    public void BoundsOfDatesBelongToTheRange(string? from, string? to, bool matches)
    {
        var query = new InvoiceQuery
        {
            DateFrom = from is null ? null : DateTime.Parse(from),
            DateTo = to is null ? null : DateTime.Parse(to),
        };

        Assert.Equal(matches, query.Matches(Ix.Invoice()));
        Assert.False(query.Matches(new Invoice()));
    }

    [Theory]
    [InlineData("2026/14", "2026/14")]
    [InlineData("14/2026", "14/2026")]
    [InlineData("FT 2026/14", "2026/14")]
    [InlineData(" ft  2026/14 ", "2026/14")]
    public async Task ANumberIsLookedUpInTheTextAndCompared(string number, string asked)
    {
        using var rig = new Rig();
        rig.Server.Then(Ix.Page("invoices", Ix.Document(status: "final", id: 1), Ix.Document(id: 2)));

        IReadOnlyList<Invoice> found = await rig.Use<IInvoiceReader>().FindByNumberAsync(number, [InvoiceType.Invoice]);

        Assert.Equal("1", Assert.Single(found).Id);
        Assert.Equal(asked, rig.Server.Only.Value("text"));
        Assert.Equal("Invoice", rig.Server.Only.Value("type[]"));
    }

    private static Task<List<Invoice>> ListAsync(Rig rig, InvoiceQuery query) => rig.Use<IInvoiceReader>().List(query).ToListAsync();
}

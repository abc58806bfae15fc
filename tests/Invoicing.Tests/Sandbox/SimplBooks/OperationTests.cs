using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Invoicing.Tests.SandboxSimplBooks;

public sealed class OperationTests
{
    private const string Five = "GET list, GET get/1, POST create, POST update, POST delete/1";

    private static readonly Dictionary<string, string> Operations = new()
    {
        ["articles"] = Five + ", POST remnant/1",
        ["clients"] = Five + ", GET contacts/1, GET invoices/1, GET incomings/1, GET payments/1, GET purchases/1",
        ["client_notes"] = Five,
        ["financial_accounts"] = "GET list, GET get/1",
        ["income_accounts"] = "GET list, GET get/1",
        ["incomings"] = Five + ", POST invoice_paid",
        ["invoices"] = Five + ", GET get_pdf/1, GET get_xml/1, POST create_from_xml, POST sent/1, GET get_bound_receipts/1",
        ["payments"] = Five + ", POST purchase_paid",
        ["price_offers"] = Five + ", GET get_pdf/1, POST cancel/1",
        ["purchases"] = Five + ", GET get_xml/1, GET get_copy/1, POST create_from_xml, GET get_bound_payments/1",
        ["tasks"] = Five,
        ["warehouses"] = Five + ", POST remnant/1",
        ["vat_types"] = "GET list",
    };

    [Fact]
    public async Task AllSeventyFiveAreThereAndOnlyWithTheirVerb()
    {
        using var books = new Books();
        var all = Operations
            .SelectMany(r => r.Value.Split(", ").Select(o => o.Split(' ')).Select(o => (Verb: o[0], Path: r.Key + "/" + o[1]))).ToList();
        Assert.Equal(75, all.Count);
        foreach (var (verb, path) in all)
        {
            Assert.NotEqual(404, (await books.SendAsync(verb, path, null)).Status);
            if (!path.EndsWith("/list"))
            {
                Assert.Equal(404, (await books.SendAsync(verb == "GET" ? "POST" : "GET", path, null)).Status);
            }
        }

        Assert.DoesNotContain(books.Server.Requests, r => r.Status >= 500);
    }

    [Theory]
    [InlineData("clients/list", "{\"name\":{}}")]
    [InlineData("articles/list", "{\"name\":{}}")]
    [InlineData("articles/list", "{\"fields\":\"id\"}")]
    [InlineData("articles/list", "{\"fields\":{\"a\":\"id\"}}")]
    [InlineData("invoices/list", "{\"created_from\":{\"a\":1}}")]
    [InlineData("invoices/create", "{\"Invoice\":{\"client_id\":2001,\"created\":\"9999-12-31\"},\"Tasks\":[]}")]
    [InlineData("invoices/create", "{\"Invoice\":{\"client_id\":2001},\"Tasks\":[{\"Task\":{\"amount\":1e20,\"price_per_unit\":1e20}}]}")]
    [InlineData("invoices/create", "{\"Invoice\":{\"client_id\":2001},\"Tasks\":[null,5,[]]}")]
    [InlineData("invoices/create", "{\"Invoice\":{\"client_id\":99999999999999999999},\"Tasks\":{}}")]
    [InlineData("clients/create", "{\"Client\":{\"name\":\"A\",\"client_settings_due_days\":2147483648}}")]
    [InlineData("incomings/create", "{\"Incoming\":{\"income_sum\":1,\"income_date\":\"2026-01-01\"},\"invoice_id\":{\"a\":1}}")]
    [InlineData("incomings/invoice_paid", "{\"incoming_id\":[],\"invoice_id\":{},\"full_cover\":[]}")]
    [InlineData("invoices/create_from_xml", "{\"xml\":{\"a\":1}}")]
    [InlineData("articles/remnant/81", "{\"date\":{}}")]
    public async Task NonsenseNeverBreaksTheServer(string path, string body)
    {
        using var books = new Books();
        var answer = await books.SendAsync(path.EndsWith("/list") ? "GET" : "POST", path, Books.Json(body), ("X-Input-Format", "JSON"));
        Assert.InRange(answer.Status, 200, 400);
        Assert.Equal(answer.Status, (int)answer.Json["status"]!);
    }
}

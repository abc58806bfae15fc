using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxSimplBooks;

public sealed class CrudTests
{
    public static IEnumerable<object[]> Categories => Bodies.All.Select(b => new object[] { b.Category });

    [Theory]
    [MemberData(nameof(Categories))]
    public async Task ARecordLivesFromCreateToDelete(string category)
    {
        using var books = new Books();
        var (_, model, make, field, value) = Bodies.All.Single(b => b.Category == category);
        var body = await make(books);
        var before = (await books.ListAsync(category)).Count;

        var created = await books.PostAsync(category + "/create", body);
        Assert.Equal((200, "status duration inserted_id response"), (created.Status, created.Keys));
        var id = created.Id;
        Assert.Equal(before + 1, (await books.ListAsync(category)).Count);

        var got = await books.ReadAsync(category, id);
        foreach (var sent in ((JObject)body[model]!).Properties().Where(p => p.Name != "financial_account_id"))
        {
            Assert.Equal(Plain(sent.Value), Plain(got[model]![sent.Name]!));
        }

        var updated = await books.PostAsync(category + "/update", new JObject { [model] = new JObject { ["id"] = id, [field] = value } });
        Assert.Equal((200, id), (updated.Status, updated.Id));
        Assert.Equal(created.Keys, updated.Keys);
        var changed = await books.ReadAsync(category, id);
        Assert.Equal(Plain(value), Plain(changed[model]![field]!));
        changed[model]![field] = got[model]![field];
        Assert.Equal(got.ToString(), changed.ToString());

        var deleted = await books.PostAsync($"{category}/delete/{id}");
        Assert.Equal((200, "status duration inserted_id"), (deleted.Status, deleted.Keys));
        Assert.Equal(400, (await books.GetAsync($"{category}/get/{id}")).Status);
        Assert.Equal(before, (await books.ListAsync(category)).Count);
    }

    [Theory]
    [MemberData(nameof(Categories))]
    public async Task AMissingRecordGives400NeverA404(string category)
    {
        using var books = new Books();
        var model = Bodies.All.Single(b => b.Category == category).Model;
        var answers = new[]
        {
            await books.GetAsync(category + "/get/999999"),
            await books.GetAsync(category + "/get/abc"),
            await books.PostAsync(category + "/delete/999999"),
            await books.PostAsync(category + "/update", new JObject { [model] = new JObject { ["id"] = 999999 } }),
            await books.PostAsync(category + "/update", new JObject { [model] = new JObject() }),
        };
        Assert.All(answers, a => Assert.Equal((400, 0L), (a.Status, a.Id)));
        Assert.All(answers, a => Assert.Contains("does not exist", a.Errors));
    }

    [Theory]
    [MemberData(nameof(Categories))]
    public async Task ABodyWithoutItsModelIsRefused(string category)
    {
        using var books = new Books();
        var before = (await books.ListAsync(category)).Count;
        Assert.Equal(400, (await books.PostAsync(category + "/create", new { Other = new { name = "x" } })).Status);
        Assert.Equal(400, (await books.PostAsync(category + "/create")).Status);
        Assert.Equal(before, (await books.ListAsync(category)).Count);
    }

    [Fact]
    public async Task AllThatIsWrongIsSaidAtOnce()
    {
        using var books = new Books();
        var body = Bodies.Invoice(4711);
        body["Invoice"]!["created"] = "01.07.2026";
        body["Tasks"]![0]!["Task"]!["amount"] = "zehn";
        var answer = await books.PostAsync("invoices/create", body);
        Assert.Equal(400, answer.Status);
        Assert.Equal(3, answer.Json["errors"]!.Count());
    }

    [Theory]
    [InlineData("articles", "{'Article':{'name':'A','price_per_unit':'1,5'}}")]
    [InlineData("articles", "{'Article':{'name':'A','active':'jah'}}")]
    [InlineData("articles", "{'Article':{'name':'A','markup_type':'double'}}")]
    [InlineData("articles", "{'Article':{'name':['A']}}")]
    [InlineData("articles", "{'Article':{'name':''}}")]
    [InlineData("clients", "{'Client':{'name':'A','client_settings_due_days':1.5}}")]
    [InlineData("clients", "{'Client':{'name':'A','client_settings_sales_vat_type_id':999}}")]
    [InlineData("purchases", "{'Purchase':{'client_id':2001,'file_contents':'***'}}")]
    [InlineData("purchases", "{'Purchase':{'client_id':2001},'PurchaseRows':'none'}")]
    [InlineData("invoices", "{'Invoice':{'client_id':2001}}")]
    [InlineData("invoices", "{'Invoice':{'client_id':2001},'Tasks':[{'name':'bare'}]}")]
    [InlineData("invoices", "{'Invoice':{'client_id':2001},'Tasks':[{'Task':{'name':'A','amount':1,'price_per_unit':1}}]}")]
    [InlineData("invoices", "{'Invoice':{'client_id':2001},'Tasks':[{'Task':{'amount':1,'price_per_unit':1,'vat_type_id':3}}]}")]
    [InlineData("tasks", "{'Task':{'name':'A','amount':1,'price_per_unit':1,'vat_type_id':3},'Projects':[{'name':'P'}]}")]
    public async Task BadInputIsRefused(string category, string body)
    {
        using var books = new Books();
        var answer = await books.PostAsync(category + "/create", body.Replace('\'', '"'));
        Assert.Equal((400, "status duration inserted_id errors"), (answer.Status, answer.Keys));
    }

    [Theory]
    [InlineData("clients", "invoices")]
    [InlineData("articles", "invoices")]
    [InlineData("warehouses", "invoices")]
    public async Task WhatIsInUseIsNotDeleted(string category, string user)
    {
        using var books = new Books();
        var id = (long)(await books.ListAsync(category))[0]["id"]!;
        var answer = await books.PostAsync($"{category}/delete/{id}");
        Assert.Equal(400, answer.Status);
        Assert.Contains("in use", answer.Errors);
        Assert.NotEmpty(await books.ListAsync(user));
        Assert.Equal(200, (await books.GetAsync($"{category}/get/{id}")).Status);
    }

    /// <summary>Numbers and flags come in more than one form.</summary>
    private static string Plain(JToken value) => value.Type switch
    {
        JTokenType.Boolean => (bool)value ? "1" : "0",
        JTokenType.Integer or JTokenType.Float => ((decimal)value).ToString("0.####"),
        _ => value.ToString(),
    };
}

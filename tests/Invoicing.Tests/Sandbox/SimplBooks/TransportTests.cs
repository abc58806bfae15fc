using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxSimplBooks;

public sealed class TransportTests
{
    private static readonly (string, string) Json = ("X-Input-Format", "JSON");

    [Fact]
    public async Task AJsonBodyWithoutItsHeaderIsNotNoticed()
    {
        using var books = new Books();
        var body = new { per_page = 3 };
        Assert.Equal(10, (await books.SendAsync("GET", "clients/list", Books.Json(body))).Data.Count());
        Assert.Equal(10, (await books.SendAsync("POST", "clients/list", Books.Json(body))).Data.Count());
        Assert.Equal(3, (await books.SendAsync("GET", "clients/list", Books.Json(body), Json)).Data.Count());
        Assert.Equal(400, (await books.SendAsync("POST", "clients/create", Books.Json(new { Client = new { name = "A" } }))).Status);
    }

    [Fact]
    public async Task AFormInTheBodyOfAGetIsNotNoticed()
    {
        using var books = new Books();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["per_page"] = "3" });
        Assert.Equal(10, (await books.SendAsync("GET", "clients/list", form)).Data.Count());
    }

    [Fact]
    public async Task AListMayBeAskedForByForm()
    {
        using var books = new Books();
        Assert.Equal(3, (await books.FormAsync("clients/list", ("per_page", "3"), ("page", "2"))).Data.Count());
        var some = await books.FormAsync("articles/list", ("fields[]", "id"), ("fields[]", "code"));
        Assert.All(some.Data, item => Assert.Equal(2, item["Article"]!.Count()));
    }

    [Theory]
    [InlineData("GetBody", 3, 10, 10, 10, 404)]
    [InlineData("PostForm", 10, 3, 10, 10, 200)]
    [InlineData("PostJson", 10, 10, 3, 10, 200)]
    [InlineData("Query", 10, 10, 10, 3, 404)]
    [InlineData("GetBody PostForm PostJson Query", 3, 3, 3, 3, 200)]
    public async Task WhichWaysAListTakesAreSettings(string ways, int body, int form, int json, int query, int post)
    {
        var all = new[] { "GetBody", "PostForm", "PostJson", "Query" };
        using var books = Books.With(all.Select(way => ("ListsBy" + way, (object)ways.Contains(way))).ToArray());
        static async Task<int> CountAsync(Task<Answer> asking) => await asking is { Status: 200 } answer ? answer.Data.Count() : 10;
        Assert.Equal(body, await CountAsync(books.GetAsync("clients/list", new { per_page = 3 })));
        Assert.Equal(form, await CountAsync(books.FormAsync("clients/list", ("per_page", "3"))));
        Assert.Equal(json, await CountAsync(books.PostAsync("clients/list", new { per_page = 3 })));
        Assert.Equal(query, await CountAsync(books.GetAsync("clients/list?per_page=3")));
        Assert.Equal(post, (await books.FormAsync("clients/list")).Status);
    }

    [Theory]
    [InlineData("NoSuchSetting", "x")]
    [InlineData("ListsByQuery", "maybe")]
    [InlineData("EmptyList", "")]
    public void OtherSettingsAreRefused(string name, string value) =>
        Assert.Throws<ArgumentException>(() => Books.With((name, value)));

    [Fact]
    public async Task AFormCreatesDocumentsWithRows()
    {
        using var books = new Books();
        var client = await Bodies.ClientAsync(books);
        var answer = await books.FormAsync(
            "invoices/create",
            ("Invoice[client_id]", client.ToString()),
            ("Invoice[row_sum_with_vat]", "1"),
            ("Invoice[sent]", "0000-00-00"),
            ("Tasks[0][Task][name]", "Küünal & õli"),
            ("Tasks[0][Task][amount]", "2"),
            ("Tasks[0][Task][price_per_unit]", "12.40"),
            ("Tasks[0][Task][vat_type_id]", "3"),
            ("Tasks[0][Projects][0][code]", "P-1"),
            ("Tasks[1][Task][name]", "Karp"),
            ("Tasks[1][Task][amount]", "1"),
            ("Tasks[1][Task][price_per_unit]", "1"),
            ("Tasks[1][Task][vat]", "9"));
        Assert.Equal(200, answer.Status);
        var data = await books.ReadAsync("invoices", answer.Id);
        Assert.Equal(new[] { "Küünal & õli", "Karp" }, data["Task"]!.Select(t => (string)t["name"]!));
        Assert.Equal(25.8m, (decimal)data["Invoice"]!["total_sum"]!);
    }

    [Fact]
    public async Task AMultipartFormIsAFormToo()
    {
        using var books = new Books();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("Lõkke OÜ"), "Client[name]" },
            { new StringContent("EE"), "Client[address_country]" },
        };
        var answer = await books.SendAsync("POST", "clients/create", form);
        Assert.Equal(200, answer.Status);
        Assert.Equal("Lõkke OÜ", (string)(await books.ReadAsync("clients", answer.Id))["Client"]!["name"]!);
    }

    [Theory]
    [InlineData("X-Input-Format", "CSV", 400)]
    [InlineData("X-Input-Format", "JsOn", 200)]
    [InlineData("X-Output-Format", "json", 200)]
    [InlineData("X-Output-Format", "Screen", 501)]
    public async Task FormatsAreNamedInAnyCase(string header, string value, int status)
    {
        using var books = new Books();
        Assert.Equal(status, (await books.SendAsync("GET", "clients/list", null, (header, value))).Status);
    }

    [Fact]
    public async Task EveryAnswerBringsItsStatusAndDurationAndSomeNumbersAsText()
    {
        using var books = Books.With(("TextNumbers", true));
        var answers = new List<Answer>();
        for (var i = 0; i < 6; i++)
        {
            answers.Add(await books.PostAsync("clients/create", new { Client = new { name = "Klient " + i } }));
        }

        Assert.All(answers, a => Assert.InRange((decimal)a.Json["duration"]!, 0.001m, 1m));
        Assert.Equal(2, answers.Count(a => a.Json["duration"]!.Type == JTokenType.String));
        Assert.Equal(2, answers.Count(a => a.Json["inserted_id"]!.Type == JTokenType.String));
        Assert.Equal(6, answers.Select(a => a.Id).Distinct().Count());
    }
}

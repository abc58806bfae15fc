using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Invoicing.Engine.Fields;
using Invoicing.Providers.SalenGo;
using Invoicing.Tests.Support;
using Newtonsoft.Json.Linq;
using Xunit;
using Evidence = Invoicing.Engine.Fields.Evidence;
using Table = Invoicing.Providers.SalenGo.SalenGoEndpoints;

namespace Invoicing.Tests.ConnectorsSalenGo;

/// <summary>
/// Every operation over real HTTP, in each dispatch style with each placement of the token (docs/facts/salengo.md#calls, #authentication).
/// </summary>
public sealed class OperationTests
{
    private static readonly string[] Styles = ["path", "envelope"];
    private static readonly string[] Placements = ["basic", "bearer", "body", "query"];

    public static TheoryData<string, string, string> Shapes
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (string method in Table.All.Keys)
            {
                foreach (string style in Styles)
                {
                    foreach (string placement in Placements)
                    {
                        data.Add(method, style, placement);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task IsSentAsTheSheetSays(string method, string style, string placement)
    {
        OperationCase one = OperationCases.All[method];
        using var rig = new SalenGoRig($"DispatchStyle={style}", $"TokenPlacement={placement}").Then(one.Answers);

        await one.Run(rig);

        Assert.Equal(one.Answers.Length, rig.Server.Calls.Count);
        Call call = rig.Server.Calls[one.Skip];
        Assert.Equal("POST", call.Method);
        Assert.Equal("application/json; charset=utf-8", call.Headers["Content-Type"]);
        Assert.Equal("application/json", call.Headers["Accept"]);
        Assert.Equal(style == "path" ? "/api/" + Table.All[method].Path : "/api/", call.Path);
        JObject members = Members(call, style, method);
        CheckToken(call, members, placement);
        members.Remove("token");
        Assert.True(JToken.DeepEquals(Sorted(JObject.Parse(one.Members)), Sorted(members)), $"{members} instead of {one.Members}");
    }

    public static TheoryData<string> Methods => [.. Table.All.Keys];

    /// <summary>A page of a maintenance server or a firewall: nothing was read, and whether anything was done is not known.</summary>
    [Theory]
    [MemberData(nameof(Methods))]
    public async Task DoesNotTakeAWebPageForItsAnswer(string method)
    {
        OperationCase one = OperationCases.All[method];
        using SalenGoRig rig = new SalenGoRig().Then(one.Answers.Take(one.Skip).ToArray());
        rig.Server.Otherwise(call => call.Path.EndsWith(Table.All[method].Path, StringComparison.Ordinal)
            ? Answer.Text("text/html", "<html><body>Back soon.</body></html>")
            : Answer.Json(SalenGoRig.Ok()));

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => one.Run(rig));

        bool isRead = method.EndsWith("/get", StringComparison.Ordinal) || method.EndsWith("/list", StringComparison.Ordinal);
        Assert.Equal(isRead ? ErrorKind.UnexpectedAnswer : ErrorKind.OutcomeUnknown, fault.Kind);
    }

    [Fact]
    public void HasACaseForEachOperation() => Assert.Equal(Table.All.Keys.Order(), OperationCases.All.Keys.Order());

    [Fact]
    public void StandsInTheDocumentation()
    {
        string page = File.ReadAllText(Path.Combine(Root(), "docs/providers/salengo.md"));
        var rows = Regex.Matches(page, @"^\| POST \| `([^`]+)` \| ([\w/]+) \| (.+) \| ([^|]+) \|$", RegexOptions.Multiline)
            .Select(row => (Path: row.Groups[1].Value, Name: row.Groups[2].Value, Official: row.Groups[4].Value.StartsWith("official"), Cmdlet: row.Groups[3].Value))
            .ToList();
        Assert.Equal(
            Table.All.Values.Select(row => ($"/api/{row.Path}", row.Name!, row.Mark == Evidence.Official)).OrderBy(row => row.Item2),
            rows.Select(row => (row.Path, row.Name, row.Official)).OrderBy(row => row.Name));
        Assert.All(rows, row => Assert.Contains("-Invoice", row.Cmdlet));
    }

    [Fact]
    public void ItsFieldsStandInTheDocumentation()
    {
        string page = File.ReadAllText(Path.Combine(Root(), "docs/providers/salengo.md"));
        var rows = Regex.Matches(page, @"^\| `(\w+\.\w+)` \| `(\w+)`.* \| (\w+) \|$", RegexOptions.Multiline)
            .Select(row => (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value == "official"));
        SalenGoMaps maps = SalenGoMaps.Default;
        var fields = Fields(maps.Client).Concat(Fields(maps.Party)).Concat(Fields(maps.Person)).Concat(Fields(maps.Line)).Concat(Fields(maps.Invoice))
            .Concat(Fields(maps.Recurring)).Concat(Fields(maps.Payment)).Concat(Fields(maps.Expense)).Concat(Fields(maps.Item)).Concat(Fields(maps.Tax))
            .Concat(Fields(maps.Category)).Concat(Fields(maps.Webhook)).Concat(Fields(maps.Filter)).Concat(Fields(maps.Page));

        Assert.Equal(fields.Distinct().Order(), rows.Order());
    }

    [Fact]
    public void ItsSettingsStandInTheDocumentation()
    {
        string page = File.ReadAllText(Path.Combine(Root(), "docs/providers/salengo.md"));

        Assert.All(
            InvoiceProvider.Get("SalenGo").Settings.Where(setting => setting.Values.Count > 0),
            setting => Assert.Contains($"| `{setting.Name}` | {string.Join(", ", setting.Values.Select(value => $"`{value}`"))} | `{setting.Default}` |", page));
    }

    private static IEnumerable<(string Property, string Name, bool IsOfficial)> Fields<T>(FieldMap<T> map)
        where T : class, new() => map.Select(row => ($"{typeof(T).Name}.{row.Property}", row.Name, row.Mark == Evidence.Official));

    private static JObject Members(Call call, string style, string method)
    {
        if (style == "path")
        {
            return call.Json;
        }

        var request = (JObject)Assert.Single(call.Json.Properties()).Value;
        Assert.Equal("request", ((JProperty)request.Parent!).Name);
        Assert.Equal(method, (string?)request["method"]);
        request.Remove("method");
        return request;
    }

    private static void CheckToken(Call call, JObject members, string placement)
    {
        string? header = call.Headers.GetValueOrDefault("Authorization");
        Assert.Equal(
            placement switch
            {
                "basic" => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Rig.Key + ":X")),
                "bearer" => "Bearer " + Rig.Key,
                _ => null,
            },
            header);
        Assert.Equal(placement == "body" ? Rig.Key : null, (string?)members["token"]);
        Assert.Equal(placement == "query" ? Rig.Key : null, call.Value("token"));
    }

    /// <summary>The order of members means nothing, and 60.00 is 60.</summary>
    private static JToken Sorted(JToken token) => token switch
    {
        JObject source => new JObject(source.Properties().OrderBy(property => property.Name).Select(property => new JProperty(property.Name, Sorted(property.Value)))),
        JArray source => new JArray(source.Select(Sorted)),
        JValue { Type: JTokenType.Integer or JTokenType.Float } number => new JValue((double)number),
        _ => token,
    };

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Invoicing.psd1")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}

using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Fidelity;

/// <summary>
/// Small invented answers in every shape that recordings and descriptions showed (the folder Answers), read over HTTP and compared field by
/// field: each value of an answer is named in its file with the place where the record must have it, so nothing can be lost.
/// </summary>
public class RecordedAnswerTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(ThisFile())!, "Answers");

    /// <summary>Reads of one record, or of the first row of a list, by its kind and its identifier; <c>null</c> for a list.</summary>
    private static readonly Dictionary<string, Func<Rig, string?, string?, Task<InvoiceRecord>>> Readers = new()
    {
        ["Invoice"] = async (rig, id, type) => id is null
            ? await FirstAsync<Invoice>(rig)
            : await rig.Use<IInvoiceReader>().GetAsync(type is null ? InvoiceType.Invoice : Enum.Parse<InvoiceType>(type), id),
        ["Payment"] = async (rig, id, _) => id is null
            ? (await rig.Use<IPaymentReader>().List(new ListQuery()).FirstOrDefaultAsync())!
            : await rig.Use<IPaymentReader>().GetAsync(id),
        ["Client"] = ReadAsync<Client>,
        ["Item"] = ReadAsync<Item>,
        ["Tax"] = ReadAsync<Tax>,
        ["Sequence"] = ReadAsync<Sequence>,
        ["Purchase"] = ReadAsync<Purchase>,
        ["Warehouse"] = ReadAsync<Warehouse>,
        ["InvoiceTask"] = ReadAsync<InvoiceTask>,
        ["ClientNote"] = ReadAsync<ClientNote>,
        ["Expense"] = ReadAsync<Expense>,
        ["Recurring"] = ReadAsync<Recurring>,
    };

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file)!).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Nothing_of_an_answer_is_lost(string file)
    {
        using var text = new JsonTextReader(new StreamReader(Path.Combine(Folder, file))) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        var recorded = JObject.Load(text);
        string provider = (string)recorded["provider"]!;
        using Rig rig = Dialect.Connect(provider);
        bool isList = (bool?)recorded["list"] ?? false;
        rig.Server.Then(provider == "SimplBooks" ? (string?)recorded["envelope"] is { } envelope
            ? envelope.Replace("DATA", recorded["answer"]!.ToString())
            : $$"""{"status":200,"data":{{recorded["answer"]}}}""" : recorded["answer"]!.ToString());
        if (isList && Dialect.All[provider].IsPagedUntilEmpty)
        {
            rig.Server.Then(Dialect.All[provider].List([]));
        }

        string id = ((JObject)recorded["fields"]!).PropertyValues().Select(field => (string)field!)
            .FirstOrDefault(field => field.StartsWith("Id=", StringComparison.Ordinal))?[3..] ?? "71";
        InvoiceRecord record = await Readers[(string)recorded["record"]!](rig, isList ? null : id, (string?)recorded["type"]);

        var fields = (JObject)recorded["fields"]!;
        JToken content = (string?)recorded["content"] is { } place ? recorded["answer"]!.SelectToken(place)!
            : provider == "SimplBooks" ? recorded["answer"]!
            : Content(recorded["answer"]!);
        string prefix = content.Path.Length > 0 ? content.Path + "." : "";
        Assert.DoesNotContain(rig.Observer.Warnings, warning => (string?)recorded["warning"] is not { } said || !warning.Contains(said));
        Assert.Equal(
            fields.Properties().Select(field => field.Name).Order(StringComparer.Ordinal),
            ((JContainer)content).Descendants().OfType<JValue>().Select(value => value.Path[prefix.Length..]).Order(StringComparer.Ordinal));
        Assert.All(fields.Properties(), field =>
        {
            string[] expected = ((string)field.Value!).Split('=', 2);
            Assert.Equal($"{field.Name}: {expected[1]}", $"{field.Name}: {Show(At(record, expected[0]))}");
        });
    }

    private static async Task<InvoiceRecord> ReadAsync<T>(Rig rig, string? id, string? type)
        where T : InvoiceRecord, new() => id is null ? await FirstAsync<T>(rig) : await rig.Use<IReader<T>>().GetAsync(id);

    private static async Task<T> FirstAsync<T>(Rig rig)
        where T : InvoiceRecord, new() => (await rig.Use<IReader<T>>().List(new ListQuery()).FirstOrDefaultAsync())!;

    /// <summary>The record in what is around it.</summary>
    private static JToken Content(JToken answer)
    {
        JToken inner = ((JObject)answer).Properties().First(property => property.Value is JObject).Value;
        return answer["response"] is null ? inner : Content(inner);
    }

    /// <summary>The value at a path of properties, indexes and names of extra fields.</summary>
    private static object? At(object? value, string path)
    {
        foreach (string part in path.Split('.'))
        {
            value = value switch
            {
                IDictionary<string, object?> map => map[part],
                IList list => list[int.Parse(part, CultureInfo.InvariantCulture)],
                null => null,
                _ => value.GetType().GetProperty(part)!.GetValue(value),
            };
        }

        return value;
    }

    private static string Show(object? value) => value is DateTime date ? date.ToString("s") : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

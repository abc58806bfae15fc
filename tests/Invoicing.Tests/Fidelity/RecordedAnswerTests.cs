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

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file)!).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Nothing_of_an_answer_is_lost(string file)
    {
        using var text = new JsonTextReader(new StreamReader(Path.Combine(Folder, file))) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        var recorded = JObject.Load(text);
        string provider = (string)recorded["provider"]!;
        using Rig rig = Dialect.Connect(provider);
        rig.Server.Then(provider == "SimplBooks" ? $$"""{"status":200,"data":{{recorded["answer"]}}}""" : recorded["answer"]!.ToString());

        string id = ((JObject)recorded["fields"]!).PropertyValues().Select(field => (string)field!).First(field => field.StartsWith("Id=", StringComparison.Ordinal))[3..];
        InvoiceRecord record = (string)recorded["record"]! == "Client"
            ? await rig.Use<IReader<Client>>().GetAsync(id)
            : await rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, id);

        var fields = (JObject)recorded["fields"]!;
        JToken content = provider == "SimplBooks" ? recorded["answer"]! : Content(recorded["answer"]!);
        string prefix = content.Path.Length > 0 ? content.Path + "." : "";
        Assert.Equal(
            fields.Properties().Select(field => field.Name).Order(StringComparer.Ordinal),
            ((JContainer)content).Descendants().OfType<JValue>().Select(value => value.Path[prefix.Length..]).Order(StringComparer.Ordinal));
        Assert.All(fields.Properties(), field =>
        {
            string[] expected = ((string)field.Value!).Split('=', 2);
            Assert.Equal($"{field.Name}: {expected[1]}", $"{field.Name}: {Show(At(record, expected[0]))}");
        });
    }

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

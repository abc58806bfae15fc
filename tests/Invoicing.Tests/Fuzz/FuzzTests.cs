using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Invoicing.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Invoicing.Tests.Fuzz;

/// <summary>
/// Spoilt answers over real HTTP: each ends in an error of ours or in an object with the very amounts that were sent. INVOICING_TEST_FUZZ
/// says how many answers (2,000 otherwise), INVOICING_TEST_SEED which ones (any otherwise; the output tells).
/// </summary>
public sealed class FuzzTests
{
    private const long MostMemory = 512L << 20;
    private const int MostShown = 20;
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(20);

    private readonly ITestOutputHelper _output;

    public FuzzTests(ITestOutputHelper output) => _output = output;

    public static TheoryData<string> Providers => [.. Probe.All.Keys];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task EverySpoiltAnswerIsAnErrorOrRight(string provider)
    {
        int count = Number("INVOICING_TEST_FUZZ") ?? 2000;
        int seed = Number("INVOICING_TEST_SEED") ?? Random.Shared.Next(100_000);
        var problems = new List<string>();
        var outcomes = new Dictionary<string, int>();
        long memory = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        var slowest = TimeSpan.Zero;
        for (int i = 0; i < count; i++)
        {
            var random = new Random(seed + i);
            Probe probe = Probe.All[provider][random.Next(Probe.All[provider].Count)];
            Mutation mutation = Mutation.Of(probe.Good, random);
            string about = $"{probe.Name}, {mutation.Name}, INVOICING_TEST_SEED={seed + i} INVOICING_TEST_FUZZ=1: {mutation.Text}";
            using var rig = new Rig();
            rig.Server.Otherwise(call => call.Path == "/taxes.json" && probe.Name != "taxes" ? Answer.Json(Connectors.Ix.Taxes) : mutation.Answer);
            var watch = Stopwatch.StartNew();
            Task<IEnumerable<Amount>> asking = probe.AskAsync(rig);
            Assert.True(await Task.WhenAny(asking, Task.Delay(LongestAnswer)) == asking, "It hangs: " + about);
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
            long taken = GC.GetTotalMemory(forceFullCollection: false) - memory;
            most = Math.Max(most, taken < MostMemory ? taken : GC.GetTotalMemory(forceFullCollection: true) - memory);
            Assert.True(most < MostMemory, $"It takes {most} bytes: {about}");
            string outcome = await OutcomeAsync(asking, probe, mutation, problem => problems.Add($"{problem}: {about}"));
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }

        _output.WriteLine($"{provider}, seed {seed}, {count} answers, slowest {slowest.TotalMilliseconds:0} ms, most memory {most >> 20} MB");
        _output.WriteLine(string.Join(", ", outcomes.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}")));
        Assert.True(problems.Count == 0, $"{problems.Count} of {count}:\n" + string.Join("\n", problems.Take(MostShown)));
        Assert.True(count < 1000 || outcomes.GetValueOrDefault("right") > 0);
    }

    private static async Task<string> OutcomeAsync(Task<IEnumerable<Amount>> asking, Probe probe, Mutation mutation, Action<string> complain)
    {
        try
        {
            Amount[] amounts = [.. await asking];
            JsonElement? sent = Parse(mutation.Text);
            JsonElement read = sent ?? Parse(probe.Good)!.Value;
            foreach (Amount amount in amounts)
            {
                decimal? want = Value(Find(read, amount.Place));
                if (amount.Value != want && (sent is not null || amount.Value is not null))
                {
                    complain(FormattableString.Invariant($"{amount.Place} is {amount.Value} and not {want}"));
                    return "wrong";
                }
            }

            return "right";
        }
        catch (InvoicingException fault)
        {
            NoKey.In(fault);
            return fault.Kind.ToString();
        }
        catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
        {
            complain($"{fault.GetType().Name} {fault.Message} {fault.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Invoicing"))}");
            return fault.GetType().Name;
        }
    }

    /// <summary>
    /// <c>null</c> for what is not quite JSON, such as a bare control character in a text: where the connector reads it all the same, an
    /// amount must be the good one, or missing.
    /// </summary>
    private static JsonElement? Parse(string? text)
    {
        try
        {
            return text is null ? null : JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 64 }).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Written anew, so that it does not share a mistake with what is tested.</summary>
    private static JsonElement? Find(JsonElement element, string place)
    {
        foreach (Match step in Regex.Matches(place, @"\[(\d+)\]|\.(\w+)"))
        {
            if (step.Groups[2].Success)
            {
                if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(step.Groups[2].Value, out element))
                {
                    return null;
                }

                continue;
            }

            int index = int.Parse(step.Groups[1].Value, CultureInfo.InvariantCulture);
            JsonElement[] items = element.ValueKind switch
            {
                JsonValueKind.Object => [.. element.EnumerateObject().Select(property => property.Value).Where(value => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)],
                JsonValueKind.Array => [.. element.EnumerateArray()],
                _ => [],
            };
            if (index >= items.Length)
            {
                return null;
            }

            element = items[index];
        }

        return element;
    }

    private static decimal? Value(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.Number } number => decimal.Parse(number.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture),
        { ValueKind: JsonValueKind.String } text when text.GetString() is { Length: > 0 } value => decimal.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}

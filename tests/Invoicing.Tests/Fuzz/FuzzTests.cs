using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Invoicing.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Invoicing.Tests.Fuzz;

/// <summary>
/// Spoilt answers over real HTTP: each ends in an error of ours or in an object with the very amounts that were sent. INVOICING_TEST_FUZZ
/// says how many answers of each provider (otherwise 2,000, which takes all four together some twenty seconds on two cores),
/// INVOICING_TEST_SEED which ones (see <see cref="TestSeed"/>).
/// </summary>
public sealed class FuzzTests
{
    private const int UsualCount = 2000;
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
        int count = Number("INVOICING_TEST_FUZZ") ?? UsualCount;
        int seed = TestSeed.Tell(_output);
        var problems = new List<string>();
        var outcomes = new Dictionary<string, int>();
        long memory = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        var slowest = TimeSpan.Zero;
        for (int i = 0; i < count; i++)
        {
            var random = new Random(seed + i);
            Probe probe = Probe.All[provider][random.Next(Probe.All[provider].Count)];
            var mutation = Mutation.Of(probe.Format, probe.Good, random);
            string about = $"{probe.Name}, {mutation.Name}, INVOICING_TEST_SEED={seed + i} INVOICING_TEST_FUZZ=1: {Shown(mutation)}";
            using Rig rig = probe.Connect();
            rig.Server.Otherwise(call => probe.Answer(call, mutation));
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
        Assert.True(count < UsualCount || outcomes.GetValueOrDefault("right") > 0);
    }

    private static async Task<string> OutcomeAsync(Task<IEnumerable<Amount>> asking, Probe probe, Mutation mutation, Action<string> complain)
    {
        try
        {
            Amount[] amounts = [.. await asking];
            Node? sent = mutation.Whole is { } body ? probe.Format.Read(body) : null;
            Node read = sent ?? probe.Format.Read(probe.Good);
            foreach (Amount amount in amounts.Where(amount => sent is not null || amount.Value is not null))
            {
                Node? there = read.Find(amount.Place);
                decimal? want = null;
                bool isAmount = there is null || there.TryGetAmount(out want);
                if (amount.Value != want || (!isAmount && !amount.IsGuess))
                {
                    complain(FormattableString.Invariant($"{amount.Place} is {amount.Value} and not {want ?? (object?)there}"));
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

    private static string Shown(Mutation mutation)
    {
        const int Most = 3000;
        return mutation.Whole is not { } body ? "" : Encoding.UTF8.GetString(body, 0, Math.Min(Most, body.Length));
    }

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Invoicing.Tests.Support;

namespace Invoicing.Tests.Fuzz;

/// <summary>A request whose answers are spoilt.</summary>
/// <param name="Name">What is asked for.</param>
/// <param name="Account">Who asks.</param>
/// <param name="Good">The good answer.</param>
/// <param name="AskAsync">Asks, and gives the amounts that came out by their place in the answer.</param>
internal sealed record Probe(string Name, RigAccount Account, string Good, Func<Rig, Task<IEnumerable<Amount>>> AskAsync)
{
    /// <summary>For each provider what is asked of it.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<Probe>> All =
        new[] { InvoiceXpressProbes.All, SimplBooksProbes.All, FacturagemProbes.All, SalenGoProbes.All }.ToDictionary(list => list[0].Account.Provider);

    public Format Format { get; init; } = Format.Json;

    /// <summary>Good answers to what is asked besides; <c>null</c> for what is answered with the spoilt one.</summary>
    public Func<Call, string?> Besides { get; init; } = _ => null;

    /// <summary>Makes the connector.</summary>
    public Func<Rig> Connect { get; init; } = () => new Rig(account: Account);

    /// <summary>
    /// What is asked for with amounts, often enough among all operations that the tests of a connector know. Of the latter it matters only that
    /// they end well.
    /// </summary>
    public static IReadOnlyList<Probe> Mixed(IReadOnlyList<Probe> amounts, IEnumerable<Probe> operations)
    {
        Probe[] others = [.. operations.Where(probe => Regex.IsMatch(probe.Good, "^\\s*[{\\[].*\":\\s*[\"\\d]", RegexOptions.Singleline))];
        return [.. Enumerable.Repeat(amounts, 1 + (others.Length / amounts.Count)).SelectMany(probes => probes), .. others];
    }

    /// <summary>For what holds no amounts.</summary>
    public static async Task<IEnumerable<Amount>> NoneAsync(Task asking)
    {
        await asking;
        return [];
    }

    public Answer Answer(Call call, Mutation mutation) =>
        Besides(call) is { } good ? Support.Answer.Text(Format.Type, good) : mutation.Answer;
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Invoicing.Tests.Journal;

/// <summary>
/// A series of documents through a proxy that loses, delays, doubles and swaps: each reference is made once, or is in doubt and named. After
/// the doubts are resolved and the series is run again, each is there exactly once.
/// </summary>
public sealed class DocumentSeriesTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(Series.Providers), MemberType = typeof(Series))]
    public async Task EachDocumentIsMadeOnceOrIsNamed(string provider)
    {
        using var folder = new Folder();
        using SandboxServer server = Series.Start(provider);
        var clock = new ScaledClock(Series.Speed);
        using var proxy = new FaultProxy(server.BaseUri, clock, TestSeed.Tell(output), Series.FaultsOf(provider));
        using InvoiceSession session = Series.Connect(server, proxy.BaseUri, clock, folder.Path);
        Client client = (await session.Clients.ListAsync().FirstOrDefaultAsync())!;
        string[] references = [.. Enumerable.Range(1, Series.Count).Select(number => $"SERIES-{number}")];

        Dictionary<string, ErrorKind> failed = await RunAsync();
        await proxy.SettleAsync();
        Dictionary<string, int> there = await Series.CountAsync(server);
        output.WriteLine(string.Join(", ", proxy.Changes.GroupBy(change => change.Fault).Select(group => $"{group.Key} {group.Count()}")));

        Assert.All(there, pair => Assert.Equal(1, pair.Value));
        Assert.All(failed.Values, kind => Assert.Contains(kind, new[] { ErrorKind.OutcomeUnknown, ErrorKind.RateLimitExceeded }));
        Assert.All(references.Where(reference => !failed.ContainsKey(reference)), reference => Assert.Contains(reference, there.Keys));
        string[] doubts = [.. session.GetJournal().Read().Where(entry => entry.IsInDoubt).Select(entry => entry.Reference!)];
        Assert.Equal(failed.Where(pair => pair.Value == ErrorKind.OutcomeUnknown).Select(pair => pair.Key).Order(), doubts.Distinct().Order());

        proxy.IsHealthy = true;
        foreach (JournalEntry entry in session.GetJournal().Read().Where(entry => entry.IsInDoubt))
        {
            JournalEntry resolved = await session.GetJournal().ResolveAsync(entry);
            Assert.Equal(there.ContainsKey(entry.Reference!) ? JournalOutcome.Done : JournalOutcome.Absent, resolved.Outcome);
        }

        Assert.Empty(await RunAsync());
        Assert.Equal(references.ToDictionary(reference => reference, _ => 1), await Series.CountAsync(server));
        Assert.True(session.GetJournal().Check().IsIntact, string.Join("\n", session.GetJournal().Check().Faults));

        Task<Dictionary<string, ErrorKind>> RunAsync() => Series.FaultsAsync(references, reference => Series.MakeAsync(session, provider, client, reference, default));
    }
}

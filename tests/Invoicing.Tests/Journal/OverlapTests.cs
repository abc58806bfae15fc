using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Invoicing.Tests.Journal;

/// <summary>Runs that overlap: a rerun at once, threads, and processes that share one journal.</summary>
public sealed class OverlapTests(ITestOutputHelper output)
{
    /// <summary>The same line again at once, from another session, while the first run's document still comes.</summary>
    [Theory]
    [MemberData(nameof(Series.Providers), MemberType = typeof(Series))]
    public async Task ARerunAtOnceFindsWhatLandsLate(string provider)
    {
        using var folder = new Folder();
        using SandboxServer server = Series.Start(provider);
        var clock = new ScaledClock(Series.Speed);
        using var proxy = new FaultProxy(server.BaseUri, clock, 3, ProxyFault.LateReset);
        using var stop = new CancellationTokenSource();
        using (InvoiceSession first = Series.Connect(server, proxy.BaseUri, clock, folder.Path))
        {
            Client client = (await first.Clients.ListAsync().FirstOrDefaultAsync())!;
            InvoicePlan plan = await Series.PlanAsync(first, provider, client, "LATE-1");
            Task<Invoice> making = plan.SendAsync(stop.Token);
            while (proxy.Changes.IsEmpty)
            {
                await Task.Delay(5);
            }

            stop.Cancel();
            Assert.NotNull(await Record.ExceptionAsync(() => making));
            Assert.True(Assert.Single(first.GetJournal().Read()).IsInDoubt);
        }

        proxy.IsHealthy = true;
        using InvoiceSession second = Series.Connect(server, proxy.BaseUri, clock, folder.Path);
        Client buyer = (await second.Clients.ListAsync().FirstOrDefaultAsync())!;
        await Series.MakeAsync(second, provider, buyer, "LATE-1", default);
        await proxy.SettleAsync();

        Assert.Equal(1, Assert.Single(await Series.CountAsync(server)).Value);
        Assert.DoesNotContain(second.GetJournal().Read(), entry => entry.IsInDoubt);
    }

    /// <summary>Eight threads and two sessions with one reference.</summary>
    [Theory]
    [MemberData(nameof(Series.Providers), MemberType = typeof(Series))]
    public async Task OneReferenceOfManyThreadsIsMadeOnce(string provider)
    {
        using var folder = new Folder();
        using SandboxServer server = Series.Start(provider);
        var clock = new ScaledClock(Series.Speed);
        using InvoiceSession one = Series.Connect(server, server.BaseUri, clock, folder.Path);
        using InvoiceSession other = Series.Connect(server, server.BaseUri, clock, folder.Path);
        Client client = (await one.Clients.ListAsync().FirstOrDefaultAsync())!;

        Invoice[] made = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            Task.Run(() => Series.MakeAsync(number % 2 == 0 ? one : other, provider, new Client { Id = client.Id, Name = client.Name }, "SAME-1", default))));

        Assert.Single(made.Select(invoice => invoice.Id).Distinct());
        Assert.Equal(1, Assert.Single(await Series.CountAsync(server)).Value);
    }

    /// <summary>
    /// Two processes on one file, as two scheduled tasks that overlap: each reference once, though one of them is killed and begins again.
    /// </summary>
    [Theory]
    [MemberData(nameof(Series.Providers), MemberType = typeof(Series))]
    public async Task TwoProcessesOnOneFileMakeEachDocumentOnce(string provider)
    {
        using var folder = new Folder();
        using SandboxServer server = Series.Start(provider);
        int kills = Math.Max(1, Series.Count / 400);
        using var one = SeriesProcess.Start(server, folder.Path, Series.Count);
        var other = SeriesProcess.Start(server, folder.Path, Series.Count);
        var random = new Random(TestSeed.Tell(output));
        for (int kill = 0; kill < kills; kill++)
        {
            int at = random.Next(2, Math.Max(3, Series.Count));
            while (!other.HasExited && server.Requests.Count(request => request.Method == "POST") < at * (kill + 1))
            {
                await Task.Delay(5);
            }

            other.Kill();
            other.Dispose();
            other = SeriesProcess.Start(server, folder.Path, Series.Count);
        }

        string[] said = [await one.EndAsync(), await other.EndAsync()];
        other.Dispose();

        Assert.All(said, text => Assert.Equal("", text));
        Assert.Equal(Enumerable.Range(1, Series.Count).Select(number => $"SERIES-{number}").ToDictionary(reference => reference, _ => 1), await Series.CountAsync(server));
        using InvoiceSession session = Series.Connect(server, server.BaseUri, new ScaledClock(Series.Speed), folder.Path);
        Assert.True(session.GetJournal().Check().IsIntact, string.Join("\n", session.GetJournal().Check().Faults));
        Assert.DoesNotContain(session.GetJournal().Read(), entry => entry.IsInDoubt);
    }
}

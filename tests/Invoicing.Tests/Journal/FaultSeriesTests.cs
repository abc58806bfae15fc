using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Invoicing.Tests.Journal;

/// <summary>
/// Series of documents through a proxy that loses, delays, doubles and swaps: each reference is made once, or is in doubt and named. After
/// the doubts are resolved and the series is run again, each is there exactly once. INVOICING_SERIES_COUNT makes the series longer.
/// </summary>
public sealed class FaultSeriesTests
{
    internal const int Speed = 30;
    private static readonly DateTimeOffset Day = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("INVOICING_SERIES_COUNT") ?? "10", CultureInfo.InvariantCulture);

    private static readonly ProxyFault[] Everywhere =
        [ProxyFault.None, ProxyFault.Slow, ProxyFault.LateReset, ProxyFault.LateError, ProxyFault.Cut, ProxyFault.Page, ProxyFault.Lost, ProxyFault.Absurd];

    /// <summary>
    /// What a provider without a key of ours makes of a request that is delivered twice, nobody can help.
    /// </summary>
    private static readonly Dictionary<string, (string Tax, ProxyFault[] Faults)> Habits = new()
    {
        ["InvoiceXpress"] = ("IVA23", [.. Everywhere, ProxyFault.Swapped, ProxyFault.Doubled]),
        ["SimplBooks"] = ("24", [.. Everywhere, ProxyFault.Swapped]),
        ["FACTURAgem"] = ("21", [.. Everywhere, ProxyFault.Swapped, ProxyFault.Doubled]),
        ["SalenGo"] = ("21", [.. Everywhere, ProxyFault.Swapped]),
    };

    private readonly ITestOutputHelper _output;

    public FaultSeriesTests(ITestOutputHelper output) => _output = output;

    public static TheoryData<string> Providers => [.. Habits.Keys];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task EachDocumentIsMadeOnceOrIsNamed(string provider)
    {
        using var folder = new Folder();
        using SandboxServer server = Start(provider);
        var clock = new ScaledClock(Speed);
        using var proxy = new FaultProxy(server.BaseUri, clock, TestSeed.Tell(_output), Habits[provider].Faults);
        using InvoiceSession session = Connect(server, proxy.BaseUri, clock, folder.Path);
        Client client = (await session.Clients.ListAsync().FirstOrDefaultAsync())!;
        string[] references = [.. Enumerable.Range(1, Count).Select(number => $"SERIES-{number}")];

        ConcurrentDictionary<string, ErrorKind> failed = await RunAsync(session, client, references);
        await proxy.SettleAsync();
        Dictionary<string, int> there = await CountAsync(server);
        _output.WriteLine(string.Join(", ", proxy.Changes.GroupBy(change => change.Fault).Select(group => $"{group.Key} {group.Count()}")));

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

        Assert.Empty(await RunAsync(session, client, references));
        Assert.Equal(references.ToDictionary(reference => reference, _ => 1), await CountAsync(server));
        Assert.True(session.GetJournal().Check().IsIntact, string.Join("\n", session.GetJournal().Check().Faults));

        async Task<ConcurrentDictionary<string, ErrorKind>> RunAsync(InvoiceSession through, Client buyer, IEnumerable<string> rows)
        {
            var faults = new ConcurrentDictionary<string, ErrorKind>();
            await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = 5 }, async (reference, cancel) =>
            {
                try
                {
                    await MakeAsync(through, provider, buyer, reference, cancel);
                }
                catch (InvoicingException fault)
                {
                    faults[reference] = fault.Kind;
                }
            });
            return faults;
        }
    }

    /// <summary>The same line again at once, from another session, while the first run's document still comes.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ARerunAtOnceFindsWhatLandsLate(string provider)
    {
        using var folder = new Folder();
        using SandboxServer server = Start(provider);
        var clock = new ScaledClock(Speed);
        using var proxy = new FaultProxy(server.BaseUri, clock, 3, ProxyFault.LateReset);
        using var stop = new CancellationTokenSource();
        using (InvoiceSession first = Connect(server, proxy.BaseUri, clock, folder.Path))
        {
            Client client = (await first.Clients.ListAsync().FirstOrDefaultAsync())!;
            InvoicePlan plan = await PlanAsync(first, provider, client, "LATE-1");
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
        using InvoiceSession second = Connect(server, proxy.BaseUri, clock, folder.Path);
        Client buyer = (await second.Clients.ListAsync().FirstOrDefaultAsync())!;
        await MakeAsync(second, provider, buyer, "LATE-1", default);
        await proxy.SettleAsync();

        Assert.Equal(1, Assert.Single(await CountAsync(server)).Value);
        Assert.DoesNotContain(second.GetJournal().Read(), entry => entry.IsInDoubt);
    }

    /// <summary>Eight threads and two sessions with one reference.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task OneReferenceOfManyThreadsIsMadeOnce(string provider)
    {
        using var folder = new Folder();
        using SandboxServer server = Start(provider);
        var clock = new ScaledClock(Speed);
        using InvoiceSession one = Connect(server, server.BaseUri, clock, folder.Path);
        using InvoiceSession other = Connect(server, server.BaseUri, clock, folder.Path);
        Client client = (await one.Clients.ListAsync().FirstOrDefaultAsync())!;

        Invoice[] made = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            Task.Run(() => MakeAsync(number % 2 == 0 ? one : other, provider, new Client { Id = client.Id, Name = client.Name }, "SAME-1", default))));

        Assert.Single(made.Select(invoice => invoice.Id).Distinct());
        Assert.Equal(1, Assert.Single(await CountAsync(server)).Value);
    }

    /// <summary>
    /// Two processes on one file, as two scheduled tasks that overlap: each reference once, though one of them is killed and begins again.
    /// </summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task TwoProcessesOnOneFileMakeEachDocumentOnce(string provider)
    {
        using var folder = new Folder();
        using SandboxServer server = Start(provider);
        int kills = Math.Max(1, Count / 400);
        using var one = SeriesProcess.Start(server, folder.Path, Count);
        var other = SeriesProcess.Start(server, folder.Path, Count);
        var random = new Random(TestSeed.Tell(_output));
        for (int kill = 0; kill < kills; kill++)
        {
            int at = random.Next(2, Math.Max(3, Count));
            while (!other.HasExited && server.Requests.Count(request => request.Method == "POST") < at * (kill + 1))
            {
                await Task.Delay(5);
            }

            other.Kill();
            other.Dispose();
            other = SeriesProcess.Start(server, folder.Path, Count);
        }

        string[] said = [await one.EndAsync(), await other.EndAsync()];
        other.Dispose();

        Assert.All(said, text => Assert.Equal("", text));
        Assert.Equal(Enumerable.Range(1, Count).Select(number => $"SERIES-{number}").ToDictionary(reference => reference, _ => 1), await CountAsync(server));
        using InvoiceSession session = Connect(server, server.BaseUri, new ScaledClock(Speed), folder.Path);
        Assert.True(session.GetJournal().Check().IsIntact, string.Join("\n", session.GetJournal().Check().Faults));
        Assert.DoesNotContain(session.GetJournal().Read(), entry => entry.IsInDoubt);
    }

    /// <summary>The same for payments: entered once, or in doubt and named.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task EachPaymentIsEnteredOnceOrIsNamed(string provider)
    {
        using var folder = new Folder();
        using SandboxServer server = Start(provider);
        var clock = new ScaledClock(Speed);
        using var proxy = new FaultProxy(server.BaseUri, clock, TestSeed.Tell(_output), Everywhere) { IsHealthy = true };
        using InvoiceSession session = Connect(server, proxy.BaseUri, clock, folder.Path);
        Client client = (await session.Clients.ListAsync().FirstOrDefaultAsync())!;
        var invoices = new List<Invoice>();
        for (int number = 1; number <= Count; number++)
        {
            Invoice made = await MakeAsync(session, provider, client, $"PAID-{number}", default);
            invoices.Add(made.State == InvoiceState.Draft ? await (await session.Invoices.PrepareCompleteAsync(made)).SendAsync() : made);
        }

        await proxy.SettleAsync();
        proxy.IsHealthy = false;
        await AssertOnceAsync(
            session,
            proxy,
            ChangeSubjects.Payment,
            invoices,
            async invoice => await (await session.Payments.PrepareAsync(invoice, PaymentOf(invoice))).SendAsync(),
            invoice => PaidAsync(server, invoice));

        Payment PaymentOf(Invoice invoice) => new() { Amount = 1 + invoices.IndexOf(invoice), Date = Day.Date, Method = PaymentMethod.BankTransfer };
    }

    /// <summary>The same for e-mails, where the provider sends them.</summary>
    [Theory]
    [InlineData("InvoiceXpress")]
    [InlineData("SalenGo")]
    public async Task EachEmailIsSentOnceOrIsNamed(string provider)
    {
        using var folder = new Folder();
        using SandboxServer server = Start(provider);
        var clock = new ScaledClock(Speed);
        using var proxy = new FaultProxy(server.BaseUri, clock, TestSeed.Tell(_output), Everywhere) { IsHealthy = true };
        using InvoiceSession session = Connect(server, proxy.BaseUri, clock, folder.Path);
        Client client = (await session.Clients.ListAsync().FirstOrDefaultAsync())!;
        var invoices = new List<Invoice>();
        for (int number = 1; number <= Count; number++)
        {
            Invoice made = await MakeAsync(session, provider, client, $"SENT-{number}", default);
            invoices.Add(made.State == InvoiceState.Draft && provider == "InvoiceXpress" ? await (await session.Invoices.PrepareCompleteAsync(made)).SendAsync() : made);
        }

        await proxy.SettleAsync();
        proxy.IsHealthy = false;
        await AssertOnceAsync(
            session,
            proxy,
            ChangeSubjects.Email,
            invoices,
            async invoice => await (await session.Invoices.PrepareSendAsync(invoice, new EmailMessage { To = provider == "SalenGo" ? null : "somebody@example.com" })).SendAsync(),
            invoice => Task.FromResult(server.Emails.Count(mail => mail.DocumentId.ToString(CultureInfo.InvariantCulture) == invoice.Id)));
    }

    /// <summary>
    /// A run through faults makes nothing twice and names what it does not know. The doubts are resolved, by the provider's answer or by a
    /// person's look, and what is missing is made: then each is there exactly once.
    /// </summary>
    private async Task AssertOnceAsync(
        InvoiceSession session, FaultProxy proxy, string kind, List<Invoice> invoices, Func<Invoice, Task> make, Func<Invoice, Task<int>> count)
    {
        Dictionary<Invoice, ErrorKind> failed = await RunAsync(invoices);
        await proxy.SettleAsync();
        _output.WriteLine(string.Join(", ", proxy.Changes.GroupBy(change => change.Fault).Select(group => $"{group.Key} {group.Count()}")));
        foreach (Invoice invoice in invoices)
        {
            int there = await count(invoice);
            Assert.InRange(there, 0, 1);
            Assert.True(there == 1 || failed.ContainsKey(invoice), $"{invoice} is not there and nobody said so.");
        }

        Assert.All(failed.Values, kind => Assert.Contains(kind, new[] { ErrorKind.OutcomeUnknown, ErrorKind.RateLimitExceeded }));
        List<JournalEntry> doubts = [.. session.GetJournal().Read().Where(entry => entry.IsInDoubt)];
        Assert.All(doubts, entry => Assert.Equal(kind, entry.Kind));
        Assert.Equal(
            failed.Where(pair => pair.Value == ErrorKind.OutcomeUnknown).Select(pair => pair.Key.Id).Order(),
            doubts.Select(entry => entry.DocumentId).Order());

        proxy.IsHealthy = true;
        foreach (JournalEntry entry in doubts)
        {
            int there = await count(invoices.Single(invoice => invoice.Id == entry.DocumentId));
            JournalEntry resolved = await session.GetJournal().ResolveAsync(entry);
            if (resolved.IsInDoubt)
            {
                // The provider does not list them, so a person looks.
                resolved = session.GetJournal().Resolve(entry, isDone: there == 1);
            }

            Assert.Equal(there == 1 ? JournalOutcome.Done : JournalOutcome.Absent, resolved.Outcome);
        }

        HashSet<string?> done = [.. session.GetJournal().Read().Where(entry => entry.Kind == kind && entry.Outcome == JournalOutcome.Done).Select(entry => entry.DocumentId)];
        Assert.Empty(await RunAsync(invoices.Where(invoice => !done.Contains(invoice.Id))));
        foreach (Invoice invoice in invoices)
        {
            Assert.Equal(1, await count(invoice));
        }

        async Task<Dictionary<Invoice, ErrorKind>> RunAsync(IEnumerable<Invoice> rows)
        {
            var faults = new ConcurrentDictionary<Invoice, ErrorKind>();
            await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = 5 }, async (invoice, _) =>
            {
                try
                {
                    await make(invoice);
                }
                catch (InvoicingException fault)
                {
                    faults[invoice] = fault.Kind;
                }
            });
            return new Dictionary<Invoice, ErrorKind>(faults);
        }
    }

    /// <summary>The payments of an invoice at the server. FACTURAgem does not list them: there, the requests that it took count.</summary>
    private static async Task<int> PaidAsync(SandboxServer server, Invoice invoice)
    {
        using InvoiceSession session = Connect(server, server.BaseUri, new ScaledClock(Speed), null);
        return session.Provider.Can(typeof(IPaymentReader))
            ? (await session.Payments.GetForAsync(invoice)).Count
            : server.Requests.Count(request => request.Method == "POST" && request.Status is >= 200 and < 300
                && request.Path.Contains("payments", StringComparison.Ordinal) && request.Path.Contains($"/{invoice.Id}/", StringComparison.Ordinal));
    }

    private static SandboxServer Start(string provider) => SandboxServer.Start(new SandboxOptions
    {
        Provider = provider,
        ClientCount = 2,
        InvoiceCount = 0,
        RequestsPerMinute = 0,
        Now = () => Day,
    });

    private static InvoiceSession Connect(SandboxServer server, Uri address, ScaledClock clock, string? folder) => InvoiceSession.Connect(new ConnectOptions
    {
        Provider = server.Provider,
        Account = server.Account,
        ApiKey = Rig.Secret(server.ApiKey),
        BaseUri = address,
        IsSandbox = true,
        RequestsPerMinute = 0,
        RequestsPerDay = 0,
        StatePath = folder,
        Clock = clock,
        Timeout = TimeSpan.FromSeconds(20),
    });

    private static Task<InvoicePlan> PlanAsync(InvoiceSession session, string provider, Client client, string reference) => session.Invoices.PrepareAsync(
        new Invoice
        {
            Reference = reference,
            Client = client,
            Date = Day.Date,
            Lines = [new InvoiceLine { Name = "Work", Description = "March", Quantity = 2, UnitPrice = 10, Tax = Habits[provider].Tax }],
        },
        new InvoiceOptions { SkipExisting = true });

    internal static async Task<Invoice> MakeAsync(InvoiceSession session, string provider, Client client, string reference, CancellationToken cancel) =>
        await (await PlanAsync(session, provider, client, reference)).SendAsync(cancel);

    private static async Task<Dictionary<string, int>> CountAsync(SandboxServer server)
    {
        using InvoiceSession session = Connect(server, server.BaseUri, new ScaledClock(Speed), null);
        List<Invoice> all = await session.Invoices.ListAsync(new InvoiceQuery { Detailed = true }).ToListAsync();
        return all.Where(invoice => invoice.Reference is not null).GroupBy(invoice => invoice.Reference!).ToDictionary(group => group.Key, group => group.Count());
    }
}

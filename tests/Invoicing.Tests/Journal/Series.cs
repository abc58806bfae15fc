using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Journal;

/// <summary>Sandboxes, sessions and documents for the tests of series. INVOICING_SERIES_COUNT makes the series longer.</summary>
internal static class Series
{
    /// <summary>Time goes so much faster.</summary>
    public const int Speed = 30;

    public static readonly DateTimeOffset Day = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    public static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("INVOICING_SERIES_COUNT") ?? "200", CultureInfo.InvariantCulture);

    public static readonly ProxyFault[] FaultsEverywhere =
        [ProxyFault.None, ProxyFault.Slow, ProxyFault.LateReset, ProxyFault.LateError, ProxyFault.Cut, ProxyFault.Page, ProxyFault.Lost, ProxyFault.Absurd];

    /// <summary>
    /// The tax and the faults of each provider. Nobody can help what one without a key of ours makes of a request that is delivered twice.
    /// </summary>
    private static readonly Dictionary<string, (string Tax, ProxyFault[] Faults)> Habits = new()
    {
        ["InvoiceXpress"] = ("IVA23", [.. FaultsEverywhere, ProxyFault.Swapped, ProxyFault.Doubled]),
        ["SimplBooks"] = ("24", [.. FaultsEverywhere, ProxyFault.Swapped]),
        ["FACTURAgem"] = ("21", [.. FaultsEverywhere, ProxyFault.Swapped, ProxyFault.Doubled]),
        ["SalenGo"] = ("21", [.. FaultsEverywhere, ProxyFault.Swapped]),
    };

    public static TheoryData<string> Providers => [.. Habits.Keys];

    public static ProxyFault[] FaultsOf(string provider) => Habits[provider].Faults;

    /// <summary>Makes each, several at a time.</summary>
    /// <returns>Those that failed, and how.</returns>
    public static async Task<Dictionary<T, ErrorKind>> FaultsAsync<T>(IEnumerable<T> each, Func<T, Task> make)
        where T : notnull
    {
        var faults = new ConcurrentDictionary<T, ErrorKind>();
        await Parallel.ForEachAsync(each, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (one, _) =>
        {
            try
            {
                await make(one);
            }
            catch (InvoicingException fault)
            {
                faults[one] = fault.Kind;
            }
        });
        return new Dictionary<T, ErrorKind>(faults);
    }

    public static SandboxServer Start(string provider) => SandboxServer.Start(new SandboxOptions
    {
        Provider = provider,
        ClientCount = 2,
        InvoiceCount = 0,
        RequestsPerMinute = 0,

        // SalenGo's limit a day is less than a long series wants.
        Settings = provider == "SalenGo" ? new Dictionary<string, string> { ["RequestsPerDay"] = "0" } : new Dictionary<string, string>(),
        Now = () => Day,
    });

    public static InvoiceSession Connect(SandboxServer server, Uri address, ScaledClock clock, string? folder) => InvoiceSession.Connect(new ConnectOptions
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

    public static Task<InvoicePlan> PlanAsync(InvoiceSession session, string provider, Client client, string reference) => session.Invoices.PrepareAsync(
        new Invoice
        {
            Reference = reference,
            Client = client,
            Date = Day.Date,
            Lines = [new InvoiceLine { Name = "Work", Description = "March", Quantity = 2, UnitPrice = 10, Tax = Habits[provider].Tax }],
        },
        new InvoiceOptions { SkipExisting = true });

    public static async Task<Invoice> MakeAsync(InvoiceSession session, string provider, Client client, string reference, CancellationToken cancel) =>
        await (await PlanAsync(session, provider, client, reference)).SendAsync(cancel);

    public static async Task<Dictionary<string, int>> CountAsync(SandboxServer server)
    {
        using InvoiceSession session = Connect(server, server.BaseUri, new ScaledClock(Speed), null);
        List<Invoice> all = await session.Invoices.ListAsync(new InvoiceQuery { Detailed = true }).ToListAsync();
        return all.Where(invoice => invoice.Reference is not null).GroupBy(invoice => invoice.Reference!).ToDictionary(group => group.Key, group => group.Count());
    }
}

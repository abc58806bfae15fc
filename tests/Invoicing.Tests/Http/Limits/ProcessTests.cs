using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Invoicing.Tests.Gate;

/// <summary>
/// Several processes share the limit of an account: never one request too many, and next to none too few. INVOICING_TEST_PROCESSES says
/// how many processes there are, where it is not the few that suit a small machine. The faster time passes, the more of a window an answer
/// takes, so a busy machine wants less than the usual INVOICING_TEST_SPEED of 20.
/// </summary>
public sealed class ProcessTests
{
    private const int PerMinute = 60;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ITestOutputHelper _output;

    public ProcessTests(ITestOutputHelper output) => _output = output;

    private static int Many => Told("INVOICING_TEST_PROCESSES", 3);

    private static int Speed { get; } = Told("INVOICING_TEST_SPEED", 20);

    /// <summary>60 are SimplBooks' own limit; the others are told it.</summary>
    [Theory]
    [InlineData("SimplBooks", false, 3)]
    [InlineData("SimplBooks", true, 3)]
    [InlineData("InvoiceXpress", true, 2)]
    [InlineData("FACTURAgem", true, 2)]
    [InlineData("SalenGo", true, 2)]
    public async Task TheLimitIsKeptAndUsedUp(string provider, bool shared, int windows)
    {
        using SandboxServer sandbox = Start(provider, PerMinute);

        await RunAsync(sandbox, shared ? Many : 1, provider == "SimplBooks" ? 0 : PerMinute, windows, windows * PerMinute);

        AssertKept(sandbox);
    }

    /// <summary>
    /// After 10,000 in a day half of it is left (docs/facts/simplbooks.md#rate-limit). The sandbox knows nothing of what went before, so it
    /// is no judge here.
    /// </summary>
    [Fact]
    public async Task TheLimitIsHalvedForAllProcesses()
    {
        const int Before = 45;
        using SandboxServer sandbox = Start("SimplBooks", PerMinute);

        await RunAsync(sandbox, Many, 0, 3, Before + PerMinute, new Past(10_000 - Before, LastAgo: 3600, Apart: 5));

        AssertKept(sandbox, PerMinute / 2, Before);
    }

    /// <summary>
    /// A day's limit that is used up gives back a place for each request that is a day old, here one a second. The first request may be
    /// late and those after it be on time, so there may seem to be a few too many; unshared, there would be three times as many.
    /// </summary>
    [Fact]
    public async Task ADaysLimitIsSharedToo()
    {
        const int Day = 86_400;
        const int PerDay = 5000;
        using SandboxServer sandbox = Start("SalenGo", 0);

        await RunAsync(sandbox, Many, 0, 2, 2 * PerMinute, new Past(PerDay, LastAgo: Day - PerDay, Apart: 1), slack: 15);

        Assert.DoesNotContain(sandbox.Requests, request => request.Status == 429);
    }

    private async Task RunAsync(SandboxServer sandbox, int many, int perMinute, int windows, int allowed, Past? past = null, int slack = 0)
    {
        using var folder = new Folder();
        List<Worker> workers = [];
        try
        {
            for (int i = 0; i < many; i++)
            {
                workers.Add(await Worker.StartAsync(sandbox, folder.Path, Speed, perMinute, Minute * windows / Speed, past));
            }

            workers.ForEach(worker => worker.Go());
            string[] said = await Task.WhenAll(workers.Select(worker => worker.EndAsync()));

            Assert.All(said, Assert.Empty);
            Assert.Single(Directory.GetFiles(folder.At("limits")));
            int asked = sandbox.Requests.Count(request => request.At - sandbox.Requests[0].At < Minute * windows);
            _output.WriteLine(FormattableString.Invariant(
                $"{sandbox.Provider}, {many} processes: {asked} of {allowed} requests in {windows} windows"));
            Assert.InRange(asked, slack > 0 ? allowed - slack : allowed * 0.95, allowed + slack);
        }
        finally
        {
            workers.ForEach(worker => worker.Dispose());
        }
    }

    [Fact]
    public async Task AProcessThatIsKilledHoldsNoLockAndLeavesItsCount()
    {
        const int Windows = 3;
        using var folder = new Folder();
        using SandboxServer sandbox = Start("InvoiceXpress", PerMinute);
        using Worker first = await Worker.StartAsync(sandbox, folder.Path, Speed, PerMinute, Minute * Windows / Speed);
        using Worker second = await Worker.StartAsync(sandbox, folder.Path, Speed, PerMinute, Minute * Windows / Speed);
        first.Go();
        for (int i = 0; i < 2000 && sandbox.Requests.Count < PerMinute / 2; i++)
        {
            await Task.Delay(1);
        }

        first.Kill();
        second.Go();

        Assert.Empty(await second.EndAsync());
        AssertKept(sandbox);
        Assert.InRange(sandbox.Requests.Count, Windows * PerMinute * 0.9, Windows * PerMinute * 1.5);
    }

    private static int Told(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int told)
            ? told
            : usual;

    private static SandboxServer Start(string provider, int perMinute) =>
        SandboxServer.Start(new SandboxOptions { Provider = provider, RequestsPerMinute = perMinute, Now = () => new ScaledClock(Speed).Now });

    private static void AssertKept(SandboxServer sandbox, int perMinute = PerMinute, int from = PerMinute)
    {
        Assert.DoesNotContain(sandbox.Requests, request => request.Status == 429);
        DateTimeOffset[] times = [.. sandbox.Requests.Select(request => request.At).Order()];
        Assert.All(Enumerable.Range(from, Math.Max(0, times.Length - from)), i => Assert.True(times[i] - times[i - perMinute] >= Minute));
    }
}

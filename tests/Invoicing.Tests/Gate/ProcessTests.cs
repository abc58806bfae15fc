using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Http;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Invoicing.Tests.Gate;

/// <summary>
/// Several processes share the limit of an account: never one request too many, and next to none too few. INVOICING_TEST_PROCESSES says
/// how many processes there are, where it is not the few that suit a small machine.
/// </summary>
public sealed class ProcessTests
{
    private const int Speed = 20;
    private const int PerMinute = 60;
    private const int Windows = 3;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Time = TimeSpan.FromTicks(Minute.Ticks * Windows / Speed);

    private readonly ITestOutputHelper _output;

    public ProcessTests(ITestOutputHelper output) => _output = output;

    private static int Many =>
        int.TryParse(Environment.GetEnvironmentVariable("INVOICING_TEST_PROCESSES"), NumberStyles.None, CultureInfo.InvariantCulture, out int many) ? many : 3;

    [Theory]
    [InlineData("InvoiceXpress", false)]
    [InlineData("InvoiceXpress", true)]
    public async Task TheLimitIsKeptAndUsedUp(string provider, bool shared)
    {
        using var folder = new Folder();
        using SandboxServer sandbox = Start(provider);
        List<Worker> workers = [];
        try
        {
            for (int i = 0; i < (shared ? Many : 1); i++)
            {
                workers.Add(await Worker.StartAsync(sandbox, folder.Path, Speed, PerMinute, Time));
            }

            workers.ForEach(worker => worker.Go());
            string[] said = await Task.WhenAll(workers.Select(worker => worker.EndAsync()));

            Assert.All(said, Assert.Empty);
            Assert.Single(Directory.GetFiles(folder.Path));
            AssertKept(sandbox);
            int asked = sandbox.Requests.Count(request => request.At - sandbox.Requests[0].At < Minute * Windows);
            _output.WriteLine(FormattableString.Invariant($"{workers.Count} processes: {asked} of {Windows * PerMinute} requests in {Windows} windows"));
            Assert.InRange(asked, Windows * PerMinute * 0.95, Windows * PerMinute);
        }
        finally
        {
            workers.ForEach(worker => worker.Dispose());
        }
    }

    [Fact]
    public async Task AProcessThatIsKilledHoldsNoLockAndLeavesItsCount()
    {
        using var folder = new Folder();
        using SandboxServer sandbox = Start("InvoiceXpress");
        using Worker first = await Worker.StartAsync(sandbox, folder.Path, Speed, PerMinute, Time);
        using Worker second = await Worker.StartAsync(sandbox, folder.Path, Speed, PerMinute, Time);
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

    private static SandboxServer Start(string provider) =>
        SandboxServer.Start(new SandboxOptions { Provider = provider, RequestsPerMinute = PerMinute, Now = () => SystemClock.Fast(Speed) });

    private static void AssertKept(SandboxServer sandbox)
    {
        Assert.DoesNotContain(sandbox.Requests, request => request.Status == 429);
        DateTimeOffset[] times = [.. sandbox.Requests.Select(request => request.At).Order()];
        Assert.All(Enumerable.Range(PerMinute, Math.Max(0, times.Length - PerMinute)), i => Assert.True(times[i] - times[i - PerMinute] >= Minute));
    }
}

using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Http;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Http;

/// <summary>The file by which the processes of a user share the limits of an account.</summary>
public sealed class FileLedgerTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".times");
    private readonly FakeClock _clock = new();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task TwoGatesOnOneFileCountTogether()
    {
        RateLimiter mine = Gate(3);
        RateLimiter theirs = Gate(3);
        await PassAsync(mine);
        await PassAsync(theirs);
        await PassAsync(theirs);
        Assert.Empty(_clock.Delays);
        Assert.Equal(3, Assert.Single(mine.Usage).Used);

        await PassAsync(mine);

        Assert.Equal([Minute], _clock.Delays);
    }

    [Fact]
    public async Task ARequestCountsFromItsAnswerOn()
    {
        RateLimiter gate = Gate(1);
        IDisposable underWay = await gate.EnterAsync(Minute, null, default);
        _clock.Advance(TimeSpan.FromSeconds(30));
        underWay.Dispose();

        await PassAsync(gate);

        Assert.Equal([Minute], _clock.Delays);
    }

    [Fact]
    public async Task ARequestThatIsUnderWayTakesAPlace()
    {
        RateLimiter gate = Gate(1);
        using IDisposable underWay = await gate.EnterAsync(Minute, null, default);

        await Assert.ThrowsAsync<InvoicingException>(() => Gate(1).EnterAsync(TimeSpan.Zero, null, default));
    }

    [Fact]
    public async Task AProcessThatWasKilledDoesNotHoldItsPlaceForEver()
    {
        await Gate(1).EnterAsync(Minute, null, default);
        _clock.Advance(TimeSpan.FromMinutes(6));

        await PassAsync(Gate(1));

        Assert.Empty(_clock.Delays);
    }

    [Theory]
    [InlineData("garbage that is no multiple of eight bytes")]
    [InlineData("thirty-two bytes that are no times")]
    [InlineData("")]
    public async Task AFileThatCannotBeUnderstoodIsReplaced(string content)
    {
        File.WriteAllText(_file, content);

        await PassAsync(Gate(1));

        Assert.Empty(_clock.Delays);
        Assert.Equal(sizeof(long), new FileInfo(_file).Length);
    }

    [Fact]
    public async Task AClockThatWasSetBackDoesNotBlock()
    {
        await PassAsync(Gate(1));
        var earlier = new FakeClock(_clock.Now - TimeSpan.FromHours(2));
        var gate = new RateLimiter(earlier, new FileLedger(_file));
        gate.SetLimits([new RateLimit(1, Minute)]);

        await PassAsync(gate);

        Assert.Empty(earlier.Delays);
    }

    [Fact]
    public async Task AClockThatIsSetBackUnderWayLosesNoCount()
    {
        RateLimiter gate = Gate(5);
        await PassAsync(gate);
        IDisposable underWay = await gate.EnterAsync(Minute, null, default);
        _clock.Advance(-TimeSpan.FromSeconds(1));
        underWay.Dispose();

        Assert.Equal(2, Assert.Single(gate.Usage).Used);
    }

    [Fact]
    public async Task WhereNoFileCanBeTheLimitHoldsInTheProcess()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            // A directory stands where the file should be.
            var gate = new RateLimiter(_clock, new FileLedger(folder));
            gate.SetLimits([new RateLimit(1, Minute)]);
            await PassAsync(gate);

            await PassAsync(gate);

            Assert.Equal([Minute], _clock.Delays);
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    [Fact]
    public async Task ManyAtOnceLoseNoRequest()
    {
        RateLimiter[] gates = [.. Enumerable.Range(0, 4).Select(_ => Gate(1000))];

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => PassAsync(gates[i % gates.Length]))));

        Assert.Equal(200, Assert.Single(gates[0].Usage).Used);
    }

    [Fact]
    public void TheNameOfTheFileSaysNothingOfTheAccount()
    {
        using var folder = new Folder();

        FileLedger.For("InvoiceXpress|acme.example.com|acme", folder.Path).Use(times => times.Done.Count);

        string file = Assert.Single(Directory.GetFiles(folder.At("limits")));
        Assert.All(Path.GetFileNameWithoutExtension(file), letter => Assert.True(char.IsAsciiHexDigitLower(letter)));
    }

    private static async Task PassAsync(RateLimiter gate) => (await gate.EnterAsync(TimeSpan.FromHours(1), null, default)).Dispose();

    private RateLimiter Gate(int requests)
    {
        var gate = new RateLimiter(_clock, new FileLedger(_file));
        gate.SetLimits([new RateLimit(requests, Minute)]);
        return gate;
    }
}

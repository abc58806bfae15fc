using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Connectors;

public sealed class ListingTests
{
    private static readonly int[] None = [];

    private readonly List<int> _asked = [];

    [Fact]
    public async Task APageThatWasNotAskedForIsNotReadAgainAndAgain()
    {
        using var rig = new Rig();
        rig.Server.Otherwise(_ => Answer.Json(Ix.Clients(1, 3, "A")));

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(
            () => rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync());

        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
        Assert.Equal(2, rig.Server.Calls.Count);
    }

    [Fact]
    public void NothingIsSentBeforeItIsRead()
    {
        Listing<int> listing = Pages([1], [2]);
        listing.GetAsyncEnumerator();

        Assert.Empty(_asked);
    }

    [Fact]
    public async Task TheFirstObjectCostsOneRequest()
    {
        Listing<int> listing = Pages([1, 2], [3]);

        Assert.Equal(1, await listing.FirstOrDefaultAsync());
        Assert.Equal([1], _asked);
    }

    [Fact]
    public async Task TheNextPageIsFetchedOnceTheSecondObjectIsAskedFor()
    {
        var second = new TaskCompletionSource<Page<int>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var enumerator = Paging.ByNumber((number, _) =>
        {
            if (number == 1)
            {
                return Task.FromResult(new Page<int> { Items = [1, 2, 3], HasMore = true, TotalCount = 4 });
            }

            sent.SetResult();
            return second.Task;
        }).GetAsyncEnumerator();
        Assert.Null(enumerator.TotalCount);

        Assert.True(await enumerator.MoveNextAsync());
        Assert.Equal(4, enumerator.TotalCount);
        Assert.False(sent.Task.IsCompleted);

        // The second page is on its way and not there, and still the first one can be read to its end.
        Assert.True(await enumerator.MoveNextAsync());
        await sent.Task;
        Assert.True(await enumerator.MoveNextAsync());
        Assert.Equal(3, enumerator.Current);
        Task<bool> last = enumerator.MoveNextAsync();
        Assert.False(last.IsCompleted);
        second.SetResult(new Page<int> { Items = [4] });
        Assert.True(await last);
        Assert.Equal(4, enumerator.Current);
        Assert.False(await enumerator.MoveNextAsync());
        Assert.False(await enumerator.MoveNextAsync());
        await enumerator.DisposeAsync();
    }

    [Fact]
    public async Task WhoReadsOnGetsMorePagesAhead()
    {
        Listing<int>.Enumerator rows = Counted(total: 9).GetAsyncEnumerator();

        await ReadAsync(rows, 1);
        await AssertAskedAsync(1);
        await ReadAsync(rows, 2);
        await AssertAskedAsync(1, 2);
        await ReadAsync(rows, 2);
        await AssertAskedAsync(1, 2, 3);
        await ReadAsync(rows, 2);
        await AssertAskedAsync(1, 2, 3, 4, 5);
        await ReadAsync(rows, 2);
        await AssertAskedAsync(1, 2, 3, 4, 5, 6, 7);
        await ReadAsync(rows, 1);
        await AssertAskedAsync(1, 2, 3, 4, 5, 6, 7, 8, 9);
        await rows.DisposeAsync();
    }

    [Fact]
    public async Task WhereTheProviderDoesNotSayHowManyPagesThereAreOneIsOnItsWay()
    {
        Listing<int>.Enumerator rows = Counted(total: null).GetAsyncEnumerator();

        await ReadAsync(rows, 10);
        await AssertAskedAsync(1, 2, 3, 4, 5, 6);
        await rows.DisposeAsync();
    }

    [Fact]
    public async Task PagesComeInOrderHoweverTheyArrive()
    {
        Listing<int> listing = Paging.ByNumber(async (number, cancel) =>
        {
            // The odd ones are slow.
            await Task.Delay(number % 2 == 1 ? 20 : 0, cancel);
            return new Page<int> { Items = [10 * number, (10 * number) + 1], HasMore = number < 9, PagesAfter = 9 - number };
        });

        Assert.Equal(Enumerable.Range(1, 9).SelectMany(number => new[] { 10 * number, (10 * number) + 1 }), await listing.ToListAsync());
    }

    [Fact]
    public async Task AListThatBecameShorterEndsWhereItSaysSo()
    {
        Listing<int> listing = Paging.ByNumber((number, _) => Task.FromResult(
            new Page<int> { Items = [number, number], HasMore = number < 3, PagesAfter = number < 3 ? 9 - number : 0 }));

        Assert.Equal([1, 1, 2, 2, 3, 3], await listing.ToListAsync());
    }

    [Fact]
    public async Task PagesOfOneAreReadToTheEnd() => Assert.Equal([1, 2, 3], await Pages([1], [2], [3]).ToListAsync());

    [Fact]
    public async Task EmptyPagesAreSteppedOver()
    {
        Assert.Equal([1, 2], await Pages([], [1], [], [], [2], []).ToListAsync());
        Assert.Empty(await Pages(None).ToListAsync());
        Assert.Equal(0, await Pages([], []).FirstOrDefaultAsync());
    }

    [Fact]
    public async Task EachReadingBeginsAnew()
    {
        Listing<int> listing = Pages([1], [2]);

        Assert.Equal([1, 2], await listing.ToListAsync());
        Assert.Equal([1, 2], await listing.ToListAsync());
        Assert.Equal([1, 2, 1, 2], _asked);
    }

    [Fact]
    public async Task StoppingEarlyEndsTheRequestUnderWay()
    {
        CancellationToken seen = default;
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Listing<int> listing = Paging.ByNumber(async (number, cancel) =>
        {
            if (number > 1)
            {
                seen = cancel;
                sent.SetResult();
                await Task.Delay(Timeout.Infinite, cancel);
            }

            return new Page<int> { Items = [1, 2, 3], HasMore = true };
        });

        await foreach (int item in listing)
        {
            if (item == 2)
            {
                await sent.Task;
                break;
            }
        }

        Assert.True(seen.IsCancellationRequested);
    }

    [Fact]
    public async Task AFailureComesAfterWhatCameBefore()
    {
        var read = new List<int>();
        Listing<int> listing = Paging.ByNumber((number, _) => number == 1
            ? Task.FromResult(new Page<int> { Items = [1, 2], HasMore = true })
            : Task.FromException<Page<int>>(new InvalidOperationException("page 2")));

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (int item in listing)
            {
                read.Add(item);
            }
        });

        Assert.Equal([1, 2], read);
    }

    [Fact]
    public async Task AFailureThatNobodyReadsIsSwallowed()
    {
        Listing<int> listing = Paging.ByNumber((number, _) => number == 1
            ? Task.FromResult(new Page<int> { Items = [1, 2, 3], HasMore = true })
            : throw new InvalidOperationException("page 2"));

        var enumerator = listing.GetAsyncEnumerator();
        await enumerator.MoveNextAsync();
        await enumerator.MoveNextAsync();
        await enumerator.DisposeAsync();
    }

    [Fact]
    public async Task CancellingEndsTheReading()
    {
        using var cancel = new CancellationTokenSource();
        Listing<int> listing = Paging.ByNumber(async (number, token) =>
        {
            await Task.Delay(number == 1 ? 0 : Timeout.Infinite, token);
            return new Page<int> { Items = [1], HasMore = true };
        });

        Task<List<int>> reading = listing.ToListAsync(cancel.Token);
        cancel.CancelAfter(10);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task AChainIsOneListing()
    {
        Listing<int> chain = Paging.Chain([Pages([1], [2]), Pages(None), Pages([3])]);

        Assert.Equal([1, 2, 3], await chain.ToListAsync());
        Assert.Equal([1, 2, 1, 1], _asked);
        _asked.Clear();
        Assert.Equal(1, await chain.FirstOrDefaultAsync());
        Assert.Equal([1], _asked);
    }

    [Fact]
    public async Task AChainKnowsNoTotalAndAChainOfOneDoes()
    {
        Assert.Null(await TotalAsync(Paging.Chain([Pages([1]), Pages([2])])));
        Assert.Equal(1, await TotalAsync(Paging.Chain([Pages([1])])));
    }

    private static async Task ReadAsync(Listing<int>.Enumerator rows, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Assert.True(await rows.MoveNextAsync());
        }
    }

    private static async Task<int?> TotalAsync(Listing<int> listing)
    {
        var enumerator = listing.GetAsyncEnumerator();
        await enumerator.MoveNextAsync();
        return enumerator.TotalCount;
    }

    /// <summary>Waits until as much was asked for, and a little, so that anything too much would be there.</summary>
    private async Task AssertAskedAsync(params int[] pages)
    {
        for (int i = 0; i < 500 && Asked().Length < pages.Length; i++)
        {
            await Task.Delay(1);
        }

        await Task.Delay(5);
        Assert.Equal(pages, Asked());

        int[] Asked()
        {
            lock (_asked)
            {
                return [.. _asked.Order()];
            }
        }
    }

    /// <summary>Pages of two.</summary>
    private Listing<int> Counted(int? total) => Paging.ByNumber((number, _) =>
    {
        lock (_asked)
        {
            _asked.Add(number);
        }

        return Task.FromResult(new Page<int> { Items = [number, number], HasMore = true, PagesAfter = total - number });
    });

    private Listing<int> Pages(params int[][] pages) => Paging.ByNumber((number, _) =>
    {
        lock (_asked)
        {
            _asked.Add(number);
        }

        return Task.FromResult(
            new Page<int> { Items = pages[number - 1], HasMore = number < pages.Length, TotalCount = pages.Sum(page => page.Length) });
    });
}

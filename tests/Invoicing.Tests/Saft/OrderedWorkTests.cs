using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Invoicing.Saft.Checks;
using Xunit;

namespace Invoicing.Tests.Saft;

public sealed class OrderedWorkTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20_000)]
    public void Results_come_in_the_order_of_the_items_on_the_thread_that_adds_them(int count)
    {
        var taken = new List<(int Item, int Result)>();
        var threads = new HashSet<int>();
        var work = new OrderedWork<int, int>(
            item => item * 2,
            (item, result) =>
            {
                threads.Add(Environment.CurrentManagedThreadId);
                taken.Add((item, result));
            });
        foreach (int i in Enumerable.Range(0, count))
        {
            work.Add(i);
        }

        work.Finish();
        work.Finish();

        Assert.Equal(Enumerable.Range(0, count).Select(i => (i, i * 2)), taken);
        Assert.All(threads, thread => Assert.Equal(Environment.CurrentManagedThreadId, thread));
    }

    [Fact]
    public void An_adder_that_is_far_ahead_does_the_work_itself()
    {
        int adder = Environment.CurrentManagedThreadId;
        int taken = 0;
        using var isAdderAtWork = new ManualResetEventSlim();
        var work = new OrderedWork<int, int>(
            item =>
            {
                if (Environment.CurrentManagedThreadId == adder)
                {
                    isAdderAtWork.Set();
                }

                // The other threads stand still until the adder helps.
                return isAdderAtWork.Wait(TimeSpan.FromSeconds(60)) ? item : throw new TimeoutException();
            },
            (_, _) => taken++);
        foreach (int i in Enumerable.Range(0, 20_000))
        {
            work.Add(i);
        }

        work.Finish();

        Assert.Equal(20_000, taken);
    }

    [Fact]
    public void A_fault_comes_out_and_nobody_waits_for_ever()
    {
        var work = new OrderedWork<int, int>(_ => throw new InvalidOperationException("broken"), (_, _) => { });

        Assert.Equal("broken", Assert.Throws<InvalidOperationException>(AddAll).Message);

        void AddAll()
        {
            foreach (int i in Enumerable.Range(0, 10_000))
            {
                work.Add(i);
            }

            work.Finish();
        }
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Saft.Checks;
using Xunit;

namespace Invoicing.Tests.Saft;

public sealed class OrderedWorkerTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10_000)]
    public void Work_is_done_in_the_order_in_which_it_was_added(int count)
    {
        var done = new List<int>();
        var worker = new OrderedWorker<int>(done.Add);
        foreach (int i in Enumerable.Range(0, count))
        {
            worker.Add(i);
        }

        worker.Finish();
        worker.Finish();

        Assert.Equal(Enumerable.Range(0, count), done);
    }

    [Fact]
    public void A_fault_comes_out_at_the_end_and_nobody_waits_for_ever()
    {
        var worker = new OrderedWorker<int>(_ => throw new InvalidOperationException("broken"));
        foreach (int i in Enumerable.Range(0, 10_000))
        {
            worker.Add(i);
        }

        Assert.Equal("broken", Assert.Throws<InvalidOperationException>(worker.Finish).Message);
    }
}

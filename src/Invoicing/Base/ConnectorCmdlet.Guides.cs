using System;
using System.Diagnostics;

namespace Invoicing.Commands;

/// <summary>The wait for the tax authority's code of a guide.</summary>
public abstract partial class ConnectorCmdlet<TCapability>
{
    /// <summary>Reads a guide again until it has the tax authority's code, and shows the wait.</summary>
    /// <param name="invoice">The guide.</param>
    /// <param name="timeoutSec">Maximum wait in seconds; 0 for no limit.</param>
    /// <param name="pollIntervalSec">Seconds before it is read again.</param>
    private protected Invoice AwaitTransportCode(Invoice invoice, int timeoutSec, double pollIntervalSec)
    {
        var poller = new OperationPoller { Timeout = TimeSpan.FromSeconds(timeoutSec), Interval = TimeSpan.FromSeconds(pollIntervalSec) };
        var progress = new ProgressReporter(this, $"Code of the tax authority for {invoice}");
        var watch = Stopwatch.StartNew();
        return Showing(
            progress,
            () => progress.Wait(watch.Elapsed, timeoutSec),
            () => Await(Records(invoice).Invoices.WaitForTransportCodeAsync(invoice, poller, Cancel)));
    }
}

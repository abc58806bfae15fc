using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Hosting.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Invoicing.Hosting.Tests;

/// <summary>
/// Stop, which is what Ctrl+C does, in every wait of every cmdlet that talks to a provider. The cmdlets come from the manifest: one that is
/// new is among them by itself.
/// </summary>
public abstract class StopTests(ITestOutputHelper output, int part)
{
    /// <summary>Far below every wait that the tests arrange, far above what a busy machine adds.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Cmdlets that make no request; a test holds them to it.</summary>
    private static readonly string[] Local =
    [
        "Disconnect-InvoiceProvider", "Get-InvoiceProvider", "Get-InvoiceSandbox", "Get-InvoiceSession", "Get-SaftQrCode", "Import-Saft",
        "New-InvoiceLine", "Start-InvoiceSandbox", "Stop-InvoiceSandbox", "Test-Saft",
    ];

    /// <summary>The cmdlets of one of the classes that share them, so that they run at the same time.</summary>
    protected static TheoryData<string> Part(int part) =>
        [.. Module.Cmdlets.Except(Local).Where((_, place) => place % Parts == part)];

    protected const int Parts = 2;

    protected void Check(string name)
    {
        Assert.InRange(part, 0, Parts - 1);
        CmdletInfo cmdlet = Module.Find(name);
        string provider = Module.ProviderOf(name);
        using var company = new Company(provider, options => options.PollsUntilReady = 1);
        using var gate = new Gatekeeper(company.Server.BaseUri);
        using Runspace runspace = HostedModule.Open();
        using var folder = new Folder();

        // What is known of the company beforehand is asked without the gate.
        runspace.Run("$null = Connect-InvoiceProvider @how", ("how", company.Connect("direct"))).Good.ToString();
        Dictionary<string, object?> arguments = Arguments.For(cmdlet, runspace, folder.Path);
        Dictionary<string, object> connect = company.Connect("gated", gate.Address);
        connect["RetryIntervalSec"] = 60;

        int stopped = 0;
        var slowest = TimeSpan.Zero;
        bool ended = false;
        string errors = "";
        for (int at = 1; !ended; at++)
        {
            Assert.True(at < 20, $"{name} makes more requests than these tests expect.");
            foreach (Hold how in Enum.GetValues<Hold>())
            {
                // A session of its own each time: what one remembers, it need not ask for.
                PrepareSession(runspace, cmdlet, arguments, connect);
                gate.Open(at, how);
                using PowerShell shell = runspace.Prepare("$ProgressPreference = 'Continue'; & $command @arguments", ("command", cmdlet), ("arguments", arguments));
                IAsyncResult running = shell.BeginInvoke();
                if (!WaitForHold(gate, shell, running, how))
                {
                    ended = true;
                    errors = string.Join("; ", shell.Streams.Error.Select(error => error.ToString()).Append(shell.InvocationStateInfo.Reason?.Message));
                    break;
                }

                var watch = Stopwatch.StartNew();
                shell.Stop();
                watch.Stop();
                gate.Shut();
                stopped++;
                slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
                Assert.True(watch.Elapsed < Soon, $"{name} took {watch.Elapsed.TotalSeconds:0.0} s to stop at request {at}, {how}.");
                Assert.True(
                    shell.InvocationStateInfo.State == PSInvocationState.Stopped,
                    $"{name} {shell.InvocationStateInfo.State} at request {at}, {how}, {gate.Count} came: {string.Join("; ", shell.Streams.Error)}");
                Assert.Empty(shell.Streams.Error);
            }
        }

        gate.Shut();
        Assert.True(stopped > 0, $"{name} made no request. Give it arguments in the table of {nameof(Arguments)}, or name it among the local ones. {errors}");
        Thread.Sleep(200);
        Assert.Equal(0, gate.Late);
        Assert.DoesNotContain(Directory.GetFiles(folder.Path), file => file.Contains(".part", StringComparison.Ordinal));

        // The runspace and the session are as good as before.
        gate.Open();
        runspace.Run("$null = Connect-InvoiceProvider @how; Test-InvoiceSession", ("how", connect)).As<bool>().Single().Equals(true);
        output.WriteLine($"{provider}: stopped {stopped} times, slowest {slowest.TotalMilliseconds:0} ms. {errors}");
    }

    private static void PrepareSession(Runspace runspace, CmdletInfo cmdlet, Dictionary<string, object?> arguments, Dictionary<string, object> connect)
    {
        if (cmdlet.Name == "Connect-InvoiceProvider")
        {
            arguments.Clear();
            foreach ((string key, object value) in connect.Where(one => one.Key != "SkipTest"))
            {
                arguments[key] = value;
            }
        }
        else
        {
            _ = runspace.Run("$null = Connect-InvoiceProvider @how", ("how", connect)).Good;
        }
    }

    /// <summary>Waits until a request is held, or the pipeline has come to its end before.</summary>
    private static bool WaitForHold(Gatekeeper gate, PowerShell shell, IAsyncResult running, Hold how)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Patience)
        {
            // The wait before a repetition begins some moments after the answer; it is told as progress.
            if (how == Hold.Retry ? shell.Streams.Progress.Any(progress => progress.SecondsRemaining > 0) : gate.Held.IsCompleted)
            {
                return true;
            }

            if (running.IsCompleted)
            {
                return false;
            }

            Thread.Sleep(2);
        }

        throw new TimeoutException($"It neither ended nor met the request that is held; {gate.Count} requests came.");
    }
}

/// <summary>One half of the cmdlets.</summary>
public sealed class StopOneTests(ITestOutputHelper output) : StopTests(output, 0)
{
    public static TheoryData<string> Cmdlets => Part(0);

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Stops_in_every_request(string name) => Check(name);
}

/// <summary>The other half.</summary>
public sealed class StopTwoTests(ITestOutputHelper output) : StopTests(output, 1)
{
    public static TheoryData<string> Cmdlets => Part(1);

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Stops_in_every_request(string name) => Check(name);
}

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading;
using Invoicing.Hosting.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Invoicing.Hosting.Tests;

/// <summary>
/// Stop, which is what Ctrl+C does, in every wait of every cmdlet that talks to a provider. The cmdlets come from the manifest, so that a
/// new one is among them by itself.
/// </summary>
public abstract class StopTests(ITestOutputHelper output)
{
    /// <summary>The classes that share the cmdlets, so that they run at the same time.</summary>
    private const int Parts = 2;

    /// <summary>No cmdlet makes so many requests for one thing.</summary>
    private const int TooMany = 30;

    private const string Script = "$ProgressPreference = 'Continue'; & $command @arguments";

    /// <summary>Far below every wait that the tests arrange, far above what a busy machine adds.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Cmdlets that make no request.</summary>
    private static readonly string[] Local =
    [
        "Compare-Saft", "Disconnect-InvoiceProvider", "Export-InvoiceJournal", "Get-InvoiceConnection", "Get-InvoiceJournal", "Get-InvoiceProvider",
        "Get-InvoiceSandbox", "Get-InvoiceSession", "Get-SaftQrCode", "Import-InvoiceBankStatement", "Import-InvoiceCsv", "Import-Saft", "Measure-Saft",
        "New-InvoiceLine", "Protect-Saft", "Remove-InvoiceConnection", "Save-InvoiceConnection", "Start-InvoiceSandbox", "Stop-InvoiceSandbox", "Submit-Saft",
        "Test-InvoiceArchive", "Test-InvoiceJournal", "Test-Saft",
    ];

    /// <summary>Cmdlets that fetch a file that is ready at once, so that they never ask a second time.</summary>
    private static readonly string[] Immediate = ["Export-InvoicePurchase", "Export-InvoiceXml"];

    private int _stopped;
    private TimeSpan _slowest;

    /// <summary>The cmdlets of one part.</summary>
    protected static TheoryData<string> Part(int part) => [.. Module.Cmdlets.Except(Local).Where((_, place) => place % Parts == part)];

    /// <summary>The cmdlets of one part that ask again until a file is ready.</summary>
    protected static TheoryData<string> PollingPart(int part) =>
    [
        .. Module.Cmdlets.Except(Immediate).Where(name => Module.Find(name).Parameters is { } all && all.ContainsKey("PollIntervalSec") && all.ContainsKey("OutFile")).Where((_, place) => place % Parts == part),
    ];

    /// <summary>Holds each request of a cmdlet in each way, one after the other, until the cmdlet ends before the one that is to be held.</summary>
    protected void CheckRequests(string name)
    {
        using var company = new Company(Module.ProviderOf(name), options => options.PollsUntilReady = 1);
        using var gate = new Gatekeeper(company.Server.BaseUri);
        using Runspace runspace = HostedModule.Open();
        using var folder = new Folder();
        CmdletInfo cmdlet = Module.Find(name);
        Dictionary<string, object> connect = company.Connect("held", gate.Address);
        connect["RetryIntervalSec"] = 60;
        Dictionary<string, object?> arguments = ArgumentsFor(cmdlet, runspace, company, gate, connect, folder);
        string[] before = Directory.GetFiles(folder.Path);
        string? errors = null;
        for (int at = 1; errors is null; at++)
        {
            Assert.True(at < TooMany, $"{name} makes more than {TooMany} requests.");
            foreach (Hold how in Enum.GetValues<Hold>())
            {
                // A session of its own each time: what one remembers, it does not ask for.
                Connect(runspace, cmdlet, connect);
                gate.Open(at, how);
                using PowerShell shell = runspace.Prepare(Script, ("command", cmdlet), ("arguments", arguments));
                IAsyncResult running = shell.BeginInvoke();
                if (!Wait(running, () => how == Hold.Retry ? IsWaiting(shell) : gate.Held.IsCompleted))
                {
                    // Nobody reads the body of some answers, so that nothing is waited for.
                    if (how != Hold.Body || !gate.Held.IsCompleted)
                    {
                        errors = Problems(shell);
                        break;
                    }

                    continue;
                }

                Stop(shell, $"{name} at request {at}, {how}", mayEnd: how == Hold.Body);
                gate.Shut();
                AssertSoon(() => Directory.GetFiles(folder.Path).Length == before.Length);
            }
        }

        gate.Shut();
        Assert.True(_stopped > 0, $"{name} made no request. Give it arguments in the table of {nameof(Arguments)}, or name it among the local ones. {errors}");
        AssertQuiet(gate);
        AssertUsable(runspace, gate, connect);
        output.WriteLine($"{company.Server.Provider}: stopped {_stopped} times, slowest {_slowest.TotalMilliseconds:0} ms. {errors}");
    }

    /// <summary>Stops a cmdlet that waits for the limit of the account, before its first request.</summary>
    protected void CheckLimit(string name)
    {
        using var company = new Company(Module.ProviderOf(name));
        using var gate = new Gatekeeper(company.Server.BaseUri);
        using Runspace runspace = HostedModule.Open();
        using var folder = new Folder();
        CmdletInfo cmdlet = Module.Find(name);

        // One request a day, which is used up; the session may wait that long.
        Dictionary<string, object> connect = company.Connect("limited", gate.Address);
        connect["RequestsPerDay"] = company.Server.Login is null ? 1 : 2;
        connect["TimeoutSec"] = 86_400;
        Dictionary<string, object?> arguments = ArgumentsFor(cmdlet, runspace, company, gate, connect, folder);
        gate.Open();
        Assert.True(runspace.Run("$null = Connect-InvoiceProvider @how -Force; Test-InvoiceSession", ("how", connect)).As<bool>().Single());
        gate.Shut();

        using PowerShell shell = runspace.Prepare(Script, ("command", cmdlet), ("arguments", arguments));
        IAsyncResult running = shell.BeginInvoke();
        Assert.True(Wait(running, () => IsWaiting(shell)), $"{name} did not wait for the limit. {Problems(shell)}");
        Stop(shell, $"{name} at the limit");
        AssertQuiet(gate);
        output.WriteLine($"{company.Server.Provider}: stopped after {_slowest.TotalMilliseconds:0} ms");
    }

    /// <summary>Stops a cmdlet between two questions for a file that is never ready.</summary>
    protected void CheckPolling(string name)
    {
        using var company = new Company(Module.ProviderOf(name), options => options.PollsUntilReady = -1);
        using var gate = new Gatekeeper(company.Server.BaseUri);
        using Runspace runspace = HostedModule.Open();
        using var folder = new Folder();
        CmdletInfo cmdlet = Module.Find(name);
        Dictionary<string, object> connect = company.Connect("polling", gate.Address);
        Dictionary<string, object?> arguments = ArgumentsFor(cmdlet, runspace, company, gate, connect, folder);
        arguments["PollIntervalSec"] = 0.3;
        Connect(runspace, cmdlet, connect);
        gate.Open();
        using PowerShell shell = runspace.Prepare(Script, ("command", cmdlet), ("arguments", arguments));
        IAsyncResult running = shell.BeginInvoke();
        Assert.True(Wait(running, () => shell.Streams.Progress.SoFar().Any(progress => progress.StatusDescription.Contains("asked 2 times"))), Problems(shell));
        Stop(shell, $"{name} between two questions");
        gate.Shut();

        // Longer than the wait for the next question.
        Thread.Sleep(1000);
        AssertQuiet(gate);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    private void Stop(PowerShell shell, string where, bool mayEnd = false)
    {
        var watch = Stopwatch.StartNew();
        shell.Stop();
        watch.Stop();
        _stopped++;
        _slowest = watch.Elapsed > _slowest ? watch.Elapsed : _slowest;
        Assert.True(watch.Elapsed < Soon, $"{where}: it took {watch.Elapsed.TotalSeconds:0.0} s to stop.");
        PSInvocationState state = shell.InvocationStateInfo.State;
        Assert.True(state == PSInvocationState.Stopped || mayEnd, $"{where}: {state}. {Problems(shell)}");
        Assert.True(state != PSInvocationState.Stopped || shell.Streams.Error.Count == 0, $"{where}: {Problems(shell)}");
    }

    private static Dictionary<string, object?> ArgumentsFor(
        CmdletInfo cmdlet, Runspace runspace, Company company, Gatekeeper gate, Dictionary<string, object> connect, Folder folder)
    {
        if (cmdlet.Name == "Connect-InvoiceProvider")
        {
            return connect.Where(one => one.Key != "SkipTest").Append(new("Force", true)).ToDictionary(one => one.Key, one => (object?)one.Value);
        }

        // What is known of the company beforehand is asked without the gate.
        _ = runspace.Run("$null = Connect-InvoiceProvider @how", ("how", company.Connect("direct"))).Good;
        if (cmdlet.Name == "Resolve-InvoiceJournal")
        {
            LeaveInDoubt(runspace, company, gate, folder);
            return [];
        }

        return Arguments.For(cmdlet, runspace, folder.Path);
    }

    /// <summary>Stops a document while its request is on the way, so that the journal of the account has a change in doubt.</summary>
    private static void LeaveInDoubt(Runspace runspace, Company company, Gatekeeper gate, Folder folder)
    {
        CmdletInfo cmdlet = Module.Find("New-Invoice");
        Dictionary<string, object?> arguments = Arguments.For(cmdlet, runspace, folder.Path);
        _ = runspace.Run("$null = Connect-InvoiceProvider @how", ("how", company.Connect("doubt", gate.Address))).Good;
        for (int at = 1; at < TooMany; at++)
        {
            gate.Open(at);
            using PowerShell shell = runspace.Prepare(Script, ("command", cmdlet), ("arguments", arguments));
            IAsyncResult running = shell.BeginInvoke();
            Assert.True(Wait(running, () => gate.Held.IsCompleted), $"No document was left in doubt. {Problems(shell)}");
            shell.Stop();
            if (runspace.Run("Get-InvoiceJournal -InDoubt").Good.Count > 0)
            {
                return;
            }
        }
    }

    private static void Connect(Runspace runspace, CmdletInfo cmdlet, Dictionary<string, object> connect)
    {
        if (cmdlet.Name != "Connect-InvoiceProvider")
        {
            _ = runspace.Run("$null = Connect-InvoiceProvider @how -Force", ("how", connect)).Good;
        }
    }

    /// <summary>A wait before a request is told as progress with the seconds that remain.</summary>
    private static bool IsWaiting(PowerShell shell) => shell.Streams.Progress.SoFar().Any(progress => progress.SecondsRemaining > 0);

    /// <summary>Waits for something, or until the pipeline has come to its end before.</summary>
    private static bool Wait(IAsyncResult running, Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Patience)
        {
            if (running.IsCompleted)
            {
                return false;
            }

            if (condition())
            {
                return true;
            }

            Thread.Sleep(2);
        }

        throw new TimeoutException("The pipeline neither ended nor waited where it should.");
    }

    private static void AssertSoon(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, Soon));

    /// <summary>No request comes from a pipeline that was stopped.</summary>
    private static void AssertQuiet(Gatekeeper gate)
    {
        Thread.Sleep(200);
        Assert.Equal(0, gate.Late);
    }

    /// <summary>The runspace is as good as before.</summary>
    private static void AssertUsable(Runspace runspace, Gatekeeper gate, Dictionary<string, object> connect)
    {
        gate.Open();
        Assert.True(runspace.Run("$null = Connect-InvoiceProvider @how -Force; Test-InvoiceSession", ("how", connect)).As<bool>().Single());
    }

    private static string Problems(PowerShell shell) =>
        string.Join("; ", shell.Streams.Error.SoFar().Select(error => error.ToString()).Append(shell.InvocationStateInfo.Reason?.Message));
}

/// <summary>One half of the cmdlets.</summary>
public sealed class StopOneTests(ITestOutputHelper output) : StopTests(output)
{
    public static TheoryData<string> Cmdlets => Part(0);

    public static TheoryData<string> Polling => PollingPart(0);

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Each_request_can_be_stopped(string name) => CheckRequests(name);

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_wait_for_the_limit_can_be_stopped(string name) => CheckLimit(name);

    [Theory]
    [MemberData(nameof(Polling))]
    public void The_wait_for_a_file_can_be_stopped(string name) => CheckPolling(name);
}

/// <summary>The other half.</summary>
public sealed class StopTwoTests(ITestOutputHelper output) : StopTests(output)
{
    public static TheoryData<string> Cmdlets => Part(1);

    public static TheoryData<string> Polling => PollingPart(1);

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Each_request_can_be_stopped(string name) => CheckRequests(name);

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_wait_for_the_limit_can_be_stopped(string name) => CheckLimit(name);

    [Theory]
    [MemberData(nameof(Polling))]
    public void The_wait_for_a_file_can_be_stopped(string name) => CheckPolling(name);
}

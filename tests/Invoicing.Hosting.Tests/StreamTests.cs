using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Invoicing.Hosting.Tests.Support;
using Invoicing.Sandbox;
using Xunit;

namespace Invoicing.Hosting.Tests;

/// <summary>What the module writes, as the objects that a host gets.</summary>
public sealed class StreamTests : IDisposable
{
    private readonly Company _company = new();
    private readonly Runspace _runspace = HostedModule.Open();

    public StreamTests()
    {
        Dictionary<string, object> connect = _company.Connect();
        connect["MaximumRetryCount"] = 1;
        connect["TimeoutSec"] = 2;
        _ = _runspace.Run("$session = Connect-InvoiceProvider @how", ("how", connect)).Good;
    }

    /// <summary>A line, the fault under which it runs, and the error that it ends in.</summary>
    public static TheoryData<string, string, ErrorCategory, string, string> Errors => new()
    {
        { "New-InvoiceClient Example -CopyCount 9", "", ErrorCategory.InvalidArgument, "InvalidInput", "New-InvoiceClient" },
        { "Get-InvoiceClient nobody", "", ErrorCategory.ObjectNotFound, "NotFound", "Get-InvoiceClient" },
        { "Get-InvoiceExpense", "", ErrorCategory.NotImplemented, "NotSupported", "Get-InvoiceExpense" },
        { "Get-InvoiceClient", "TooManyRequests", ErrorCategory.LimitsExceeded, "RateLimitExceeded", "Get-InvoiceClient" },
        { "Get-InvoiceClient", "ServerError", ErrorCategory.ConnectionError, "ProviderUnavailable", "Get-InvoiceClient" },
        { "Get-InvoiceClient", "BadJson", ErrorCategory.ProtocolError, "UnexpectedAnswer", "Get-InvoiceClient" },
        { "Get-InvoiceClient", "Stall", ErrorCategory.OperationTimeout, "RequestTimeout", "Get-InvoiceClient" },
        { "New-InvoiceClient 'In doubt'", "LostAnswer", ErrorCategory.InvalidResult, "OutcomeUnknown", "New-InvoiceClient" },
    };

    public void Dispose()
    {
        _runspace.Dispose();
        _company.Dispose();
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void An_error_has_id_category_target_and_advice(string script, string fault, ErrorCategory category, string kind, string activity)
    {
        _company.Server.SetFaults(fault.Length == 0 ? [] : [SandboxFault.Parse(fault)]);
        Outcome run = _runspace.Run(script);
        ErrorRecord error = run.Thrown?.ErrorRecord ?? Assert.Single(run.Errors);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal(activity, error.CategoryInfo.Activity);
        Assert.StartsWith($"{kind},Invoicing.Commands.", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(kind, Assert.IsType<InvoicingException>(error.Exception, exactMatch: false).Kind.ToString());
        Assert.False(string.IsNullOrWhiteSpace(error.ErrorDetails?.RecommendedAction));
        Assert.Equal(error.Exception.Message, error.ErrorDetails!.Message);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void An_error_of_a_row_has_the_row_and_the_next_row_goes_on()
    {
        PSObject[] rows = [.. new[] { ("First", "1"), ("Second", "99"), ("Third", "1") }.Select(row =>
        {
            var one = new PSObject();
            one.Properties.Add(new PSNoteProperty("Name", row.Item1));
            one.Properties.Add(new PSNoteProperty("CopyCount", row.Item2));
            return one;
        })];
        Outcome run = _runspace.Run("$rows | New-InvoiceClient", ("rows", rows));
        ErrorRecord error = Assert.Single(run.Errors);
        Assert.Same(rows[1], error.TargetObject);
        Assert.Equal(["First", "Third"], run.Output.Select(client => client.Properties["Name"].Value));
    }

    [Fact]
    public void A_warning_is_a_record_of_the_cmdlet_that_gave_it()
    {
        _company.Server.SetFaults(new SandboxFault(SandboxFaultKind.ServerError));
        Outcome run = _runspace.Run("Test-InvoiceSession");
        Assert.Equal(false, run.Good.Single().BaseObject);
        WarningRecord warning = Assert.Single(run.Warnings);
        Assert.Equal("Test-InvoiceSession", warning.InvocationInfo.MyCommand.Name);
        Assert.NotEmpty(warning.Message);
    }

    [Fact]
    public void Verbose_tells_each_request_and_debug_its_bodies_without_the_key()
    {
        _company.Server.ClearRequests();
        Outcome run = _runspace.Run("New-InvoiceClient 'Told' -Country Spain -Verbose -Debug");
        Assert.Single(run.Good);
        Assert.Equal(_company.Server.Requests.Count, run.Verbose.Count(record => record.Message.Contains("/clients.json", StringComparison.Ordinal)));
        Assert.All(run.Verbose, record => Assert.Equal("New-InvoiceClient", record.InvocationInfo.MyCommand.Name));
        Assert.Contains(run.Debug, record => record.Message.Contains("sent", StringComparison.Ordinal) && record.Message.Contains("Told", StringComparison.Ordinal));
        Assert.Contains(run.Debug, record => record.Message.Contains("received", StringComparison.Ordinal));
        string[] said = [.. run.Verbose.Select(record => record.Message), .. run.Debug.Select(record => record.Message)];
        Assert.DoesNotContain(said, text => text.Contains(_company.Server.ApiKey, StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_not_asked_for_is_not_written()
    {
        Outcome run = _runspace.Run("Get-InvoiceClient");
        Assert.NotEmpty(run.Good);
        Assert.Empty(run.Verbose);
        Assert.Empty(run.Debug);
        Assert.Empty(run.Warnings);
        Assert.Empty(run.Information);
    }

    [Fact]
    public void Progress_is_shown_for_long_work_and_taken_away_at_its_end()
    {
        using var slow = new Company(set: options => (options.LatencyMs, options.InvoiceCount) = (400, 10));
        Outcome run = _runspace.Run("$null = Connect-InvoiceProvider @how; Get-Invoice -PageSize 5", ("how", slow.Connect()));
        Assert.NotEmpty(run.Good);
        Assert.Contains(run.Progress, record => record.RecordType == ProgressRecordType.Processing && record.StatusDescription.Contains("of", StringComparison.Ordinal));
        Assert.All(
            run.Progress.GroupBy(record => record.ActivityId),
            activity => Assert.Equal(ProgressRecordType.Completed, activity.Last().RecordType));
    }

    [Fact]
    public void A_wait_is_told_with_the_seconds_that_remain()
    {
        _company.Server.SetFaults(SandboxFault.Parse("RetryAfter#1"));
        Outcome run = _runspace.Run("Get-InvoiceClient");
        Assert.NotEmpty(run.Good);
        Assert.Contains(run.Progress, record => record.SecondsRemaining >= 0 && record.RecordType == ProgressRecordType.Processing);
        Assert.Equal(ProgressRecordType.Completed, run.Progress[^1].RecordType);
    }

    [Fact]
    public void No_cmdlet_but_those_asked_writes_to_the_information_stream()
    {
        Outcome run = _runspace.Run("Get-InvoiceProvider; Get-InvoiceSession; Get-Invoice; Get-InvoiceItem; Get-InvoiceTax");
        Assert.NotEmpty(run.Good);
        Assert.Empty(run.Information);
    }
}

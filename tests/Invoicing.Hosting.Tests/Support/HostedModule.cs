using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;

namespace Invoicing.Hosting.Tests.Support;

/// <summary>The module as PowerShell imports it: the real manifest, beside the DLLs of this build.</summary>
internal static class HostedModule
{
    /// <summary>The manifest in the output of this project, so that breakpoints in the cmdlets are hit.</summary>
    public static string Manifest { get; } = Path.Combine(AppContext.BaseDirectory, "Invoicing.psd1");

    /// <summary>Opens a runspace with the module in it.</summary>
    public static Runspace Open(PSLanguageMode mode = PSLanguageMode.FullLanguage)
    {
        Runspace runspace = RunspaceFactory.CreateRunspace(State());
        runspace.Open();
        runspace.SessionStateProxy.LanguageMode = mode;
        return runspace;
    }

    /// <summary>Opens a pool of runspaces, each with the module in it.</summary>
    public static RunspacePool OpenPool(int size)
    {
        RunspacePool pool = RunspaceFactory.CreateRunspacePool(State());
        pool.SetMinRunspaces(size);
        pool.SetMaxRunspaces(size);
        pool.Open();
        return pool;
    }

    /// <summary>A state with the module that asks no questions.</summary>
    public static InitialSessionState State()
    {
        InitialSessionState state = Empty();
        state.ImportPSModule(Manifest);
        return state;
    }

    /// <summary>A state without the module.</summary>
    public static InitialSessionState Empty()
    {
        var state = InitialSessionState.CreateDefault2();
        state.Variables.Add(new SessionStateVariableEntry("ConfirmPreference", ConfirmImpact.None, ""));
        state.Variables.Add(new SessionStateVariableEntry("manifest", Manifest, ""));
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        }

        return state;
    }

    /// <summary>Runs a script in a runspace to its end.</summary>
    public static Outcome Run(this Runspace runspace, string script, params (string Name, object? Value)[] variables)
    {
        using PowerShell shell = runspace.Prepare(script, variables);
        return Outcome.Of(shell, shell.Invoke);
    }

    /// <summary>The records that a stream has now; to go through the stream itself would wait for the end of the pipeline.</summary>
    public static IReadOnlyList<T> SoFar<T>(this PSDataCollection<T> stream)
    {
        List<T> records = [];
        for (int i = 0; i < stream.Count; i++)
        {
            records.Add(stream[i]);
        }

        return records;
    }

    /// <summary>A script that is ready to run in a runspace.</summary>
    public static PowerShell Prepare(this Runspace runspace, string script, params (string Name, object? Value)[] variables)
    {
        foreach ((string name, object? value) in variables)
        {
            runspace.SessionStateProxy.SetVariable(name, value);
        }

        var shell = PowerShell.Create(runspace);
        shell.AddScript(script);
        return shell;
    }
}

/// <summary>All that a script wrote, stream by stream.</summary>
internal sealed record Outcome(
    IReadOnlyList<PSObject> Output,
    IReadOnlyList<ErrorRecord> Errors,
    IReadOnlyList<WarningRecord> Warnings,
    IReadOnlyList<VerboseRecord> Verbose,
    IReadOnlyList<DebugRecord> Debug,
    IReadOnlyList<InformationRecord> Information,
    IReadOnlyList<ProgressRecord> Progress,
    RuntimeException? Thrown)
{
    /// <summary>The output, where nothing went wrong.</summary>
    public IReadOnlyList<PSObject> Good
    {
        get
        {
            Xunit.Assert.Null(Thrown);
            Xunit.Assert.Empty(Errors);
            return Output;
        }
    }

    /// <summary>The objects themselves.</summary>
    public IEnumerable<T> As<T>()
    {
        foreach (PSObject one in Good)
        {
            yield return Xunit.Assert.IsType<T>(one.BaseObject, exactMatch: false);
        }
    }

    /// <summary>Runs what gives the output, and takes the streams.</summary>
    public static Outcome Of(PowerShell shell, Func<IEnumerable<PSObject>> run)
    {
        List<PSObject> output = [];
        RuntimeException? thrown = null;
        try
        {
            output.AddRange(run());
        }
        catch (RuntimeException fault)
        {
            thrown = fault;
        }

        PSDataStreams streams = shell.Streams;
        return new Outcome(
            output, [.. streams.Error], [.. streams.Warning], [.. streams.Verbose], [.. streams.Debug], [.. streams.Information], [.. streams.Progress], thrown);
    }
}

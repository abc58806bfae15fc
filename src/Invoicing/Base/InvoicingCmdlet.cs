using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http;

namespace Invoicing.Commands;

/// <summary>
/// Base of all cmdlets of this module: it waits so that Ctrl+C works at once, writes messages of other threads, and turns
/// our exceptions into error records. A cmdlet overrides <see cref="Execute"/>.
/// </summary>
public abstract partial class InvoicingCmdlet : PSCmdlet, IDisposable
{
    /// <summary>Time between two looks at what is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>Time that cancelled work has to end and to write down what it may have done.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(5);

    private static readonly Action<Task, object?> WakeUp = (_, signal) => ((Signal)signal!).Set();

    private readonly CancellationTokenSource _cancel = new();
    private bool _yesToAll;
    private bool _noToAll;

    private protected InvoicingCmdlet()
    {
    }

    private protected MessagePump Pump { get; } = new();

    /// <summary>Cancelled when the pipeline is stopped.</summary>
    protected CancellationToken Cancel => _cancel.Token;

    /// <summary>Target object of errors of the present record; the record itself if it came through the pipeline.</summary>
    protected object? Target { get; set; }

    /// <summary>Called on the pipeline's thread a few times a second while something is waited for.</summary>
    private protected Action? Tick { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        Pump.WantsRequests = Wants("Verbose");
        Pump.WantsBodies = Wants("Debug");
        BeginRows();
        Guard(Begin);
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Guard(ProcessRow);

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        EndRows();
        Guard(End);
    }

    /// <inheritdoc/>
    protected sealed override void StopProcessing()
    {
        // The pipeline's thread must not wake up before the work is told to end.
        CancelWork();
        Pump.Arrival.Set();
    }

    /// <summary>Does what is to be done once, before the first record.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>
    /// Does the work for one record. An <see cref="InvoicingException"/> becomes an error of that record; the next one goes on.
    /// </summary>
    protected abstract void Execute();

    /// <summary>Does what is to be done once, after the last record. It does not run when the pipeline is stopped early.</summary>
    protected virtual void End()
    {
    }

    /// <summary>Frees what is held, however the pipeline ended.</summary>
    /// <param name="disposing">Always <c>true</c>.</param>
    protected virtual void Dispose(bool disposing)
    {
        CancelWork();
        _cancel.Dispose();
    }

    /// <summary>Waits for a task, writing what comes meanwhile.</summary>
    private protected T Await<T>(Task<T> task)
    {
        // The next row of a page is there already.
        if (task.Status != TaskStatus.RanToCompletion || Pump.HasMessages)
        {
            WaitFor(task);
        }

        return task.GetAwaiter().GetResult();
    }

    /// <summary>Waits for a task, writing what comes meanwhile.</summary>
    private protected void Await(Task task)
    {
        WaitFor(task);
        task.GetAwaiter().GetResult();
    }

    /// <summary>The full path of a file that need not be there.</summary>
    /// <exception cref="InvoicingException">PowerShell knows no such drive or folder, or no file can have the name.</exception>
    private protected string PathOf(string given) => LocalPath.Full(Located(given, () => GetUnresolvedProviderPathFromPSPath(given)));

    /// <summary>The full paths of files that exist; wildcards are understood, and a backtick before a bracket makes it an ordinary character.</summary>
    /// <exception cref="InvoicingException">No file has that path or matches that pattern.</exception>
    private protected IReadOnlyCollection<string> PathsOf(string given)
    {
        IReadOnlyCollection<string> found = Located(given, () => GetResolvedProviderPathFromPSPath(given, out _));
        return found.Count > 0
            ? found
            : throw new InvoicingException(ErrorKind.FileFailed, $"No file matches '{given}'.")
            {
                Advice = "Check the pattern, or use -LiteralPath for a name that has brackets.",
            };
    }

    /// <summary>True if the user is shown what would be done: with -WhatIf, or before a prompt.</summary>
    private protected bool ShowsPlans => IsOn("WhatIf") || IsOn("Confirm") || Prompts;

    /// <summary>True if nothing is to be changed.</summary>
    private protected bool IsWhatIf => IsOn("WhatIf");

    /// <summary>
    /// True if a change that binds needs a question of its own: the impact of the cmdlet is that of a draft, and PowerShell asks for none. Neither
    /// -Confirm:$false nor $ConfirmPreference = 'None' wants to be asked.
    /// </summary>
    private protected bool AsksWhatBinds => Preference != ConfirmImpact.None && Impact < Preference && !IsOn("WhatIf") && !MyInvocation.BoundParameters.ContainsKey("Confirm");

    private bool Prompts => Preference != ConfirmImpact.None && Impact >= Preference && !MyInvocation.BoundParameters.ContainsKey("Confirm");

    private ConfirmImpact Impact => Attribute.GetCustomAttribute(GetType(), typeof(CmdletAttribute)) is CmdletAttribute cmdlet ? cmdlet.ConfirmImpact : ConfirmImpact.None;

    private ConfirmImpact Preference => LanguagePrimitives.TryConvertTo(GetVariableValue("ConfirmPreference"), out ConfirmImpact preference) ? preference : ConfirmImpact.None;

    /// <summary>Shows a change, and asks where the user wants to be asked: before every change, or before one that binds.</summary>
    /// <param name="target">The record and what becomes of it.</param>
    /// <param name="action">The change in words.</param>
    /// <param name="binds">Tells whether it binds legally or sends an e-mail.</param>
    /// <returns>True if it is to be done.</returns>
    /// <exception cref="InvoicingException">There is nobody to ask.</exception>
    private protected bool Agrees(string target, string action, bool binds)
    {
        // Text from outside is shown on one line, as in every other stream.
        (target, action) = (ShownText.Of(target), ShownText.Of(action));
        try
        {
            return base.ShouldProcess(target, action)
                && (!binds || !AsksWhatBinds || ShouldContinue($"{action}: {target}. Continue?", "This binds", ref _yesToAll, ref _noToAll));
        }
        catch (Exception nobody) when (nobody is HostException or PSInvalidOperationException or PSNotImplementedException)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, $"Not done: {action}: {target}. It has to be confirmed, and this session cannot ask.", nobody)
            {
                Advice = "Use -Confirm:$false in scripts, or $ConfirmPreference = 'None', once you are sure.",
            };
        }
    }

    /// <summary>Shows a change that does not bind, and asks where the user wants to be asked.</summary>
    private protected new bool ShouldProcess(string target, string action) => Agrees(target, action, binds: false);

    private bool IsOn(string switchName) => MyInvocation.BoundParameters.TryGetValue(switchName, out object? given)
        ? given is SwitchParameter { IsPresent: true }
        : LanguagePrimitives.IsTrue(GetVariableValue(switchName + "Preference")) && switchName == "WhatIf";

    private protected new void WriteWarning(string text) => base.WriteWarning(ShownText.Of(text));

    private protected new void WriteVerbose(string text) => base.WriteVerbose(ShownText.Of(text));

    /// <summary>Writes an error about one thing and goes on.</summary>
    private protected void WriteFailure(InvoicingException failure, object? target)
    {
        ErrorRecord record = ErrorMapper.ToRecord(failure, target, _rows?.Row);
        if (failure.RetryAt is not null || ErrorMapper.IsHopeless(failure.Kind))
        {
            ThrowTerminatingError(record);
        }

        WriteError(record);
    }

    private static T Located<T>(string given, Func<T> locate)
    {
        try
        {
            return locate();
        }
        catch (Exception fault) when (fault is SessionStateException or WildcardPatternException or NotSupportedException or ArgumentException or IOException)
        {
            string message = fault is WildcardPatternException ? $"The pattern '{given}' is malformed." : $"The path '{given}' does not exist.";
            throw new InvoicingException(ErrorKind.FileFailed, message, fault);
        }
    }

    /// <summary>
    /// Waits for a task. Whatever ends the wait, such as a warning that stops, ends the work too: no request goes on after the command.
    /// </summary>
    private void WaitFor(Task task)
    {
        try
        {
            Follow(task);
        }
        catch
        {
            CancelWork();
            WaitQuietly(task, LongestStop);
            Pump.SayLastWords(Host.UI);
            throw;
        }
    }

    private void CancelWork()
    {
        Pump.IsStopped = true;
        try
        {
            _cancel.Cancel();
        }
        catch (Exception fault) when (fault is ObjectDisposedException or AggregateException)
        {
            // The command has ended already, or what was cancelled has reported its own failure.
        }
    }

    private void Follow(Task task)
    {
        if (!task.IsCompleted)
        {
            task.ContinueWith(WakeUp, Pump.Arrival, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        while (true)
        {
            Pump.Drain(this);
            if (task.IsCompleted)
            {
                break;
            }

            Pump.Arrival.Wait(Patience);
            Tick?.Invoke();
            if (Cancel.IsCancellationRequested && !WaitQuietly(task, LongestStop))
            {
                throw new PipelineStoppedException();
            }
        }

        Pump.Drain(this);
        Pump.EndWait(this);
        if (task.IsCanceled || (task.IsFaulted && Cancel.IsCancellationRequested))
        {
            throw new PipelineStoppedException();
        }
    }

    private static bool WaitQuietly(Task task, TimeSpan longest)
    {
        try
        {
            return task.Wait(longest);
        }
        catch (AggregateException)
        {
            return true;
        }
    }

    private void Guard(Action work)
    {
        try
        {
            work();
        }
        catch (InvoicingException failure)
        {
            WriteFailure(failure, Target);
        }
        catch (FormatException unreadable)
        {
            // A value that is read only when it is used, such as one of a list of identifiers.
            WriteFailure(new InvoicingException(ErrorKind.InvalidInput, unreadable.Message, unreadable), Target);
        }
    }

    /// <summary>True if a stream is shown. Messages for hidden streams are not prepared.</summary>
    private bool Wants(string stream) =>
        MyInvocation.BoundParameters.TryGetValue(stream, out object? given)
            ? given is SwitchParameter { IsPresent: true }
            : GetVariableValue(stream + "Preference") is { } preference
                && LanguagePrimitives.TryConvertTo(preference, out ActionPreference action)
                && action is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Threading;
using Invoicing.Http;

namespace Invoicing.Commands;

/// <summary>
/// Base of all cmdlets of this module: it waits so that Ctrl+C works at once, writes messages of other threads, and turns
/// our exceptions into error records. A cmdlet overrides <see cref="Execute"/>.
/// </summary>
public abstract partial class InvoicingCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _cancel = new();
    private bool _asksForOne;

    private protected InvoicingCmdlet()
    {
    }

    private protected MessagePump Pump { get; } = new();

    /// <summary>Cancelled when the pipeline is stopped.</summary>
    protected CancellationToken Cancel => _cancel.Token;

    /// <summary>Target object of errors of the present record; the record itself if it came through the pipeline.</summary>
    protected object? Target { get; set; }

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

    private protected new void WriteWarning(string text) => base.WriteWarning(ShownText.Of(Messages.Of(text)));

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

    /// <summary>Writes a record that was looked up. If it was asked for by itself, it shows as a list.</summary>
    private protected void WriteFound(object record) => WriteObject(_asksForOne ? SingleView.Of(record) : record);

    /// <summary>Does the work for each of several things; an error of one does not keep the others.</summary>
    private protected void ForEach<T>(IEnumerable<T> items, Action<T> work)
    {
        _asksForOne = !MyInvocation.ExpectingInput && items is ICollection<T> { Count: 1 };
        foreach (T item in items)
        {
            try
            {
                work(item);
            }
            catch (InvoicingException failure)
            {
                WriteFailure(failure, Target ?? item);
            }
        }
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

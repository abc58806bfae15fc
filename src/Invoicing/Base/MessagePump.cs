using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Host;
using Invoicing.Http;

namespace Invoicing.Commands;

/// <summary>
/// Carries what happens on other threads to the pipeline's thread, the only one that may write to PowerShell's streams.
/// </summary>
internal sealed class MessagePump : IRequestObserver
{
    private readonly ConcurrentQueue<Action<Cmdlet>> _messages = new();
    private readonly ConcurrentQueue<string> _lastWords = new();
    private readonly HashSet<string> _warned = [];
    private bool _waiting;

    /// <summary>True to report each request, which wakes the pipeline's thread.</summary>
    public bool WantsRequests { get; set; }

    public bool WantsBodies { get; set; }

    /// <summary>True once the command is ended: its streams take nothing any more.</summary>
    public bool IsStopped { get; set; }

    /// <summary>True if something is to be written, or a note about a wait taken away.</summary>
    public bool HasMessages => _waiting || !_messages.IsEmpty;

    /// <summary>Set as soon as a message is there, or anything else that the pipeline's thread waits for.</summary>
    public Signal Arrival { get; } = new();

    public void OnRequest(RequestTrace trace)
    {
        if (WantsRequests)
        {
            Post(cmdlet => cmdlet.WriteVerbose(ShownText.Of(trace.ToString())));
        }

        if (trace.RequestBody is { } sent)
        {
            Post(cmdlet => cmdlet.WriteDebug($"{trace.Request} sent {sent}"));
        }

        if (trace.ResponseBody is { } received)
        {
            Post(cmdlet => cmdlet.WriteDebug($"{trace.Request} received {received}"));
        }
    }

    public void OnWait(string reason, TimeSpan time) => Post(cmdlet =>
    {
        string text = FormattableString.Invariant($"{ShownText.Of(reason)}; waiting {time.TotalSeconds:0.#} s");
        cmdlet.WriteVerbose(text);
        cmdlet.WriteProgress(new ProgressRecord(ProgressReporter.WaitActivity, "Waiting", text) { SecondsRemaining = (int)time.TotalSeconds });
        _waiting = true;
    });

    /// <summary>A warning that holds for every record of a long file is given once a command.</summary>
    public void OnWarning(string message) => Warn(ShownText.Of(message));

    private void Warn(string message)
    {
        if (IsStopped)
        {
            _lastWords.Enqueue(message);
            return;
        }

        Post(cmdlet =>
        {
            if (_warned.Add(message))
            {
                cmdlet.WriteWarning(Messages.Of(message));
            }
        });
    }

    /// <summary>Shows the warnings of a command that was ended, such as that its change may have been made.</summary>
    public void SayLastWords(PSHostUserInterface? host)
    {
        while (_lastWords.TryDequeue(out string? message))
        {
            host?.WriteWarningLine(message);
        }
    }

    public void Post(Action<Cmdlet> message)
    {
        _messages.Enqueue(message);
        Arrival.Set();
    }

    /// <summary>Writes what has come. Only the pipeline's thread may call it.</summary>
    public void Drain(Cmdlet cmdlet)
    {
        while (_messages.TryDequeue(out Action<Cmdlet>? message))
        {
            message(cmdlet);
        }
    }

    /// <summary>Takes the note about waiting away once the wait is over.</summary>
    public void EndWait(Cmdlet cmdlet)
    {
        if (_waiting)
        {
            _waiting = false;
            cmdlet.WriteProgress(new ProgressRecord(ProgressReporter.WaitActivity, "Waiting", "done") { RecordType = ProgressRecordType.Completed });
        }
    }
}

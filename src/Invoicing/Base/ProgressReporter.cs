using System;
using System.Diagnostics;
using System.Management.Automation;
using Invoicing.Http;

namespace Invoicing.Commands;

/// <summary>Shows progress, at most five times a second and not at all for what is done at once.</summary>
internal sealed class ProgressReporter
{
    public const int WaitActivity = 731_001;
    public const int WorkActivity = 731_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Cmdlet _cmdlet;
    private readonly string _activity;
    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();
    private bool _shown;

    public ProgressReporter(Cmdlet cmdlet, string activity)
    {
        _cmdlet = cmdlet;
        _activity = Messages.Of(activity);
    }

    /// <summary>True if the next report is due. Check it before creating the text.</summary>
    public bool IsDue => _sinceLast.Elapsed >= Pause;

    public void Count(int done, int? total, string what)
    {
        if (IsDue)
        {
            Show(total > 0 ? $"{done} of {total} {what}" : $"{done} {what}", total > 0 ? (int)Math.Min(100L, 100L * done / total.Value) : -1);
        }
    }

    /// <summary>Shows a text at once, whether it is due or not: for what changes seldom.</summary>
    /// <param name="status">The text.</param>
    /// <param name="percent">The part that is done, in percent; -1 if it is not known.</param>
    /// <param name="secondsLeft">The time that the rest will take in seconds; -1 if it is not known.</param>
    public void Show(string status, int percent = -1, int secondsLeft = -1)
    {
        _sinceLast.Restart();
        _shown = true;
        _cmdlet.WriteProgress(new ProgressRecord(WorkActivity, ShownText.Of(_activity), ShownText.Of(status)) { PercentComplete = percent, SecondsRemaining = secondsLeft });
    }

    /// <summary>Shows how much of a wait is over.</summary>
    /// <param name="waited">The time since it began.</param>
    /// <param name="timeoutSec">Its longest time in seconds; 0 for no limit.</param>
    /// <param name="more">Anything else to tell of it.</param>
    public void Wait(TimeSpan waited, int timeoutSec, string more = "")
    {
        if (IsDue)
        {
            Show(FormattableString.Invariant($"{waited:mm\\:ss} waited{more}"), timeoutSec > 0 ? (int)Math.Min(100, 100 * waited.TotalSeconds / timeoutSec) : -1);
        }
    }

    public void End()
    {
        if (_shown)
        {
            _shown = false;
            _cmdlet.WriteProgress(new ProgressRecord(WorkActivity, _activity, "done") { RecordType = ProgressRecordType.Completed });
        }
    }
}

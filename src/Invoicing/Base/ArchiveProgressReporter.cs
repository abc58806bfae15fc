using System;
using System.Diagnostics;

namespace Invoicing.Commands;

/// <summary>Shows the progress of work on an archive: records of the present kind, files, and the time that is left.</summary>
internal sealed class ArchiveProgressReporter : IProgress<ArchiveProgress>
{
    private readonly ProgressReporter _progress;
    private readonly Stopwatch _watch = new();
    private volatile ArchiveProgress? _now;
    private string? _stage;

    public ArchiveProgressReporter(ProgressReporter progress) => _progress = progress;

    /// <summary>Takes a report, on the thread that makes it.</summary>
    public void Report(ArchiveProgress value) => _now = value;

    /// <summary>Shows the last report if it is time. Only the pipeline's thread may call it.</summary>
    public void Show()
    {
        if (_now is not { } now || !_progress.IsDue)
        {
            return;
        }

        if (_stage != now.Stage)
        {
            _stage = now.Stage;
            _watch.Restart();
        }

        string files = now.Files > 0 ? FormattableString.Invariant($", {now.Files} files") : "";
        if (now.Total is not > 0)
        {
            _progress.Show(FormattableString.Invariant($"{now.Done} {now.Stage}{files}"));
            return;
        }

        int total = Math.Max(now.Total.Value, now.Done);
        long left = _watch.ElapsedMilliseconds * (total - now.Done) / Math.Max(1, now.Done) / 1000;
        _progress.Show(FormattableString.Invariant($"{now.Done} of {total} {now.Stage}{files}"), (int)(100L * now.Done / total), (int)Math.Min(left, int.MaxValue));
    }
}

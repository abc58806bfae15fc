using System;
using System.Diagnostics;
using System.IO;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Base of cmdlets that start a long-running export, wait for it and download it.</summary>
/// <typeparam name="TCapability">The capability that the cmdlet needs.</typeparam>
public abstract class ExportCommand<TCapability> : RowCmdlet<TCapability>
    where TCapability : class, ICapability
{
    private protected ExportCommand()
    {
    }

    /// <summary>Waits until the file is ready. Without it, the export is written at once and can be piped back later.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Maximum wait in seconds; 0 for no limit.</summary>
    [Parameter]
    [Alias("Timeout")]
    [ValidateRange(0, int.MaxValue / 1000)]
    [CountTransformation(Needed = true)]
    [Completes]
    public int TimeoutSec { get; set; } = 600;

    /// <summary>Seconds before the first poll. Each later wait is 1.5 times as long, up to 30 seconds.</summary>
    [Parameter]
    [Alias("PollInterval")]
    [ValidateRange(0.01, 3600.0)]
    [AmountTransformation(Needed = true)]
    [Completes]
    public double PollIntervalSec { get; set; } = 5;

    /// <summary>Path of the file, or a folder. Implies -Wait. A symbolic link is refused: name the file that it leads to.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Path", "FilePath")]
    [TextTransformation(IsPath = true)]
    public Input<string>? OutFile { get; set; }

    /// <summary>Replaces an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Starts or resumes an export, waits and saves it as the parameters say.</summary>
    /// <param name="operation">The export.</param>
    /// <param name="fileName">Name of the file if <see cref="OutFile"/> is a folder.</param>
    private protected void Run(ProviderOperation operation, string fileName)
    {
        string? path = OutFile is null ? null : OutFilePath(OutFile.Get() ?? "", fileName);
        if (path is not null)
        {
            // Checked before the provider works for minutes on a file that cannot be saved.
            CheckPlace(path);
        }

        if (!Wait && path is null)
        {
            Await(operation.PollAsync(Cancel));
            WriteObject(operation);
            return;
        }

        try
        {
            Poll(operation);
        }
        catch (OperationTimeoutException timeout)
        {
            WriteFailure(timeout, operation);
            return;
        }

        if (path is null)
        {
            WriteObject(operation);
        }
        else
        {
            Save(operation, path);
            Saved(path);
            WriteFile(path);
        }
    }

    /// <summary>Redirects the messages of a resumed export, which would go to a cmdlet that has ended, to this one.</summary>
    private protected ProviderOperation Resume(ProviderOperation operation) => operation.ObservedBy(Pump);

    /// <summary>Called when the file is complete.</summary>
    /// <param name="path">Its full path.</param>
    private protected virtual void Saved(string path)
    {
    }

    private void CheckPlace(string path)
    {
        if (!Force && File.Exists(path))
        {
            throw new InvoicingException(ErrorKind.FileFailed, $"The file '{path}' is there already.") { Advice = "Use -Force to replace it, or another -OutFile." };
        }
    }

    private void Poll(ProviderOperation operation)
    {
        var poller = new OperationPoller { Timeout = TimeSpan.FromSeconds(TimeoutSec), Interval = TimeSpan.FromSeconds(PollIntervalSec) };
        var progress = new ProgressReporter(this, operation.Name);
        var watch = Stopwatch.StartNew();
        Showing(
            progress,
            () => progress.Wait(watch.Elapsed, TimeoutSec, FormattableString.Invariant($", asked {operation.PollCount} times")),
            () => Await(poller.WaitAsync(operation, null, Cancel)));
    }

    private void Save(ProviderOperation operation, string path)
    {
        var progress = new ProgressReporter(this, $"Fetching {operation.Name}");
        DownloadProgress now = default;
        Showing(progress, Show, () => Await(operation.SaveAsync(path, Force, new ImmediateProgress<DownloadProgress>(value => now = value), Cancel)));

        void Show()
        {
            if (progress.IsDue)
            {
                progress.Show($"{now.Bytes:N0} bytes", now.Total > 0 ? (int)(100 * now.Bytes / now.Total.Value) : -1);
            }
        }
    }
}

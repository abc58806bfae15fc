using System;
using System.Diagnostics;
using System.IO;
using System.Management.Automation;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Commands;

/// <summary>A cmdlet that has a provider make a file in its own time, waits for it and fetches it.</summary>
/// <typeparam name="TCapability">The kind of work that it needs.</typeparam>
public abstract class ExportCommand<TCapability> : ConnectorCmdlet<TCapability>
    where TCapability : class, ICapability
{
    private protected ExportCommand()
    {
    }

    /// <summary>Wait until the file is there. Else an operation comes out at once, which can be piped back later.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Seconds to wait at the most; 0 is for ever.</summary>
    [Parameter]
    [Alias("Timeout")]
    [ValidateRange(0, int.MaxValue / 1000)]
    [CountTransformation(Needed = true)]
    public int TimeoutSec { get; set; } = 600;

    /// <summary>Seconds before it is asked for again; each later wait is half as long again, up to 30 seconds.</summary>
    [Parameter]
    [Alias("PollInterval")]
    [ValidateRange(0.01, 3600.0)]
    [AmountTransformation(Needed = true)]
    public double PollIntervalSec { get; set; } = 5;

    /// <summary>Where the file shall lie. It waits then, whether -Wait is given or not.</summary>
    [Parameter]
    [Alias("Path", "FilePath")]
    public string? OutFile { get; set; }

    /// <summary>Replace a file that lies there already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Starts or resumes an operation, and does with it what the parameters say.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="fileName">Name of the file where <see cref="OutFile"/> is a directory.</param>
    private protected void Run(ProviderOperation operation, string fileName)
    {
        string? path = OutFile is null ? null : PathOf(OutFile, fileName);
        if (path is not null)
        {
            // Before the provider works for minutes on what cannot be kept.
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
            // By way of the provider, so that it looks like what Get-Item gives.
            WriteObject(InvokeProvider.Item.Get([path], force: true, literalPath: true), enumerateCollection: true);
        }
    }

    /// <summary>A resumed operation is asked over its own road, whose messages went to a cmdlet that has ended: it gets this one's.</summary>
    private protected ProviderOperation Resume(ProviderOperation operation) => operation.ObservedBy(Pump);

    private void CheckPlace(string path)
    {
        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new InvoicingException(ErrorKind.FileFailed, $"There is no folder '{Path.GetDirectoryName(path)}'.") { Advice = "Make it, or use another -OutFile." };
        }

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
        Tick = () =>
        {
            if (progress.IsDue)
            {
                progress.Show(
                    FormattableString.Invariant($"{watch.Elapsed:mm\\:ss} waited, asked {operation.PollCount} times"),
                    TimeoutSec > 0 ? (int)Math.Min(100, 100 * watch.Elapsed.TotalSeconds / TimeoutSec) : -1);
            }
        };
        try
        {
            Await(poller.WaitAsync(operation, null, Cancel));
        }
        finally
        {
            Tick = null;
            progress.End();
        }
    }

    private void Save(ProviderOperation operation, string path)
    {
        var progress = new ProgressReporter(this, $"Fetching {operation.Name}");
        DownloadProgress now = default;
        Tick = () =>
        {
            if (progress.IsDue)
            {
                progress.Show($"{now.Bytes:N0} bytes", now.Total > 0 ? (int)(100 * now.Bytes / now.Total.Value) : -1);
            }
        };
        try
        {
            Await(operation.SaveAsync(path, Force, new ImmediateProgress<DownloadProgress>(value => now = value), Cancel));
        }
        finally
        {
            Tick = null;
            progress.End();
        }
    }

    private string PathOf(string given, string fileName)
    {
        if (string.IsNullOrWhiteSpace(given) || given.IndexOfAny(Path.GetInvalidPathChars()) >= 0)
        {
            throw new InvoicingException(ErrorKind.FileFailed, $"'{given}' is no name that a file can have.");
        }

        string path = PathOf(given);
        bool isDirectory = Directory.Exists(path) || given.EndsWith("/", StringComparison.Ordinal) || given.EndsWith("\\", StringComparison.Ordinal);
        return isDirectory ? Path.Combine(path, FileNames.Safe(fileName)) : path;
    }
}

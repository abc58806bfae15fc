using System;
using System.IO;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Commands;

/// <summary>A cmdlet that reads files one after the other; one that cannot be read does not keep the others from being read.</summary>
public abstract class FileCommand : InvoicingCmdlet
{
    private protected const string PathSet = "Path";
    private protected const string LiteralPathSet = "LiteralPath";

    private protected FileCommand()
    {
    }

    /// <summary>Paths of the files. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Literal paths of the files, without wildcards.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public string[] LiteralPath { get; set; } = [];

    /// <inheritdoc/>
    protected sealed override void Execute()
    {
        bool isLiteral = ParameterSetName == LiteralPathSet;
        foreach (string path in isLiteral ? LiteralPath : Path)
        {
            Attempt(path, () =>
            {
                foreach (string file in isLiteral ? [PathOf(path)] : PathsOf(path))
                {
                    Attempt(file, () => Process(Existing(file)));
                }
            });
        }
    }

    /// <summary>Processes one file.</summary>
    /// <param name="file">Its full path.</param>
    private protected abstract void Process(string file);

    /// <summary>An error of this kind of file as one of ours; <c>null</c> for any other.</summary>
    private protected virtual InvoicingException? FaultOf(string target, Exception fault) => null;

    /// <summary>Waits for work that reads a file, and shows how far it is.</summary>
    private protected void ReadWithProgress(string file, string activity, Func<IProgress<long>, Task> work)
    {
        long size = new FileInfo(file).Length;
        long read = 0;
        var progress = new ProgressReporter(this, activity);
        Showing(progress, Show, () => Await(work(new ImmediateProgress<long>(bytes => Interlocked.Exchange(ref read, bytes)))));

        void Show()
        {
            if (progress.IsDue)
            {
                long now = Interlocked.Read(ref read);
                progress.Show($"{now / 1024 / 1024:N0} MiB", size > 0 ? (int)Math.Min(100, 100 * now / size) : -1);
            }
        }
    }

    private static string Existing(string file) => Directory.Exists(file)
        ? throw new InvoicingException(ErrorKind.FileFailed, $"'{file}' is a directory, not a file.") { Advice = "Add the name of the file, or a pattern such as *.xml." }
        : File.Exists(file)
            ? file
            : throw new InvoicingException(ErrorKind.FileFailed, $"The file '{file}' does not exist.");

    private void Attempt(string target, Action work)
    {
        Target = target;
        try
        {
            work();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            WriteFailure(FileFault.Reading(target, fault), target);
        }
        catch (Exception fault) when (Known(target, fault) is not null)
        {
            WriteFailure(Known(target, fault)!, target);
        }
    }

    private InvoicingException? Known(string target, Exception fault) => fault as InvoicingException ?? FaultOf(target, fault);
}

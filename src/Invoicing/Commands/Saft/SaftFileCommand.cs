using System;
using System.IO;
using System.Management.Automation;
using Invoicing.Saft;

namespace Invoicing.Commands;

/// <summary>A cmdlet that works on SAF-T files: XML, or a ZIP with the XML in it.</summary>
public abstract class SaftFileCommand : InvoicingCmdlet
{
    private protected const string PathSet = "Path";
    private protected const string LiteralPathSet = "LiteralPath";

    private protected SaftFileCommand()
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
        foreach (string path in ParameterSetName == LiteralPathSet ? LiteralPath : Path)
        {
            Target = path;
            try
            {
                foreach (string file in ParameterSetName == LiteralPathSet ? [PathOf(path)] : PathsOf(path))
                {
                    Target = file;
                    Process(file);
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                WriteFailure(new InvoicingException(ErrorKind.FileFailed, $"The file '{Target}' could not be read: {fault.Message}", fault), Target);
            }
            catch (SaftFormatException fault)
            {
                WriteFailure(new InvoicingException(ErrorKind.InvalidFile, fault.Message, fault), Target);
            }
            catch (InvoicingException fault)
            {
                WriteFailure(fault, Target);
            }
        }
    }

    /// <summary>Processes one file.</summary>
    /// <param name="file">Its full path.</param>
    private protected abstract void Process(string file);
}

using System;
using System.IO;
using System.Management.Automation;
using System.Threading.Tasks;
using Invoicing.Saft;

namespace Invoicing.Commands;

/// <summary>
/// Makes copies of SAF-T (PT) files that can be shown to a support desk: names, addresses, tax numbers and texts are replaced, each by the same
/// everywhere. Structure, totals and faults stay. Signatures in a copy no longer verify. The originals are not touched.
/// </summary>
[Cmdlet(VerbsSecurity.Protect, "Saft", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ProtectSaftCommand : SaftFileCommand
{
    private readonly SaftProtector _protector = new();
    private bool _warned;

    /// <summary>Path of the copy: a file, or a directory for copies of the same names. A symbolic link is refused.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("Destination", "FilePath")]
    public string OutFile { get; set; } = "";

    /// <summary>Replace a file that exists already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _protector.Dispose();
        base.Dispose(disposing);
    }

    private protected override void Process(string file)
    {
        string copy = CopyOf(file);
        if (string.Equals(System.IO.Path.GetFullPath(copy), System.IO.Path.GetFullPath(file), StringComparison.OrdinalIgnoreCase))
        {
            throw new InvoicingException(ErrorKind.InvalidInput, $"The copy of '{file}' would replace the original.") { Advice = "Use another -OutFile." };
        }

        OutputFile.Refuse(copy, Force);
        if (!ShouldProcess($"'{file}' to '{copy}'", "Write protected copy"))
        {
            return;
        }

        Await(Task.Run(() => OutputFile.Write(copy, Force, partial => Write(file, partial)), Cancel));
        if (!_warned)
        {
            _warned = true;
            WriteWarning("Signatures and ATCUD in a protected copy are replaced: they no longer verify.");
        }

        WriteFile(copy);
    }

    private string CopyOf(string file)
    {
        string path = PathOf(OutFile);
        bool isDirectory = Directory.Exists(path) || OutFile.EndsWith("/", StringComparison.Ordinal) || OutFile.EndsWith("\\", StringComparison.Ordinal);

        // What is in a ZIP is written as XML.
        return isDirectory ? System.IO.Path.Combine(path, System.IO.Path.GetFileNameWithoutExtension(file) + ".xml") : path;
    }

    private void Write(string file, string copy)
    {
        using var stream = new FileStream(copy, FileMode.CreateNew, FileAccess.Write);
        _protector.Copy(file, stream);
    }
}

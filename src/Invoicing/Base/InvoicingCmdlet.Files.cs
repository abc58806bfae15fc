using System;
using System.IO;

namespace Invoicing.Commands;

/// <summary>Files that cmdlets write.</summary>
public abstract partial class InvoicingCmdlet
{
    /// <summary>The full path of a file that -OutFile names, or that shall lie in a folder that it names.</summary>
    /// <param name="given">The value of -OutFile.</param>
    /// <param name="fileName">Name of the file if it is a folder.</param>
    /// <exception cref="InvoicingException">Nothing was given, there is no such folder, or no file can have the name.</exception>
    private protected string OutFilePath(string given, string fileName)
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            throw new InvoicingException(ErrorKind.FileFailed, "-OutFile is empty.") { Advice = "Name a file or a folder." };
        }

        string path = PathOf(given);
        bool isDirectory = Directory.Exists(path) || given.EndsWith("/", StringComparison.Ordinal) || given.EndsWith("\\", StringComparison.Ordinal);
        string file = isDirectory ? LocalPath.Full(Path.Combine(path, FileNames.Safe(fileName))) : path;
        return Directory.Exists(Path.GetDirectoryName(file))
            ? file
            : throw new InvoicingException(ErrorKind.FileFailed, $"There is no folder '{Path.GetDirectoryName(file)}'.") { Advice = "Make it, or use another -OutFile." };
    }

    /// <summary>Writes a file to the pipeline, through PowerShell's provider, so that the output is like that of Get-Item.</summary>
    private protected void WriteFile(string path) => WriteObject(InvokeProvider.Item.Get([path], force: true, literalPath: true), enumerateCollection: true);
}

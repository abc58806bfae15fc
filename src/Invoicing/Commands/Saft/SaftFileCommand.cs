using System;
using Invoicing.Saft;

namespace Invoicing.Commands;

/// <summary>A cmdlet that works on SAF-T files: XML, or a ZIP or gzip with the XML in it.</summary>
public abstract class SaftFileCommand : FileCommand
{
    private protected SaftFileCommand()
    {
    }

    private protected override InvoicingException? FaultOf(string target, Exception fault) =>
        fault is SaftFormatException ? new InvoicingException(ErrorKind.InvalidFile, $"{target}: {fault.Message}", fault) : null;
}

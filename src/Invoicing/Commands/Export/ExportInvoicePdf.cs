using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Exports documents as PDF files.</summary>
[Cmdlet(VerbsData.Export, "InvoicePdf", DefaultParameterSetName = nameof(Invoice))]
[OutputType(typeof(System.IO.FileInfo), typeof(ProviderOperation))]
public sealed class ExportInvoicePdfCommand : DocumentExportCommand<IPdfExporter>
{
    /// <summary>Prints it as a second copy.</summary>
    [Parameter(ParameterSetName = nameof(Invoice))]
    public SwitchParameter SecondCopy { get; set; }

    private protected override string Extension => ".pdf";

    private protected override ProviderOperation Start(Invoice invoice) => Provider(invoice).StartPdf(invoice, SecondCopy);
}

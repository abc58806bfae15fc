using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Has the provider print documents as PDF.</summary>
[Cmdlet(VerbsData.Export, "InvoicePdf", DefaultParameterSetName = nameof(Invoice))]
[OutputType(typeof(System.IO.FileInfo), typeof(ProviderOperation))]
public sealed class ExportInvoicePdfCommand : DocumentExportCommand<IPdfExporter>
{
    /// <summary>Mark it as a second copy.</summary>
    [Parameter(ParameterSetName = nameof(Invoice))]
    public SwitchParameter SecondCopy { get; set; }

    private protected override string Extension => ".pdf";

    private protected override ProviderOperation Start(Invoice invoice) => Provider(invoice).StartPdf(invoice, SecondCopy);
}

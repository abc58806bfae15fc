using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Exports the QR codes of issued documents as PNG files.</summary>
[Cmdlet(VerbsData.Export, "InvoiceQrCode", DefaultParameterSetName = nameof(Invoice))]
[OutputType(typeof(System.IO.FileInfo), typeof(ProviderOperation))]
public sealed class ExportInvoiceQrCodeCommand : DocumentExportCommand<IQrCodeExporter>
{
    private protected override ProviderOperation Start(Invoice invoice) => Provider(invoice).StartQrCode(invoice);

    private protected override string Extension => ".png";
}

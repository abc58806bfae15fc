using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Creates invoices, or purchases, from e-invoices in XML files.</summary>
[Cmdlet(VerbsData.Import, "InvoiceXml", SupportsShouldProcess = true)]
[OutputType(typeof(Invoice), typeof(Purchase))]
public sealed class ImportInvoiceXmlCommand : ConnectorCmdlet<IXmlExchange>
{
    /// <summary>Paths of the files. Wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "FilePath")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Imports them as purchases, that is, invoices of suppliers.</summary>
    [Parameter]
    public SwitchParameter Purchase { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        ForEach(Path, given =>
        {
            Target = given;
            ForEach(PathsOf(given), Import);
        });
    }

    private void Import(string file)
    {
        Target = file;
        byte[] xml = InputFile.Read(file);
        if (!ShouldProcess($"'{file}' into session '{SessionFor()}'", Purchase ? "Import purchase" : "Import invoice"))
        {
            return;
        }

        WriteObject(Purchase
            ? Await(Provider().ImportPurchaseAsync(xml, Cancel))
            : (InvoiceRecord)Await(Provider().ImportInvoiceAsync(xml, Cancel)));
    }
}

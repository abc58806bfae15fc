using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Creates invoices, or purchases, from e-invoices in XML files.</summary>
[Cmdlet(VerbsData.Import, "InvoiceXml", SupportsShouldProcess = true, DefaultParameterSetName = nameof(Path))]
[OutputType(typeof(Invoice), typeof(Purchase))]
public sealed class ImportInvoiceXmlCommand : ConnectorCmdlet<IXmlExchange>
{
    /// <summary>Paths of the files. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = nameof(Path), Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FilePath")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Literal paths of the files, without wildcards.</summary>
    [Parameter(ParameterSetName = nameof(LiteralPath), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Imports them as purchases, that is, invoices of suppliers.</summary>
    [Parameter]
    public SwitchParameter Purchase { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        bool isLiteral = ParameterSetName == nameof(LiteralPath);
        ForEach(isLiteral ? LiteralPath : Path, given =>
        {
            Target = given;
            ForEach(isLiteral ? [PathOf(given)] : PathsOf(given), Import);
        });
    }

    private void Import(string file)
    {
        Target = file;
        byte[] xml = InputFile.Read(file);
        if (!Agrees($"'{file}' into session '{SessionFor()}'", Purchase ? "Import purchase" : "Import invoice", binds: !Purchase))
        {
            return;
        }

        WriteObject(Purchase
            ? Await(Provider().ImportPurchaseAsync(xml, Cancel))
            : (InvoiceRecord)Await(Provider().ImportInvoiceAsync(xml, Cancel)));
    }
}

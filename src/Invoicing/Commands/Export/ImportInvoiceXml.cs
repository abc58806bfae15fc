using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Creates invoices, or purchases, from e-invoices in XML files. A file may hold several; one that is not well-formed is refused.</summary>
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

    /// <summary>Imports no invoice whose number is there already, and writes the one that is there.</summary>
    [Parameter]
    public SwitchParameter SkipExisting { get; set; }

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
        foreach (EInvoice one in EInvoice.Read(InputFile.Read(file)))
        {
            EInvoiceImport imports = Records().EInvoices;
            InvoiceRecord? made = Purchase
                ? Send(Await(imports.PreparePurchaseAsync(one, file, SkipExisting, Cancel)))
                : Send(Await(imports.PrepareInvoiceAsync(one, file, SkipExisting, Cancel)));
            if (made is not null)
            {
                WriteObject(made);
            }
        }
    }
}

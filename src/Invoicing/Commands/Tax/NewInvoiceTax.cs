using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Creates a tax.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceTax", SupportsShouldProcess = true)]
[OutputType(typeof(Tax))]
public sealed class NewInvoiceTaxCommand : TaxParameters<ICreator<Tax>>
{
    /// <summary>The name, unique in the account.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Needed]
    [TextTransformation]
    [Completes]
    public Input<string>? Name { get; set; }

    /// <summary>The row or object from the pipeline. Errors carry it.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => Create(InputObject);
}

using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Creates an item in the provider's catalogue.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceItem", SupportsShouldProcess = true)]
[OutputType(typeof(Item))]
public sealed class NewInvoiceItemCommand : ItemParameters<ICreator<Item>>
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

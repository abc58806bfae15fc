using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Deletes items of the provider's catalogue.</summary>
[Cmdlet(VerbsCommon.Remove, "InvoiceItem", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveInvoiceItemCommand : RecordCmdlet<IRemover<Item>, Item>
{
    /// <summary>The record to delete: its object, a row, or text that is looked for as code, number and name, and as an id last.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Item")]
    [RecordTransformation(Many = true)]
    [Completes]
    public Input<RecordIdentity>? InputObject { get; set; }

    /// <summary>The provider's identifier.</summary>
    [Parameter]
    [RecordTransformation(Many = true, Kind = RecordKeyKind.Id)]
    [Completes]
    public Input<RecordIdentity>? Id { get; set; }

    /// <summary>The whole name.</summary>
    [Parameter]
    [RecordTransformation(Many = true, Kind = RecordKeyKind.Name)]
    [Completes]
    public Input<RecordIdentity>? Name { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(Delete, InputObject, Id, Name);
}

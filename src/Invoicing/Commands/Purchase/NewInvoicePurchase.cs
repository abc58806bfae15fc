using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Enters a purchase: an invoice of a supplier.</summary>
[Cmdlet(VerbsCommon.New, "InvoicePurchase", SupportsShouldProcess = true)]
[OutputType(typeof(Purchase))]
public sealed class NewInvoicePurchaseCommand : PurchaseParameters<ICreator<Purchase>>
{
    /// <summary>The supplier: its object, id, code or name.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ClientTransformation]
    [Needed]
    [Completes]
    public Input<ClientIdentity>? Supplier { get; set; }

    /// <summary>The supplier's number. The purchase is looked up by it after a lost answer.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Needed]
    [Completes]
    public Input<string>? Number { get; set; }

    /// <summary>The row or object from the pipeline. Errors carry it.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => Create(InputObject);

    private protected override void Apply(Purchase record)
    {
        base.Apply(record);
        ClientIdentity supplier = Supplier.Get()!;
        record.Supplier = FindClient(supplier);
    }
}

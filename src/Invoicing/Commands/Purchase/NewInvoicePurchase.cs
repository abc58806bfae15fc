using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Enters a purchase: an invoice of a supplier.</summary>
[Cmdlet(VerbsCommon.New, "InvoicePurchase", SupportsShouldProcess = true)]
[OutputType(typeof(Purchase))]
public sealed class NewInvoicePurchaseCommand : PurchaseParameters<ICreator<Purchase>>
{
    /// <summary>The supplier: its object, id, code or name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ClientTransformation]
    public ClientIdentity[] Supplier { get; set; } = [];

    /// <summary>The supplier's number. The purchase is looked up by it after a lost answer.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Number { get; set; }

    /// <summary>The row or object from the pipeline. Errors carry it.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => Create(InputObject);

    private protected override void Apply(Purchase record)
    {
        base.Apply(record);
        var resolver = new ClientResolver(Use<IReader<Client>>(), Use<IFinder<Client>>());
        record.Supplier = Supplier[0].Client ?? new Client
        {
            Id = Await(resolver.IdAsync(Supplier[0], Cancel)),
            Name = Supplier[0].Name ?? Supplier[0].Text
        };
    }
}

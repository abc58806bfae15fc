using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Changes invoices of suppliers: what is given is changed, everything else stays. -Line takes the place of all lines.</summary>
[Cmdlet(VerbsCommon.Set, "InvoicePurchase", SupportsShouldProcess = true)]
[OutputType(typeof(Purchase))]
public sealed class SetInvoicePurchaseCommand : PurchaseParameters<IUpdater<Purchase>>
{
    /// <summary>What shall be changed: the object, its identifier or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Purchase")]
    [RecordTransformation]
    public RecordIdentity[] InputObject { get; set; } = [];

    /// <summary>New number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Number { get; set; }

    /// <summary>Write the object as it is afterwards, which costs a request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(InputObject, record => Change(record, PassThru));
}

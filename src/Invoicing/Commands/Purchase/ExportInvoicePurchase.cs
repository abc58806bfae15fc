using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Downloads the file attached to a purchase. Its content decides the extension if -OutFile is a folder.</summary>
[Cmdlet(VerbsData.Export, "InvoicePurchase")]
[OutputType(typeof(System.IO.FileInfo), typeof(ProviderOperation))]
public sealed class ExportInvoicePurchaseCommand : ExportCommand<IPurchaseFileExporter>
{
    /// <summary>The purchase: its object, a row, its number, or its id.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [RecordTransformation(Many = true)]
    [Completes]
    public Input<RecordIdentity>? Purchase { get; set; }

    /// <summary>The provider's identifier of the purchase.</summary>
    [Parameter]
    [RecordTransformation(Many = true, Kind = RecordKeyKind.Id)]
    [Completes]
    public Input<RecordIdentity>? Id { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEach(OneWay("purchase", Purchase, Id), identity =>
    {
        Target = identity.Source;
        Purchase purchase = FindRecord<Purchase>(identity, whole: false);
        ProviderOperation operation = Provider(purchase).StartFile(purchase);
        Await(operation.PollAsync(Cancel));
        Run(operation, purchase + operation.GetFileEnding());
    });
}

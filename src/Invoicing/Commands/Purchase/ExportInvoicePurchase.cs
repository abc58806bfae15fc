using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Downloads the file attached to a purchase. Its content decides the extension if -OutFile is a folder.</summary>
[Cmdlet(VerbsData.Export, "InvoicePurchase")]
[OutputType(typeof(System.IO.FileInfo), typeof(ProviderOperation))]
public sealed class ExportInvoicePurchaseCommand : ExportCommand<IPurchaseFileExporter>
{
    /// <summary>The purchase: its object or identifier.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "InputObject")]
    [RecordTransformation(Many = true)]
    public Input<RecordIdentity>? Purchase { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEach(Purchase, identity =>
    {
        Target = identity.Source;
        Purchase purchase = identity.Record as Purchase ?? new Purchase { Id = identity.ToString() };
        ProviderOperation operation = Provider(purchase).StartFile(purchase);
        Await(operation.PollAsync(Cancel));
        Run(operation, purchase + FileKind.EndingOf(operation.Content ?? []));
    });
}

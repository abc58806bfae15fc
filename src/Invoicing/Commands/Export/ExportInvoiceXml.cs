using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Exports invoices, or purchases, as e-invoices in XML.</summary>
[Cmdlet(VerbsData.Export, "InvoiceXml", DefaultParameterSetName = nameof(Invoice))]
[OutputType(typeof(System.IO.FileInfo), typeof(ProviderOperation))]
public sealed class ExportInvoiceXmlCommand : DocumentExportCommand<IXmlExchange>
{
    /// <summary>The purchase: its object or identifier.</summary>
    [Parameter(ParameterSetName = nameof(Purchase), Mandatory = true, ValueFromPipeline = true)]
    [RecordTransformation(Many = true)]
    [Completes]
    public Input<RecordIdentity>? Purchase { get; set; }

    private protected override string Extension => ".xml";

    private protected override ProviderOperation Start(Invoice invoice) => Provider(invoice).StartXml(invoice);

    private protected override bool ExecuteOther()
    {
        if (ParameterSetName != nameof(Purchase))
        {
            return false;
        }

        ForEach(Purchase, identity =>
        {
            Target = identity.Source;
            Purchase purchase = FindRecord<Purchase>(identity, whole: false);
            Run(Provider(purchase).StartXml(purchase), purchase + Extension);
        });
        return true;
    }
}

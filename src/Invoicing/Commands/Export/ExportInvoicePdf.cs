using System.Management.Automation;
using Invoicing.Connectors;

namespace Invoicing.Commands;

/// <summary>Has the provider print documents as PDF.</summary>
[Cmdlet(VerbsData.Export, "InvoicePdf", DefaultParameterSetName = nameof(Invoice))]
[OutputType(typeof(System.IO.FileInfo), typeof(ProviderOperation))]
public sealed class ExportInvoicePdfCommand : ExportCommand<IPdfExporter>
{
    /// <summary>The document: the object, its identifier, or its number such as FT 2026/14.</summary>
    [Parameter(ParameterSetName = nameof(Invoice), Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Number", "InputObject")]
    [InvoiceTransformation]
    public InvoiceIdentity[] Invoice { get; set; } = [];

    /// <summary>Mark it as a second copy.</summary>
    [Parameter(ParameterSetName = nameof(Invoice))]
    public SwitchParameter SecondCopy { get; set; }

    /// <summary>An export that was started before: what came out without -Wait, or the TargetObject of the error when the time was over.</summary>
    [Parameter(ParameterSetName = nameof(Operation), Mandatory = true, ValueFromPipeline = true)]
    public ProviderOperation? Operation { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        if (Operation is { } before)
        {
            Target = before;
            Run(Resume(before), before.Name + ".pdf");
            return;
        }

        ForEach(Invoice, identity =>
        {
            Target = identity.Source;

            // Only the identifier is needed, so no type has to be guessed.
            Invoice invoice = identity.Id is { } id
                ? new Invoice { Id = id }
                : Await(new InvoiceResolver(Use<IInvoiceReader>(identity.Invoice)).FindAsync(identity, null, whole: false, Cancel));
            Run(Provider(identity.Invoice).StartPdf(invoice, SecondCopy), $"{invoice}.pdf");
        });
    }
}

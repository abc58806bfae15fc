using System.Management.Automation;
using Invoicing.Connectors;

namespace Invoicing.Commands;

/// <summary>Gets payments: of an invoice, by their identifier, or all.</summary>
[Cmdlet(VerbsCommon.Get, "InvoicePayment", DefaultParameterSetName = InvoiceSet)]
[OutputType(typeof(Payment))]
public sealed class GetInvoicePaymentCommand : ConnectorCmdlet<IPaymentReader>
{
    private const string InvoiceSet = "Invoice";

    /// <summary>The invoice that was paid: the object, its identifier or its number. Else all payments are listed.</summary>
    [Parameter(ParameterSetName = InvoiceSet, Position = 0, ValueFromPipeline = true)]
    [InvoiceTransformation]
    public InvoiceIdentity[]? Invoice { get; set; }

    /// <summary>The provider's identifier of the payment.</summary>
    [Parameter(ParameterSetName = nameof(Id), Mandatory = true)]
    public string[] Id { get; set; } = [];

    /// <summary>Rows that are asked for at once; the largest page that the provider documents if it is not given.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    public int? PageSize { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        if (ParameterSetName == nameof(Id))
        {
            ForEach(Id, id => WriteObject(Await(Provider().GetAsync(id, Cancel))));
        }
        else if (Invoice is { } invoices)
        {
            ForEach(invoices, Write);
        }
        else
        {
            WriteListing(Provider().List(new ListQuery { PageSize = PageSize }), "payments");
        }
    }

    private void Write(InvoiceIdentity identity)
    {
        Target = identity.Source;

        // Only the identifier is needed, so no type has to be guessed.
        Invoice invoice = identity.Id is { } id
            ? new Invoice { Id = id }
            : Await(new InvoiceResolver(Use<IInvoiceReader>(identity.Invoice)).FindAsync(identity, null, whole: false, Cancel));
        WriteObject(Await(Provider(identity.Invoice).GetForInvoiceAsync(invoice, Cancel)), enumerateCollection: true);
    }
}

using System;
using System.Management.Automation;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Commands;

/// <summary>Gets payments: of an invoice or a purchase, by their identifier, or all.</summary>
[Cmdlet(VerbsCommon.Get, "InvoicePayment", DefaultParameterSetName = InvoiceSet)]
[OutputType(typeof(Payment))]
public sealed class GetInvoicePaymentCommand : ConnectorCmdlet<IPaymentReader>
{
    private const string InvoiceSet = "Invoice";

    /// <summary>The invoice that was paid: the object, its identifier or its number. Else all payments are listed.</summary>
    [Parameter(ParameterSetName = InvoiceSet, Position = 0, ValueFromPipeline = true)]
    [InvoiceTransformation]
    public InvoiceIdentity[]? Invoice { get; set; }

    /// <summary>The purchase that was paid: the object or its identifier.</summary>
    [Parameter(ParameterSetName = nameof(Purchase), Mandatory = true, ValueFromPipeline = true)]
    [RecordTransformation]
    public RecordIdentity[] Purchase { get; set; } = [];

    /// <summary>Payments that went out, to suppliers, in place of those that came in.</summary>
    [Parameter(ParameterSetName = InvoiceSet)]
    [Parameter(ParameterSetName = nameof(Id))]
    public SwitchParameter Outgoing { get; set; }

    /// <summary>Only those of this day, where the provider can be asked for a day.</summary>
    [Parameter(ParameterSetName = InvoiceSet)]
    [DateTransformation]
    public DateTime? Date { get; set; }

    /// <summary>The provider's identifier of the payment.</summary>
    [Parameter(ParameterSetName = nameof(Id), Mandatory = true)]
    public string[] Id { get; set; } = [];

    /// <summary>Rows that are asked for at once; the largest page that the provider documents if it is not given.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    [CountTransformation]
    public int? PageSize { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        if (ParameterSetName == nameof(Id))
        {
            ForEach(Id, id => WriteObject(Await(Outgoing
                ? Use<IPurchasePayer>().GetOutgoingAsync(id, Cancel) : Provider().GetAsync(id, Cancel))));
        }
        else if (ParameterSetName == nameof(Purchase))
        {
            ForEach(Purchase, identity =>
            {
                Target = identity.Source;
                Purchase purchase = identity.Record as Purchase ?? new Purchase { Id = identity.ToString() };
                WriteObject(Await(Use<IPurchasePayer>(purchase).GetForPurchaseAsync(purchase, Cancel)), enumerateCollection: true);
            });
        }
        else if (Invoice is { } invoices)
        {
            ForEach(invoices, Write);
        }
        else
        {
            var query = new RecordQuery { PageSize = PageSize, DateFrom = Date, DateTo = Date };
            WriteListing(
                Outgoing ? Use<IPurchasePayer>().ListOutgoing(query) : Provider().List(query), "payments",
                    payment => Date is null || payment.Date == Date);
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

using System;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Gets payments: of an invoice or a purchase, by identifier, or all.</summary>
[Cmdlet(VerbsCommon.Get, "InvoicePayment", DefaultParameterSetName = InvoiceSet)]
[OutputType(typeof(Payment))]
public sealed class GetInvoicePaymentCommand : ConnectorCmdlet<IPaymentReader>
{
    private const string InvoiceSet = "Invoice";

    /// <summary>The paid invoice: its object, a row, or text that is looked for as number and reference, and as an id last. Default: all payments.</summary>
    [Parameter(ParameterSetName = InvoiceSet, Position = 0, ValueFromPipeline = true)]
    [InvoiceTransformation(Now = true, Many = true)]
    [Completes]
    public InvoiceIdentity[]? Invoice { get; set; }

    /// <summary>The paid purchase: its object, a row, its number, or its id.</summary>
    [Parameter(ParameterSetName = nameof(Purchase), Mandatory = true, ValueFromPipeline = true)]
    [RecordTransformation(Now = true, Many = true)]
    [Completes]
    public RecordIdentity[] Purchase { get; set; } = [];

    /// <summary>Gets outgoing payments to suppliers instead of incoming ones.</summary>
    [Parameter(ParameterSetName = InvoiceSet)]
    [Parameter(ParameterSetName = nameof(Id))]
    public SwitchParameter Outgoing { get; set; }

    /// <summary>Only payments of this day, at providers that filter by day.</summary>
    [Parameter(ParameterSetName = InvoiceSet)]
    [DateTransformation(Now = true)]
    [Completes]
    public DateTime? Date { get; set; }

    /// <summary>The provider's identifier of the payment.</summary>
    [Parameter(ParameterSetName = nameof(Id), Mandatory = true)]
    [Completes]
    public string[] Id { get; set; } = [];

    /// <summary>Rows per request. Default: the largest page that the provider documents.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    [CountTransformation(Now = true)]
    [Completes]
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
                Purchase purchase = FindRecord<Purchase>(identity, whole: false);
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

        // Where only the identifier is given, the type need not be guessed.
        Invoice invoice = FindInvoice(identity, identity.Id is null ? null : InvoiceType.Invoice, whole: false);
        WriteObject(Await(Provider(invoice).GetForInvoiceAsync(invoice, Cancel)), enumerateCollection: true);
    }
}

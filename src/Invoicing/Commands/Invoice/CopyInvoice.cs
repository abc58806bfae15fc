using System;
using System.Collections;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Creates a draft with the client and the lines of a document, of the same or another type.</summary>
[Cmdlet(VerbsCommon.Copy, "Invoice", SupportsShouldProcess = true)]
[OutputType(typeof(Invoice))]
public sealed class CopyInvoiceCommand : RowCmdlet<IInvoiceCreator>
{
    /// <summary>The document: its object, a row, or text that is looked for as number and reference, and as an id last.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [InvoiceTransformation(Many = true)]
    [Completes]
    public Input<InvoiceIdentity>? Invoice { get; set; }

    /// <summary>The provider's identifier of the document.</summary>
    [Parameter]
    [InvoiceTransformation(Many = true, Kind = RecordKeyKind.Id)]
    [Completes]
    public Input<InvoiceIdentity>? Id { get; set; }

    /// <summary>Number of the document with its series, such as FT 2026/14.</summary>
    [Parameter]
    [InvoiceTransformation(Many = true, Kind = RecordKeyKind.Number)]
    [Completes]
    public Input<InvoiceIdentity>? Number { get; set; }

    /// <summary>Type of the copy. Default: the type of the document.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [MemberTransformation(typeof(InvoiceType))]
    [Completes]
    public Input<InvoiceType>? Type { get; set; }

    /// <summary>Date of the copy. Default: today.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    [Completes]
    public Input<DateTime>? Date { get; set; }

    /// <summary>Due date. Default: the same payment term as on the document.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    [Completes]
    public Input<DateTime>? DueDate { get; set; }

    /// <summary>Guides: moment of loading, in Lisbon time.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [MomentTransformation]
    [Completes]
    public Input<DateTime>? LoadedAt { get; set; }

    /// <summary>Guides: address of loading. Default: as on the document.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AddressTransformation]
    public Input<PostalAddress>? AddressFrom { get; set; }

    /// <summary>Guides: address of delivery. Default: as on the document.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AddressTransformation]
    public Input<PostalAddress>? AddressTo { get; set; }

    /// <summary>Guides: licence plate of the vehicle. Default: as on the document.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? LicensePlate { get; set; }

    /// <summary>Your own key of the copy, such as an order number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Reference { get; set; }

    /// <summary>Number of the copy, at providers where you choose it. Default: the provider's proposal.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? NewNumber { get; set; }

    /// <summary>
    /// Taxes of another account, by name or rate, and the taxes of this one that take their place, such as @{ 'IVA23' = '24' }. Default: the one
    /// tax of this account that has the same rate.
    /// </summary>
    [Parameter]
    public IDictionary? TaxMap { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEach(OneWay("document", Invoice, Id, Number), identity =>
    {
        Target = identity.Source;
        Destination = null;
        Invoice source = SourceOf(identity).Copy();
        Invoice? own = OwnOrNone(source);
        Destination = SessionFor(own);
        if (own is null)
        {
            // The client of a document shows less than the client itself.
            source.Client = source.Client is null ? null : Whole(ClientIdentity.From(source, RecordKeyKind.Any).Client!);
            WarnOfLoss(source);
        }

        Settle(source.Lines, TaxMap);
        var options = new CopyOptions
        {
            Type = Type.Get(),
            Date = Date.Get(),
            DueDate = DueDate.Get(),
            Reference = Reference.Get(),
            Number = NewNumber.Get(),
            LoadedAt = LoadedAt.Get(),
            AddressFrom = AddressFrom.Get(),
            AddressTo = AddressTo.Get(),
            LicensePlate = LicensePlate.Get(),
        };
        if (Send(Await(Records(own).Invoices.PrepareCopyAsync(source, options, Cancel))) is { } made)
        {
            WriteObject(made);
        }
    });

    /// <summary>The whole document. One of another account is read there.</summary>
    private Invoice SourceOf(InvoiceIdentity identity) => identity.Invoice is { } foreign && IsForeign(foreign) ? Whole(foreign)
        : Whole(FindInvoice(identity, null, whole: true));
}

using System;
using System.Management.Automation;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Commands;

/// <summary>Creates a draft with the client and the lines of a document, of the same or another type.</summary>
[Cmdlet(VerbsCommon.Copy, "Invoice", SupportsShouldProcess = true)]
[OutputType(typeof(Invoice))]
public sealed class CopyInvoiceCommand : RowCmdlet<IInvoiceCreator>
{
    /// <summary>The document: its object, identifier, or number such as FT 2026/14.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Number", "InputObject")]
    [InvoiceTransformation(Many = true)]
    public Input<InvoiceIdentity>? Invoice { get; set; }

    /// <summary>Type of the copy. Default: the type of the document.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [MemberTransformation(typeof(InvoiceType))]
    [ArgumentCompleter(typeof(MemberCompleter<InvoiceType>))]
    public Input<InvoiceType>? Type { get; set; }

    /// <summary>Date of the copy. Default: today.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    public Input<DateTime>? Date { get; set; }

    /// <summary>Due date. Default: the same payment term as on the document.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    public Input<DateTime>? DueDate { get; set; }

    /// <summary>Guides: moment of loading, in Lisbon time.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [MomentTransformation]
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
    public Input<string>? LicensePlate { get; set; }

    /// <summary>Your own key of the copy, such as an order number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? Reference { get; set; }

    /// <summary>Number of the copy, at providers where you choose it. Default: the provider's proposal.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public Input<string>? NewNumber { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEach(Invoice, identity =>
    {
        Target = identity.Source;
        Invoice source = Await(new InvoiceResolver(Use<IInvoiceReader>(identity.Invoice)).FindAsync(identity, null, whole: true, Cancel));
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
        if (Send(Await(Records(source).Invoices.PrepareCopyAsync(source, options, Cancel))) is { } made)
        {
            WriteObject(made);
        }
    });
}

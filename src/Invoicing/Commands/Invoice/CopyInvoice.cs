using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Creates a draft with the client and the lines of a document, of the same or another type.</summary>
[Cmdlet(VerbsCommon.Copy, "Invoice", SupportsShouldProcess = true)]
[OutputType(typeof(Invoice))]
public sealed class CopyInvoiceCommand : RowCmdlet<IInvoiceCreator>
{
    private static readonly InvoiceType[] Notes = [InvoiceType.CreditNote, InvoiceType.DebitNote, InvoiceType.VatMossCreditNote];

    /// <summary>Types that a note can correct: a copy of them as a note corrects them.</summary>
    private static readonly InvoiceType[] Correctable =
    [
        InvoiceType.Invoice, InvoiceType.InvoiceReceipt, InvoiceType.SimplifiedInvoice, InvoiceType.CashInvoice, InvoiceType.VatMossInvoice,
        InvoiceType.VatMossReceipt,
    ];

    /// <summary>The document: its object, a row, or text that is looked for as number and reference, and as an id last.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [InvoiceTransformation(Many = true)]
    public Input<InvoiceIdentity>? Invoice { get; set; }

    /// <summary>The provider's identifier of the document.</summary>
    [Parameter]
    [InvoiceTransformation(Many = true, Kind = RecordKeyKind.Id)]
    public Input<InvoiceIdentity>? Id { get; set; }

    /// <summary>Number of the document with its series, such as FT 2026/14.</summary>
    [Parameter]
    [InvoiceTransformation(Many = true, Kind = RecordKeyKind.Number)]
    public Input<InvoiceIdentity>? Number { get; set; }

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
        Invoice source = SourceOf(identity);
        Invoice? own = OwnOrNone(source);
        Invoice copy = own is not null && SessionFor(own).Provider.Can(typeof(IInvoiceCopier))
            ? Adapt(Await(Use<IInvoiceCopier>(own).CopyAsync(own, Cancel)))
            : CopyOf(source, isForeign: own is null);
        if (own is null)
        {
            WarnOfLoss(source);
            copy.Client = FindClient(ClientIdentity.From(source, RecordKeyKind.Any));
        }

        Settle(copy.Lines, TaxMap);
        IInvoiceCreator creator = Provider(own);
        InvoiceTotals totals = Await(creator.PreviewAsync(copy, Cancel));
        if (ShouldProcess($"{copy.Type} for '{copy.ClientName}' from {source} in session '{SessionFor(own)}': {totals}", "Create"))
        {
            WriteObject(Await(creator.CreateAsync(copy, Cancel)));
        }
    });

    /// <summary>The whole document. One of another account is read there.</summary>
    private Invoice SourceOf(InvoiceIdentity identity) => identity.Invoice is { } foreign && IsForeign(foreign) ? Whole(foreign)
        : Whole(FindInvoice(identity, null, whole: true));

    /// <summary>Applies the parameters to a copy that the provider made.</summary>
    private Invoice Adapt(Invoice copy)
    {
        copy.Type = Type.Get() ?? copy.Type;
        copy.Number = NewNumber.Get() ?? copy.Number;
        copy.Reference = Reference.Get();
        copy.Date = Date.Get() ?? copy.Date;
        copy.DueDate = DueDate.Get() ?? copy.DueDate;
        return copy;
    }

    private Invoice CopyOf(Invoice source, bool isForeign)
    {
        Invoice copy = PlainCopyOf(source);

        // Fields that only some types have are not sent for other types.
        if (copy.Type is InvoiceType.Quote or InvoiceType.Proforma or InvoiceType.FeesNote)
        {
            copy.LinkRelated = true;
        }
        else if (copy.Type is InvoiceType.Shipping or InvoiceType.Transport or InvoiceType.Devolution)
        {
            copy.LoadedAt = LoadedAt.Get();
            copy.AddressFrom = AddressFrom.Get() ?? source.AddressFrom;
            copy.AddressTo = AddressTo.Get() ?? source.AddressTo;
            copy.LicensePlate = LicensePlate.Get() ?? source.LicensePlate;
        }
        else if (Array.IndexOf(Notes, copy.Type) >= 0 && !isForeign)
        {
            copy.CorrectedInvoiceId = Array.IndexOf(Notes, source.Type) >= 0 ? source.CorrectedInvoiceId
                : Array.IndexOf(Correctable, source.Type) >= 0 ? source.Id : null;
        }

        return copy;
    }

    private Invoice PlainCopyOf(Invoice source) => new()
    {
        Number = NewNumber.Get(),
        Type = Type.Get() ?? source.Type,
        Client = source.Client,
        Lines = [.. source.Lines.Select(CopyOf)],
        Date = Date.Get(),
        DueDate = DueDate.Get() ?? Arithmetic.OrRefuse(source.ToString(), () => Date.Get() + (source.DueDate - source.Date), Arithmetic.NoSuchDay),
        Reference = Reference.Get(),
        PricesIncludeTax = source.PricesIncludeTax,
        Currency = source.Currency,
        ExchangeRate = source.ExchangeRate,
        GlobalDiscount = source.GlobalDiscount,
        GlobalDiscountType = source.GlobalDiscountType,
        Withholding = source.Withholding,
        TaxExemption = source.TaxExemption,
        Notes = source.Notes,
    };

    /// <summary>Clears computed amounts: the provider computes them again.</summary>
    private static InvoiceLine CopyOf(InvoiceLine line) => new()
    {
        Name = line.Name,
        Description = line.Description,
        Quantity = line.Quantity,
        UnitPrice = line.UnitPrice,
        Unit = line.Unit,
        Discount = line.Discount,
        Tax = line.Tax,
        TaxRate = line.TaxRate,
        TaxId = line.TaxId,
        ItemId = line.ItemId,
        ItemCode = line.ItemCode,
        WarehouseId = line.WarehouseId,
        AccountId = line.AccountId,
        SecondTax = line.SecondTax,
        SecondTaxRate = line.SecondTaxRate,
        Session = line.Session,
    };
}

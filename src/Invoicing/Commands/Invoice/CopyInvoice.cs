using System;
using System.Linq;
using System.Management.Automation;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Commands;

/// <summary>Makes a new draft with the client and the lines of a document, of the same type or of another one.</summary>
[Cmdlet(VerbsCommon.Copy, "Invoice", SupportsShouldProcess = true)]
[OutputType(typeof(Invoice))]
public sealed class CopyInvoiceCommand : ConnectorCmdlet<IInvoiceCreator>
{
    private static readonly InvoiceType[] Notes = [InvoiceType.CreditNote, InvoiceType.DebitNote, InvoiceType.VatMossCreditNote];

    /// <summary>What a note can correct: a copy of it as a note does.</summary>
    private static readonly InvoiceType[] Correctable =
    [
        InvoiceType.Invoice, InvoiceType.InvoiceReceipt, InvoiceType.SimplifiedInvoice, InvoiceType.CashInvoice, InvoiceType.VatMossInvoice,
        InvoiceType.VatMossReceipt,
    ];

    /// <summary>The document: the object, its identifier, or its number such as FT 2026/14.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Number", "InputObject")]
    [InvoiceTransformation]
    public InvoiceIdentity[] Invoice { get; set; } = [];

    /// <summary>Type of the copy; else that of the document.</summary>
    [Parameter(Position = 1)]
    [MemberTransformation(typeof(InvoiceType))]
    public InvoiceType? Type { get; set; }

    /// <summary>Date of the copy; else today.</summary>
    [Parameter]
    [DateTransformation]
    public DateTime? Date { get; set; }

    /// <summary>Last day to pay; else as many days after the date as on the document.</summary>
    [Parameter]
    [DateTransformation]
    public DateTime? DueDate { get; set; }

    /// <summary>Guides: when the goods are loaded, in Lisbon's time of day.</summary>
    [Parameter]
    [MomentTransformation]
    public DateTime? LoadedAt { get; set; }

    /// <summary>Guides: where the goods are taken from; else as on the document.</summary>
    [Parameter]
    public PostalAddress? AddressFrom { get; set; }

    /// <summary>Guides: where the goods are taken to; else as on the document.</summary>
    [Parameter]
    public PostalAddress? AddressTo { get; set; }

    /// <summary>Guides: licence plate of the vehicle; else as on the document.</summary>
    [Parameter]
    [TextTransformation]
    public string? LicensePlate { get; set; }

    /// <summary>The caller's own key for the copy.</summary>
    [Parameter]
    public string? Reference { get; set; }

    /// <summary>Number of the copy, at providers that leave it to the caller; else what the provider proposes.</summary>
    [Parameter]
    public string? NewNumber { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEach(Invoice, identity =>
    {
        Target = identity.Source;
        IInvoiceReader reader = Use<IInvoiceReader>(identity.Invoice);
        var resolver = new InvoiceResolver(reader);
        Invoice source = Await(resolver.WholeAsync(Await(resolver.FindAsync(identity, null, whole: true, Cancel)), Cancel));
        Invoice copy = SessionFor(source).Provider.Can(typeof(IInvoiceCopier))
            ? Adapt(Await(Use<IInvoiceCopier>(source).CopyAsync(source, Cancel)))
            : CopyOf(source);
        IInvoiceCreator creator = Provider(source);
        PreparedChange<Invoice> ready = Await(creator.PrepareAsync(copy, Cancel));
        if (ShouldProcess($"{copy.Type} for '{copy.ClientName}' from {source} in session '{SessionFor(source)}': {ready.Totals}", "Create"))
        {
            WriteObject(Await(ready.SendAsync(Cancel)));
        }
    });

    /// <summary>Gives a copy of the provider's making what was asked for.</summary>
    private Invoice Adapt(Invoice copy)
    {
        copy.Type = Type ?? copy.Type;
        copy.Number = NewNumber ?? copy.Number;
        copy.Reference = Reference;
        copy.Date = Date ?? copy.Date;
        copy.DueDate = DueDate ?? copy.DueDate;
        return copy;
    }

    private Invoice CopyOf(Invoice source)
    {
        Invoice copy = PlainCopyOf(source);

        // What only some types have is not sent for the others.
        if (copy.Type is InvoiceType.Quote or InvoiceType.Proforma or InvoiceType.FeesNote)
        {
            copy.LinkRelated = true;
        }
        else if (copy.Type is InvoiceType.Shipping or InvoiceType.Transport or InvoiceType.Devolution)
        {
            copy.LoadedAt = LoadedAt;
            copy.AddressFrom = AddressFrom ?? source.AddressFrom;
            copy.AddressTo = AddressTo ?? source.AddressTo;
            copy.LicensePlate = LicensePlate ?? source.LicensePlate;
        }
        else if (Array.IndexOf(Notes, copy.Type) >= 0)
        {
            copy.CorrectedInvoiceId = Array.IndexOf(Notes, source.Type) >= 0 ? source.CorrectedInvoiceId
                : Array.IndexOf(Correctable, source.Type) >= 0 ? source.Id : null;
        }

        return copy;
    }

    private Invoice PlainCopyOf(Invoice source) => new()
    {
        Number = NewNumber,
        Type = Type ?? source.Type,
        Client = source.Client,
        Lines = [.. source.Lines.Select(CopyOf)],
        Date = Date,
        DueDate = DueDate ?? Arithmetic.OrRefuse(source.ToString(), () => Date + (source.DueDate - source.Date), Arithmetic.NoSuchDay),
        Reference = Reference,
        PricesIncludeTax = source.PricesIncludeTax,
        Currency = source.Currency,
        ExchangeRate = source.ExchangeRate,
        GlobalDiscount = source.GlobalDiscount,
        GlobalDiscountType = source.GlobalDiscountType,
        Withholding = source.Withholding,
        TaxExemption = source.TaxExemption,
        Notes = source.Notes,
    };

    /// <summary>What the provider computed is not copied: it computes the copy anew.</summary>
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
    };
}

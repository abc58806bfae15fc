using System;
using System.Linq;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>New drafts with the client and the lines of a document, of the same type or of another one.</summary>
internal static class InvoiceCopies
{
    private static readonly InvoiceType[] Notes = [InvoiceType.CreditNote, InvoiceType.DebitNote, InvoiceType.VatMossCreditNote];

    /// <summary>The types that a note can correct: a copy of such a document as a note does.</summary>
    private static readonly InvoiceType[] Correctable =
    [
        InvoiceType.Invoice, InvoiceType.InvoiceReceipt, InvoiceType.SimplifiedInvoice, InvoiceType.CashInvoice, InvoiceType.VatMossInvoice,
        InvoiceType.VatMossReceipt,
    ];

    /// <summary>Gives a copy of the provider's making the values that were asked for.</summary>
    public static Invoice Adapt(Invoice copy, CopyOptions options)
    {
        copy.Type = options.Type ?? copy.Type;
        copy.Number = options.Number ?? copy.Number;
        copy.Reference = options.Reference;
        copy.Date = options.Date ?? copy.Date;
        copy.DueDate = options.DueDate ?? copy.DueDate;
        return copy;
    }

    /// <summary>Makes a copy here.</summary>
    /// <param name="source">The whole document.</param>
    /// <param name="options">Values in place of those of the document.</param>
    /// <param name="isForeign">Tells whether it came out of another session: its identifiers stay behind then.</param>
    public static Invoice Of(Invoice source, CopyOptions options, bool isForeign)
    {
        Invoice copy = PlainCopyOf(source, options, isForeign);
        copy.IsMoved = isForeign;

        // Fields that only some types have are not sent for the others.
        if (copy.Type is InvoiceType.Quote or InvoiceType.Proforma or InvoiceType.FeesNote)
        {
            copy.LinkRelated = true;
        }
        else if (copy.Type is InvoiceType.Shipping or InvoiceType.Transport or InvoiceType.Devolution)
        {
            copy.LoadedAt = options.LoadedAt;
            copy.AddressFrom = (options.AddressFrom ?? source.AddressFrom)?.Copy();
            copy.AddressTo = (options.AddressTo ?? source.AddressTo)?.Copy();
            copy.LicensePlate = options.LicensePlate ?? source.LicensePlate;
        }
        else if (Array.IndexOf(Notes, copy.Type) >= 0 && !isForeign)
        {
            copy.CorrectedInvoiceId = Array.IndexOf(Notes, source.Type) >= 0 ? source.CorrectedInvoiceId
                : Array.IndexOf(Correctable, source.Type) >= 0 ? source.Id : null;
        }

        return copy;
    }

    private static Invoice PlainCopyOf(Invoice source, CopyOptions options, bool isForeign) => new()
    {
        Number = options.Number,
        Type = options.Type ?? source.Type,
        Client = source.Client?.Copy(),
        Lines = [.. source.Lines.Select(line => CopyOf(line, isForeign))],
        Date = options.Date,
        DueDate = options.DueDate
            ?? Arithmetic.OrRefuse(source.ToString(), () => options.Date + (source.DueDate - source.Date), Arithmetic.NoSuchDay),
        Reference = options.Reference,
        PricesIncludeTax = source.PricesIncludeTax,
        DueAfter = options.Date is null && options.DueDate is null ? source.DueDate - source.Date : null,
        Currency = isForeign ? source.Currency : source.ForeignCurrency?.Code ?? source.Currency,
        ExchangeRate = isForeign ? source.ExchangeRate : source.ForeignCurrency?.Rate ?? source.ExchangeRate,
        Surcharge = source.Surcharge,
        GlobalDiscount = source.GlobalDiscount,
        GlobalDiscountType = source.GlobalDiscountType,
        Withholding = source.Withholding,
        TaxExemption = source.TaxExemption,
        Notes = source.Notes,
    };

    /// <summary>Amounts that the provider computed are not copied: it computes the copy anew.</summary>
    private static InvoiceLine CopyOf(InvoiceLine line, bool isForeign) => new()
    {
        Name = line.Name,
        Description = line.Description,
        Quantity = line.Quantity,
        UnitPrice = line.UnitPrice,
        Unit = line.Unit,
        Discount = line.Discount,
        Tax = line.Tax,
        TaxRate = line.TaxRate,
        TaxId = isForeign ? null : line.TaxId,
        ItemId = isForeign ? null : line.ItemId,
        ItemCode = line.ItemCode,
        WarehouseId = isForeign ? null : line.WarehouseId,
        AccountId = isForeign ? null : line.AccountId,
        SecondTax = line.SecondTax,
        SecondTaxRate = line.SecondTaxRate,
        IsRead = line.IsRead,
        ReadTaxes = line.ReadTaxes,
        Session = isForeign ? null : line.Session,
    };
}

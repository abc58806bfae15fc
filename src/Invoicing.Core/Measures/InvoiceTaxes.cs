using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing;

/// <summary>Takes the amounts that count for the tax from a document: of its lines, of its discounts, and of what it says itself.</summary>
internal static class InvoiceTaxes
{
    /// <summary>Decimals that amounts of lines keep: quotients end somewhere, and sums stay exact.</summary>
    private const int Decimals = 10;

    /// <summary>Types of documents that bear tax. Receipts say again what their invoice said.</summary>
    public static IReadOnlyList<InvoiceType> Types { get; } =
    [
        InvoiceType.Invoice, InvoiceType.InvoiceReceipt, InvoiceType.SimplifiedInvoice, InvoiceType.CashInvoice, InvoiceType.CreditNote, InvoiceType.DebitNote,
        InvoiceType.VatMossInvoice, InvoiceType.VatMossReceipt, InvoiceType.VatMossCreditNote,
    ];

    /// <summary>The state that a document counts with; <c>null</c> if it bears no tax.</summary>
    public static TaxMeasureState? StateOf(Invoice invoice) => !Types.Contains(invoice.Type) ? null : invoice.State switch
    {
        InvoiceState.Final or InvoiceState.Settled or InvoiceState.SecondCopy => TaxMeasureState.Counted,
        InvoiceState.Canceled => TaxMeasureState.Cancelled,
        InvoiceState.Unknown => TaxMeasureState.Unknown,
        _ => null,
    };

    /// <summary>True if the document says all that counts, so that it need not be read.</summary>
    public static bool IsWhole(Invoice invoice) => invoice is { Lines.Count: > 0, NetTotal: not null, TaxTotal: not null };

    public static TaxedDocument? Of(Invoice invoice, IReadOnlyList<Tax> taxes)
    {
        if (StateOf(invoice) is not { } state)
        {
            return null;
        }

        Line[] lines = [.. invoice.Lines.Select(line => new Line(invoice, line, taxes))];
        decimal sum = lines.Sum(line => line.Net);
        decimal kept = Kept(invoice, sum);
        decimal surcharge = Cents(lines.Sum(line => line.Net * line.Surcharge) * kept / 100);
        decimal withheld = Cents(lines.Sum(line => line.Net * line.Withheld) * kept / 100);
        decimal sign = Sign(invoice, sum);
        return new TaxedDocument
        {
            Origin = invoice.Origin,
            Id = invoice.Id,
            Number = invoice.Number,
            Type = invoice.Type,
            State = state,
            Date = invoice.Date,
            ClientId = invoice.ClientId,
            ClientName = invoice.ClientName,
            Currency = invoice.Currency,
            Net = sign * invoice.NetTotal,
            Tax = sign * OwnTax(invoice.TaxTotal, surcharge - withheld, lines.Sum(line => line.Tax) * kept),
            Surcharge = sign * (invoice.SurchargeTotal ?? surcharge),
            Withholding = sign * (invoice.WithholdingTotal ?? withheld),
            Total = sign * invoice.Total,
            Parts = [.. lines.Select(line => line.ToPart(sign * kept))],
        };
    }

    /// <summary>The tax of a document without the second taxes of its lines, where the provider adds them up with it (SalenGo).</summary>
    private static decimal? OwnTax(decimal? told, decimal second, decimal lines) =>
        second != 0 && told is { } tax && Math.Abs(tax - second - lines) < Math.Abs(tax - lines) ? tax - second : told;

    /// <summary>-1 for a credit note with amounts above zero: some providers write them so, others below zero.</summary>
    private static decimal Sign(Invoice invoice, decimal sum) =>
        invoice.Type is InvoiceType.CreditNote or InvoiceType.VatMossCreditNote && (invoice.Total ?? invoice.NetTotal ?? sum) > 0 ? -1 : 1;

    /// <summary>The share of the lines that a discount on the whole document leaves.</summary>
    private static decimal Kept(Invoice invoice, decimal sum) => invoice.GlobalDiscount is not { } discount ? 1
        : invoice.GlobalDiscountType != "absolute" ? 1 - (discount / 100)
        : sum == 0 ? 1
        : 1 - (discount / sum);

    /// <summary>An amount in cents, half a cent away from zero.</summary>
    public static decimal Cents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    private sealed class Line
    {
        private readonly Tax? _known;
        private readonly decimal? _rate;
        private readonly string? _exemption;
        private readonly string? _name;

        public Line(Invoice invoice, InvoiceLine line, IReadOnlyList<Tax> taxes)
        {
            _known = taxes.FirstOrDefault(tax => tax.Id is not null && tax.Id == line.TaxId);
            decimal? first = line.TaxRate ?? _known?.Rate ?? (line.Tax is null ? invoice.TaxRate : null);
            decimal?[] rates = [first, line.SecondTaxRate];

            // A rate below zero is tax that is withheld; a second one above zero is a surcharge.
            _rate = rates.FirstOrDefault(rate => rate >= 0);
            Withheld = -rates.Where(rate => rate < 0).Sum() ?? 0;
            Surcharge = (rates.Where(rate => rate >= 0).Sum() ?? 0) - (_rate ?? 0);
            (_exemption, _name) = (invoice.TaxExemption, line.Tax ?? _known?.Name);
            decimal amount = line.Subtotal ?? ((line.Quantity ?? 0) * (line.UnitPrice ?? 0) * (1 - ((line.Discount ?? 0) / 100)));
            Net = line.Subtotal is null && invoice.PricesIncludeTax == true ? amount / (1 + ((_rate ?? 0) / 100)) : amount;
        }

        public decimal Net { get; }

        public decimal Withheld { get; }

        public decimal Surcharge { get; }

        public decimal Tax => Net * (_rate ?? 0) / 100;

        public TaxedPart ToPart(decimal factor)
        {
            string? code = _rate == 0 && !string.IsNullOrEmpty(_exemption) ? _exemption : null;
            return new TaxedPart
            {
                Rate = _rate,
                Region = _known?.Region,
                TaxCode = _known?.Code,
                ExemptionCode = code,
                ExemptionReason = _rate == 0 && code is null ? _name : null,
                Net = Math.Round(Net * factor, Decimals),
                Tax = Math.Round(Tax * factor, Decimals),
            };
        }
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Sandbox.Saft;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>An issued document in the words of the SAF-T file.</summary>
internal static class SaftMapping
{
    private const string KeyVersion = "1";
    private const string User = "sandbox";

    /// <summary>Exemption code of a line without tax and without a reason.</summary>
    private const string UnknownExemption = "M99";

    private static readonly Dictionary<DocumentFamily, Func<DocumentRecord, SaftDocument>> Makers = new()
    {
        [DocumentFamily.Invoice] = Invoice,
        [DocumentFamily.Receipt] = Payment,
        [DocumentFamily.Estimate] = WorkDocument,
        [DocumentFamily.Guide] = StockMovement,
    };

    public static SaftDocument Map(DocumentRecord document) => Makers[document.Kind.Family](document);

    private static SaftInvoice Invoice(DocumentRecord document) => new()
    {
        Number = document.FullNumber,
        Atcud = Atcud(document),
        Status = Status(document),
        Period = document.Date.Month,
        Date = document.Date,
        Type = document.Kind.SaftType,
        SourceId = User,
        SystemEntryDate = document.SystemEntry,
        CustomerId = SaftMasters.CustomerId(document.Client),
        Totals = Totals(document),
        Currency = Currency(document),
        Hash = document.Signature!,
        HashControl = KeyVersion,
        Lines = Lines(document),
        Withholdings = Withholdings(document),
        PaidBy = PaidBy(document),
    };

    /// <summary>An invoice-receipt is paid when it is issued. The provider never learns the payment method.</summary>
    private static SaftPaymentMethod[] PaidBy(DocumentRecord document) => document.Kind.SaftType == "FR"
        ? [new SaftPaymentMethod { Amount = Totals(document).GrossTotal, Date = document.Date }]
        : [];

    private static SaftWorkDocument WorkDocument(DocumentRecord document) => new()
    {
        Number = document.FullNumber,
        Atcud = Atcud(document),
        Status = Status(document),
        Period = document.Date.Month,
        Date = document.Date,
        Type = document.Kind.SaftType,
        SourceId = User,
        SystemEntryDate = document.SystemEntry,
        CustomerId = SaftMasters.CustomerId(document.Client),
        Totals = Totals(document),
        Hash = document.Signature!,
        HashControl = KeyVersion,
        Lines = Lines(document),
    };

    private static SaftStockMovement StockMovement(DocumentRecord document) => new()
    {
        Number = document.FullNumber,
        Atcud = Atcud(document),
        Status = Status(document),
        Period = document.Date.Month,
        Date = document.Date,
        Type = document.Kind.SaftType,
        SourceId = User,
        SystemEntryDate = document.SystemEntry,
        CustomerId = SaftMasters.CustomerId(document.Client),
        Totals = Totals(document),
        Hash = document.Signature!,
        HashControl = KeyVersion,
        Lines = Lines(document),
        ShipFrom = Shipping(document.AddressFrom!),
        ShipTo = Shipping(document.AddressTo!),
        MovementStart = document.LoadedAt!.Value,
        TransportCode = document.TransportCode,
    };

    private static SaftPayment Payment(DocumentRecord receipt)
    {
        var payment = receipt.Payment!;
        return new SaftPayment
        {
            Number = receipt.FullNumber,
            Atcud = Atcud(receipt),
            Status = Status(receipt),
            Period = receipt.Date.Month,
            Date = receipt.Date,
            Type = receipt.Kind.SaftType,
            SourceId = User,
            SystemEntryDate = receipt.SystemEntry,
            CustomerId = SaftMasters.CustomerId(receipt.Client),
            Totals = Totals(receipt),
            PaidBy = new[] { new SaftPaymentMethod { Mechanism = payment.Mechanism, Amount = payment.Amount, Date = payment.Date } },
            Lines = new[]
            {
                new SaftPaymentLine
                {
                    Number = 1,
                    Amount = payment.Amount,
                    Documents = new[] { new SaftPaidDocument { Number = payment.Paid.FullNumber, Date = payment.Paid.Date } },
                },
            },
        };
    }

    private static IReadOnlyList<SaftGoodsLine> Lines(DocumentRecord document) =>
        document.Lines.Select((line, place) =>
        {
            // Price and amount are net of all discounts, including the global one.
            var amount = Math.Round(line.Subtotal * document.Totals.Factor, 6);
            return new SaftGoodsLine
            {
                Number = place + 1,
                ProductCode = SaftMasters.ProductCode(line),
                ProductDescription = SaftMasters.Description(line),
                Quantity = line.Quantity,
                UnitOfMeasure = line.Unit ?? "unit",
                UnitPrice = Math.Round(amount / line.Quantity, 8),
                TaxPointDate = document.Date,
                References = References(document),
                Amount = amount,
                IsDebit = document.Kind.IsCredit,
                Tax = SaftMasters.Tax(line.Tax),
                ExemptionCode = line.Tax.Value == 0 ? document.TaxExemption ?? UnknownExemption : null,
                SettlementAmount = line.Gross > amount ? DocumentTotals.Round(line.Gross - amount) : null,
            };
        }).ToList();

    private static IReadOnlyList<SaftReference> References(DocumentRecord document) =>
        document.Owner is { IsIssued: true } owner
            ? new[] { new SaftReference { Number = owner.FullNumber, Reason = "Correção" } }
            : Array.Empty<SaftReference>();

    private static SaftStatus Status(DocumentRecord document) => new()
    {
        Code = document.IsCanceled ? "A" : "N",
        Date = document.StatusDate,
        Reason = document.CancelReason,
        SourceId = User,
    };

    private static SaftTotals Totals(DocumentRecord document) => new()
    {
        NetTotal = document.Totals.BeforeTaxes,
        TaxPayable = document.Totals.Taxes,
        GrossTotal = document.Totals.Total,
    };

    private static SaftCurrency? Currency(DocumentRecord document) =>
        document.CurrencyCode is null or Currencies.Euro
            ? null
            : new SaftCurrency
            {
                Code = document.CurrencyCode,
                Amount = DocumentTotals.Round(document.Totals.Total * document.Rate),
                ExchangeRate = document.Rate,
            };

    private static IReadOnlyList<SaftWithholding> Withholdings(DocumentRecord document) =>
        Wire.TryDecimal(document.Retention ?? "", out var percent) && percent > 0
            ? new[] { new SaftWithholding { Amount = DocumentTotals.Round(document.Totals.BeforeTaxes * percent / 100) } }
            : Array.Empty<SaftWithholding>();

    private static SaftShipping Shipping(PlaceRecord place) => new()
    {
        Address = new SaftAddress
        {
            Detail = place.Detail,
            City = place.City,
            PostalCode = place.PostalCode,
            Country = Countries.IsoCode(place.Country),
        },
    };

    /// <summary>A document whose series needs no code has a zero in the file.</summary>
    private static string Atcud(DocumentRecord document) => document.Kind.HasAtcud ? document.Atcud! : "0";
}

using System.Collections.Generic;
using System.Linq;
using Invoicing.Saft;

namespace Invoicing.Commands;

/// <summary>Takes the amounts that count for the tax from a sales document of a SAF-T (PT) file.</summary>
internal static class SaftTaxes
{
    private static readonly Dictionary<string, InvoiceType> Types = new()
    {
        ["FT"] = InvoiceType.Invoice,
        ["FR"] = InvoiceType.InvoiceReceipt,
        ["FS"] = InvoiceType.SimplifiedInvoice,
        ["NC"] = InvoiceType.CreditNote,
        ["ND"] = InvoiceType.DebitNote,
    };

    /// <summary>The amounts of a document; a billed one is told apart, since the document that billed it counts.</summary>
    public static TaxedDocument Of(SaftInvoice document, string? company, string? client)
    {
        TaxedPart[] parts = [.. document.Lines.Select(PartOf)];
        decimal net = parts.Sum(part => part.Net);
        int side = (net != 0 ? net : parts.Sum(part => part.Tax)) < 0 ? -1 : 1;
        return new TaxedDocument
        {
            Origin = company,
            Id = document.Number,
            Number = document.Number,
            Type = Types.TryGetValue(document.Type ?? "", out InvoiceType type) ? type : InvoiceType.Unknown,
            State = document.IsCancelled ? TaxMeasureState.Cancelled : document.Status == "F" ? TaxMeasureState.Billed : TaxMeasureState.Counted,
            Date = document.Date,
            ClientId = document.CustomerId,
            ClientName = client,
            Currency = "EUR",
            Net = side * document.NetTotal,
            Tax = side * document.TaxPayable,
            Total = side * document.GrossTotal,
            Parts = parts,
        };
    }

    private static TaxedPart PartOf(SaftLine line)
    {
        decimal sign = line.DebitAmount is null ? 1 : -1;
        decimal rate = line.Tax?.Percentage ?? 0;
        return new TaxedPart
        {
            Rate = line.Tax?.Percentage,
            Region = line.Tax?.Region,
            TaxCode = line.Tax?.Code,
            ExemptionCode = line.TaxExemptionCode,
            Net = line.Amount,
            Tax = line.Tax?.Amount is { } fixedAmount ? sign * fixedAmount * (line.Quantity ?? 0)
                : line.TaxBase is { } taxBase ? sign * taxBase * rate / 100
                : line.Amount * rate / 100,
        };
    }
}

using System;
using System.Collections.Generic;

namespace Invoicing;

/// <summary>
/// The amounts of one document that count for its tax, with the sign that they have for the account: those of a credit note are negative.
/// </summary>
public sealed class TaxedDocument
{
    /// <summary>The account that it came from, as <see cref="InvoiceRecord.Origin"/> says it.</summary>
    public string? Origin { get; init; }

    /// <summary>The provider's identifier.</summary>
    public string? Id { get; init; }

    /// <summary>Number with its series.</summary>
    public string? Number { get; init; }

    /// <summary>Type of the document.</summary>
    public InvoiceType Type { get; init; }

    /// <summary>Counted, or why not.</summary>
    public TaxMeasureState State { get; init; }

    /// <summary>Date of the document.</summary>
    public DateTime? Date { get; init; }

    /// <summary>Identifier of the client.</summary>
    public string? ClientId { get; init; }

    /// <summary>Name of the client.</summary>
    public string? ClientName { get; init; }

    /// <summary>ISO code of the currency; <c>null</c> for that of the account.</summary>
    public string? Currency { get; init; }

    /// <summary>Total without tax; <c>null</c> if the document does not say it.</summary>
    public decimal? Net { get; init; }

    /// <summary>Value added tax; <c>null</c> if the document does not say it.</summary>
    public decimal? Tax { get; init; }

    /// <summary>Surcharge on the tax, such as the Spanish recargo de equivalencia.</summary>
    public decimal Surcharge { get; init; }

    /// <summary>Tax that the client keeps back.</summary>
    public decimal Withholding { get; init; }

    /// <summary>Total as the document says it; <c>null</c> if it does not.</summary>
    public decimal? Total { get; init; }

    /// <summary>The lines, as far as they count for the tax.</summary>
    public IReadOnlyList<TaxedPart> Parts { get; init; } = [];

    /// <summary>Makes the amounts of a document that was read.</summary>
    /// <param name="invoice">The document with its lines. It is not written to.</param>
    /// <param name="taxes">The taxes of the account, which have the regions; empty where they are not known.</param>
    /// <returns>The amounts; <c>null</c> for a document that bears no tax: drafts, deleted ones, quotes, proformas, guides, receipts.</returns>
    public static TaxedDocument? Of(Invoice invoice, IReadOnlyList<Tax> taxes) => InvoiceTaxes.Of(invoice, taxes);

    /// <summary>Type and number.</summary>
    public override string ToString() => $"{Type} {Number ?? Id ?? "(new)"}";
}

/// <summary>A line of a document, as far as it counts for the tax. Amounts are not rounded.</summary>
public sealed class TaxedPart
{
    /// <summary>Rate in percent; <c>null</c> if the line does not say it.</summary>
    public decimal? Rate { get; init; }

    /// <summary>Region of the tax, such as <c>PT-MA</c>; <c>null</c> where the provider has none.</summary>
    public string? Region { get; init; }

    /// <summary>Kind of rate, such as <c>NOR</c>; <c>null</c> where the provider has none.</summary>
    public string? TaxCode { get; init; }

    /// <summary>Exemption code of a line without tax, such as <c>M07</c>.</summary>
    public string? ExemptionCode { get; init; }

    /// <summary>The name of the tax of a line without tax that has no exemption code.</summary>
    public string? ExemptionReason { get; init; }

    /// <summary>Amount without tax, after all discounts.</summary>
    public decimal Net { get; init; }

    /// <summary>Value added tax.</summary>
    public decimal Tax { get; init; }
}

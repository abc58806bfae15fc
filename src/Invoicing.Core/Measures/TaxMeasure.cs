using System;
using System.Collections.Generic;

namespace Invoicing;

/// <summary>
/// One row of the VAT summary. Its amounts are those that the documents say, so that all rows of a currency add up to the totals of the documents.
/// </summary>
public sealed class TaxMeasure
{
    /// <summary>The month as year-month; <c>null</c> where months are not kept apart.</summary>
    public string? Month { get; internal set; }

    /// <summary>The document type; <c>null</c> where types are not kept apart.</summary>
    public InvoiceType? Type { get; internal set; }

    /// <summary>Counted, or why not: rows of cancelled documents are no part of the sum.</summary>
    public TaxMeasureState State { get; internal set; }

    /// <summary>The region of the tax, such as <c>PT-MA</c>; <c>null</c> where the provider has none.</summary>
    public string? Region { get; internal set; }

    /// <summary>The kind of rate, such as <c>NOR</c>; <c>null</c> where the provider has none.</summary>
    public string? TaxCode { get; internal set; }

    /// <summary>The rate in percent; <c>null</c> where rates are not kept apart, and for amounts that belong to no line.</summary>
    public decimal? Rate { get; internal set; }

    /// <summary>The exemption code of lines without tax, such as <c>M07</c>.</summary>
    public string? ExemptionCode { get; internal set; }

    /// <summary>The name of the tax of lines without tax that have no exemption code.</summary>
    public string? ExemptionReason { get; internal set; }

    /// <summary>ISO code of the currency; <c>null</c> for that of the account.</summary>
    public string? Currency { get; internal set; }

    /// <summary>The number of documents that have such a line.</summary>
    public long Documents { get; internal set; }

    /// <summary>The amount without tax, of credit notes below zero.</summary>
    public decimal Net { get; internal set; }

    /// <summary>The value added tax.</summary>
    public decimal Tax { get; internal set; }

    /// <summary>The surcharge on the tax, such as the Spanish recargo de equivalencia.</summary>
    public decimal Surcharge { get; internal set; }

    /// <summary>Amount, tax and surcharge. What a client keeps back is not taken off.</summary>
    public decimal Gross => Net + Tax + Surcharge;

    /// <summary>The amount of the lines without tax, not rounded: Base in Measure-Saft.</summary>
    public decimal LineNet { get; internal set; }

    /// <summary>The tax of the lines at their rate, not rounded: Tax in Measure-Saft, which rounds it to cents.</summary>
    public decimal LineTax { get; internal set; }

    /// <summary>The documents whose amounts are not those of their lines: they add up to Net less LineNet, and Tax less LineTax.</summary>
    public IReadOnlyList<TaxDifference> Differences => OwnDifferences;

    internal List<TaxDifference> OwnDifferences { get; } = [];

    /// <summary>Rate and amounts, for display.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Month} {Type} {Region} {TaxCode} {Rate:0.##}: {Net:0.00} + {Tax:0.00}");
}

using System.Collections.Generic;
using System.ComponentModel;
using System;
using Newtonsoft.Json;

namespace Invoicing;

/// <summary>One line of a document.</summary>
public sealed class InvoiceLine
{
    private ExtraFields? _extra;

    /// <summary>
    /// Short name or item code. InvoiceXpress uses it as the key of its catalogue and overwrites the item of that name.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// The provider's identifier of the item, at providers whose lines refer to items by id; <c>null</c> for free text.
    /// </summary>
    public string? ItemId { get; set; }

    /// <summary>Code of the item, at those providers. It is looked up if <see cref="ItemId"/> is not given.</summary>
    public string? ItemCode { get; set; }

    /// <summary>The provider's identifier of the warehouse for the goods.</summary>
    public string? WarehouseId { get; set; }

    /// <summary>The provider's identifier of the ledger account of the line.</summary>
    public string? AccountId { get; set; }

    /// <summary>Description of the goods or service.</summary>
    public string? Description { get; set; }

    /// <summary>Quantity, above zero.</summary>
    public decimal? Quantity { get; set; }

    /// <summary>Price of one unit without tax, before the discount.</summary>
    public decimal? UnitPrice { get; set; }

    /// <summary>Unit, such as <c>hour</c>. Providers accept only units of their own list.</summary>
    public string? Unit { get; set; }

    /// <summary>Discount of the line in percent, 0 to 100.</summary>
    public decimal? Discount { get; set; }

    /// <summary>Name of the tax at the provider, such as <c>IVA23</c>, or its rate as text, such as <c>23</c>.</summary>
    public string? Tax { get; set; }

    /// <summary>Rate of the tax in percent.</summary>
    public decimal? TaxRate { get; set; }

    /// <summary>Name of a second tax, such as <c>IRPF</c>, at providers with two taxes a line.</summary>
    public string? SecondTax { get; set; }

    /// <summary>Rate of the second tax in percent; negative for a withholding.</summary>
    public decimal? SecondTaxRate { get; set; }

    /// <summary>The provider's identifier of the tax.</summary>
    public string? TaxId { get; set; }

    /// <summary>Amount without tax as the provider computed it; read only.</summary>
    public decimal? Subtotal { get; set; }

    /// <summary>Discount in money as the provider computed it; read only.</summary>
    [ReadOnly(true)]
    public decimal? DiscountAmount { get; set; }

    /// <summary>Tax as the provider computed it, not rounded; read only.</summary>
    [ReadOnly(true)]
    public decimal? TaxAmount { get; set; }

    /// <summary>Amount with tax as the provider computed it; read only.</summary>
    [ReadOnly(true)]
    public decimal? Total { get; set; }

    /// <summary>Fields of the provider that this model does not know.</summary>
    [JsonIgnore] // For ConvertTo-Json, which warns of what lies deeper than two levels.
    public ExtraFields Extra => _extra ??= new ExtraFields();

    /// <summary>Copies the line with all of its fields: a change of the copy never reaches this one.</summary>
    /// <returns>The copy.</returns>
    public InvoiceLine Copy()
    {
        var copy = (InvoiceLine)MemberwiseClone();
        copy._extra = _extra?.Copy();
        return copy;
    }

    /// <summary>True if the line came in an answer, or is a copy of one that did: it must not get a default for what it does not say.</summary>
    internal bool IsRead { get; set; }

    /// <summary>The taxes of the line as its answer told them; <c>null</c> for a new line.</summary>
    internal LineTaxNames? ReadTaxes { get; set; }

    /// <summary>True if another tax was given to the line after it was read.</summary>
    internal bool IsTaxChanged => ReadTaxes is { } read && (LineTaxNames.IsOther(Tax, read.Tax) || (TaxRate is not null && TaxRate != read.Rate));

    /// <summary>The session from which the line came: its identifiers are valid in that account alone.</summary>
    internal IRecordOwner? Session { get; set; }

    internal bool HasExtra => _extra is { Count: > 0 };

    /// <summary>Marks the line as one that came in an answer, and keeps the taxes that the answer told.</summary>
    internal void MarkRead()
    {
        IsRead = true;
        ReadTaxes = new LineTaxNames(Tax, TaxRate, SecondTax, SecondTaxRate);
    }

    /// <summary>Removes the rate of a tax in whose place another name was given: it is that of the tax before.</summary>
    internal void DropOldRates()
    {
        if (ReadTaxes is { } read)
        {
            TaxRate = LineTaxNames.IsOther(Tax, read.Tax) && TaxRate == read.Rate ? null : TaxRate;
            SecondTaxRate = LineTaxNames.IsOther(SecondTax, read.SecondTax) && SecondTaxRate == read.SecondRate ? null : SecondTaxRate;
        }
    }

    /// <summary>Reads lines from the text that a document's lines have in a cell of a CSV file.</summary>
    /// <param name="text">A line of text each, such as <c>2 x SVC @ 10.00 | Tax=IVA23</c>.</param>
    /// <returns>The lines.</returns>
    /// <exception cref="FormatException">The text is not that of lines.</exception>
    public static IReadOnlyList<InvoiceLine> ParseMany(string text) => LineList.Parse(text);

    /// <summary>Quantity, name and price.</summary>
    public override string ToString() => FormattableString.Invariant($"{Quantity:0.####} x {Name} @ {UnitPrice:0.00##}");
}

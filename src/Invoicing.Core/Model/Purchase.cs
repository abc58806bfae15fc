using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System;

namespace Invoicing;

/// <summary>An invoice received from a supplier. Amounts are in <see cref="Currency"/>; dates have no time of day.</summary>
public sealed class Purchase : InvoiceRecord
{
    private LineList _lines = [];

    /// <summary>The supplier's number.</summary>
    public string? Number { get; set; }

    /// <summary>The company's internal number.</summary>
    public string? InternalNumber { get; set; }

    /// <summary>The supplier. Suppliers and customers are one register.</summary>
    public Client? Supplier { get; set; }

    /// <summary>Date of the document.</summary>
    public DateTime? Date { get; set; }

    /// <summary>Day of booking.</summary>
    public DateTime? TransactionDate { get; set; }

    /// <summary>Due date: the last day to pay.</summary>
    public DateTime? DueDate { get; set; }

    /// <summary>Day on which it was paid in full; read only.</summary>
    [ReadOnly(true)]
    public DateTime? PaidDate { get; set; }

    /// <summary>Payment reference.</summary>
    public string? Reference { get; set; }

    /// <summary>ISO code of the currency.</summary>
    public string? Currency { get; set; }

    /// <summary>Exchange rate to the account's currency.</summary>
    public decimal? ExchangeRate { get; set; }

    /// <summary>True if the sums of the lines include tax.</summary>
    public bool? PricesIncludeTax { get; set; }

    /// <summary>Total without tax; read only.</summary>
    [ReadOnly(true)]
    public decimal? NetTotal { get; set; }

    /// <summary>Tax; computed by the provider if not given.</summary>
    public decimal? TaxTotal { get; set; }

    /// <summary>Total with tax; read only.</summary>
    [ReadOnly(true)]
    public decimal? Total { get; set; }

    /// <summary>Free text.</summary>
    public string? Notes { get; set; }

    /// <summary>
    /// The lines, in order. <see cref="InvoiceLine.Subtotal"/> is the sum of a line; without it, quantity, price and discount give it.
    /// </summary>
    public IList<InvoiceLine> Lines
    {
        get => _lines;
        set => _lines = value as LineList ?? new LineList(value ?? []);
    }

    /// <summary>Type of the attached file, such as <c>pdf</c>. It is sent and not read back.</summary>
    public string? FileType { get; set; }

    /// <summary>Content of the attached file. It is sent and not read back.</summary>
    public byte[]? FileContent { get; set; }

    /// <summary>Identifier of the supplier.</summary>
    public string? SupplierId => Supplier?.Id;

    /// <summary>Name of the supplier.</summary>
    public string? SupplierName => Supplier?.Name;

    private protected override Client? OwnClient => Supplier;

    private protected override IEnumerable<InvoiceLine> OwnLines => Lines;

    private protected override void CopyParts()
    {
        Supplier = Supplier?.Copy();
        Lines = [.. Lines.Select(line => line.Copy())];
        FileContent = (byte[]?)FileContent?.Clone();
    }

    /// <summary>The number.</summary>
    public override string ToString() => Number is null ? $"purchase {Id ?? "(new)"}" : $"purchase {Number}";
}

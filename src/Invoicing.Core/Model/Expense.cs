using System;

namespace Invoicing;

/// <summary>Money that was spent. The amount has its tax in it.</summary>
public sealed class Expense : InvoiceRecord
{
    /// <summary>Who was paid.</summary>
    public string? Supplier { get; set; }

    /// <summary>Day of the expense.</summary>
    public DateTime? Date { get; set; }

    /// <summary>Amount, with tax.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Identifier of the category.</summary>
    public string? CategoryId { get; set; }

    /// <summary>Identifier of the client that it was for; <c>null</c> or 0 for none.</summary>
    public string? ClientId { get; set; }

    /// <summary>Identifier of the client's project that it was for.</summary>
    public string? ProjectId { get; set; }

    /// <summary>Identifier of the member of staff whose expense it is.</summary>
    public string? StaffId { get; set; }

    /// <summary>Free text.</summary>
    public string? Notes { get; set; }

    /// <summary>Name of the tax.</summary>
    public string? Tax { get; set; }

    /// <summary>Rate of the tax in percent.</summary>
    public decimal? TaxRate { get; set; }

    /// <summary>The tax in the amount; computed from the rate where it is not given.</summary>
    public decimal? TaxAmount { get; set; }

    /// <summary>Name of a second tax.</summary>
    public string? SecondTax { get; set; }

    /// <summary>Rate of the second tax in percent.</summary>
    public decimal? SecondTaxRate { get; set; }

    /// <summary>The second tax in the amount; computed from the rate where it is not given.</summary>
    public decimal? SecondTaxAmount { get; set; }

    /// <summary>Amount without tax.</summary>
    public decimal? NetAmount => Computed.OrNone(() => Amount - (TaxAmount ?? 0) - (SecondTaxAmount ?? 0));

    /// <summary>Supplier, date and amount.</summary>
    public override string ToString() => FormattableString.Invariant($"{Supplier ?? Id} {Date:yyyy-MM-dd} {Amount:0.00}").Trim();
}

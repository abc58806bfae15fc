using System;

namespace Invoicing;

/// <summary>An expense. The amount includes tax.</summary>
public sealed class Expense : InvoiceRecord
{
    /// <summary>Name of the supplier.</summary>
    public string? Supplier { get; set; }

    /// <summary>Day of the expense.</summary>
    public DateTime? Date { get; set; }

    /// <summary>Amount, with tax.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Identifier of the category.</summary>
    public string? CategoryId { get; set; }

    /// <summary>Identifier of the client to whom the expense belongs; <c>null</c> or 0 for none.</summary>
    public string? ClientId { get; set; }

    /// <summary>Identifier of the client's project.</summary>
    public string? ProjectId { get; set; }

    /// <summary>Identifier of the member of staff whose expense it is.</summary>
    public string? StaffId { get; set; }

    /// <summary>Free text.</summary>
    public string? Notes { get; set; }

    /// <summary>Name of the tax.</summary>
    public string? Tax { get; set; }

    /// <summary>Rate of the tax in percent.</summary>
    public decimal? TaxRate { get; set; }

    /// <summary>Tax included in the amount; computed from the rate if not given.</summary>
    public decimal? TaxAmount { get; set; }

    /// <summary>Name of a second tax.</summary>
    public string? SecondTax { get; set; }

    /// <summary>Rate of the second tax in percent.</summary>
    public decimal? SecondTaxRate { get; set; }

    /// <summary>Second tax included in the amount; computed from the rate if not given.</summary>
    public decimal? SecondTaxAmount { get; set; }

    /// <summary>Amount without tax.</summary>
    public decimal? NetAmount => Computed.OrNone(() => Amount - (TaxAmount ?? 0) - (SecondTaxAmount ?? 0));

    /// <summary>Supplier, date and amount.</summary>
    public override string ToString() => FormattableString.Invariant($"{Supplier ?? Id} {Date:yyyy-MM-dd} {Amount:0.00}").Trim();
}

namespace Invoicing.Sandbox.Saft;

internal abstract class SaftLine
{
    public required int Number { get; init; }

    /// <summary>Net of tax and discounts, never negative: the side (debit or credit) gives the sign.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Sales and paid invoices stand on the credit side, returns and corrections on the debit side.</summary>
    public bool IsDebit { get; init; }

    public SaftTax? Tax { get; init; }

    /// <summary>M and two digits; needed on every line whose tax is zero, forbidden on others [official].</summary>
    public string? ExemptionCode { get; init; }

    /// <summary>Text of the exemption; null for a default text of the code.</summary>
    public string? ExemptionReason { get; init; }

    public decimal? SettlementAmount { get; init; }

    public virtual decimal TaxedAmount => Amount;

    /// <summary>Number of times that a fixed stamp duty is due.</summary>
    public virtual decimal TaxedUnits => 1;

    public decimal TaxDue => Tax?.Amount * TaxedUnits ?? TaxedAmount * (Tax?.Percentage ?? 0) / 100;
}

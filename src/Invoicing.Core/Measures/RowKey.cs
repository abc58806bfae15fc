namespace Invoicing;

/// <summary>The values that a row of the VAT summary stands for.</summary>
internal sealed record RowKey(
    string? Month, InvoiceType? Type, TaxMeasureState State, string? Currency, string? Region, string? TaxCode, decimal? Rate, string? ExemptionCode, string? ExemptionReason)
{
    public TaxMeasure ToRow() => new()
    {
        Month = Month,
        Type = Type,
        State = State,
        Currency = Currency,
        Region = Region,
        TaxCode = TaxCode,
        Rate = Rate,
        ExemptionCode = ExemptionCode,
        ExemptionReason = ExemptionReason,
    };
}

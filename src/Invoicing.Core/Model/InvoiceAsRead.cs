namespace Invoicing;

/// <summary>Values of a document as an answer told them, from which a change of the caller's is told.</summary>
internal sealed class InvoiceAsRead
{
    public InvoiceAsRead(string? number, decimal? taxRate)
    {
        Number = number;
        TaxRate = taxRate;
    }

    public string? Number { get; }

    public decimal? TaxRate { get; }
}

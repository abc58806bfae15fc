namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>A line of a document. Its amounts are not rounded. [seen]</summary>
internal sealed class LineRecord
{
    public LineRecord(string name, string description, decimal unitPrice, decimal quantity, decimal discount, string? unit, TaxRecord tax)
    {
        Name = name;
        Description = description;
        UnitPrice = unitPrice;
        Quantity = quantity;
        Discount = discount;
        Unit = unit;
        Tax = tax;
        Gross = unitPrice * quantity;
        DiscountAmount = Gross * discount / 100;
        Subtotal = Gross - DiscountAmount;
        TaxAmount = Subtotal * tax.Value / 100;
    }

    public string Name { get; }

    public string Description { get; }

    /// <summary>Without VAT.</summary>
    public decimal UnitPrice { get; }

    public decimal Quantity { get; }

    /// <summary>Percent.</summary>
    public decimal Discount { get; }

    public string? Unit { get; }

    public TaxRecord Tax { get; }

    public decimal Gross { get; }

    public decimal DiscountAmount { get; }

    public decimal Subtotal { get; }

    public decimal TaxAmount { get; }

    public decimal Total => Subtotal + TaxAmount;
}

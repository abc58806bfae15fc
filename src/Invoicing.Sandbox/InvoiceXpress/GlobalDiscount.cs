namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>A discount on the whole document: percent, or an amount without VAT.</summary>
internal sealed class GlobalDiscount
{
    public GlobalDiscount(string valueType, decimal value)
    {
        ValueType = valueType;
        Value = value;
    }

    public string ValueType { get; }

    public decimal Value { get; }

    /// <summary>Share of a net sum that remains after the discount.</summary>
    public decimal FactorFor(decimal net)
    {
        if (ValueType == "percentage")
        {
            return 1 - (Value / 100);
        }

        return net > 0 && Value < net ? 1 - (Value / net) : 0;
    }
}

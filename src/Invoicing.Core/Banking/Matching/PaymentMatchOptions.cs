namespace Invoicing;

/// <summary>Options of matching bank entries with open documents.</summary>
public sealed class PaymentMatchOptions
{
    /// <summary>Most that an entry may be below what is open and still count as paying all of it, such as the fee of a bank on the way.</summary>
    public decimal Tolerance { get; set; }

    /// <summary>True to read the payments at the provider too, which finds entries that another machine entered. Costs one listing.</summary>
    public bool CheckPayments { get; set; }
}

namespace Invoicing;

/// <summary>A bank account or cash register of the company.</summary>
public sealed class BankAccount : InvoiceRecord
{
    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>Name of the bank; empty for a cash register.</summary>
    public string? BankName { get; set; }

    /// <summary>Domestic account number.</summary>
    public string? AccountNumber { get; set; }

    /// <summary>International account number (IBAN).</summary>
    public string? Iban { get; set; }

    /// <summary>Code of the bank (BIC, SWIFT).</summary>
    public string? SwiftCode { get; set; }

    /// <summary>Description of its purpose.</summary>
    public string? Description { get; set; }

    /// <summary>True if it is in use.</summary>
    public bool? Active { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Id ?? "";
}

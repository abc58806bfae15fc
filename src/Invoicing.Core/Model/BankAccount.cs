namespace Invoicing;

/// <summary>A bank account or a cash register of the company, which payments go through.</summary>
public sealed class BankAccount : InvoiceRecord
{
    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>Name of the bank; empty for a cash register.</summary>
    public string? BankName { get; set; }

    /// <summary>Number in the form that the bank uses at home.</summary>
    public string? AccountNumber { get; set; }

    /// <summary>International number.</summary>
    public string? Iban { get; set; }

    /// <summary>Code of the bank.</summary>
    public string? SwiftCode { get; set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>Whether it is in use.</summary>
    public bool? Active { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Id ?? "";
}

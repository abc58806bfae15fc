using System.Security;

namespace Invoicing;

/// <summary>An account at a provider: the company that invoices.</summary>
public sealed class InvoiceAccount : InvoiceRecord
{
    /// <summary>Name of the company.</summary>
    public string? Name { get; set; }

    /// <summary>E-mail address of the account.</summary>
    public string? Email { get; set; }

    /// <summary>Tax number of the company; at InvoiceXpress it cannot change.</summary>
    public string? TaxNumber { get; set; }

    /// <summary>First name of the owner.</summary>
    public string? FirstName { get; set; }

    /// <summary>Last name of the owner.</summary>
    public string? LastName { get; set; }

    /// <summary>Telephone number.</summary>
    public string? Phone { get; set; }

    /// <summary>Fax number.</summary>
    public string? Fax { get; set; }

    /// <summary>Web site.</summary>
    public string? Website { get; set; }

    /// <summary>Street and number.</summary>
    public string? Address { get; set; }

    /// <summary>City.</summary>
    public string? City { get; set; }

    /// <summary>Postal code; for Portugal <c>DDDD-DDD</c>.</summary>
    public string? PostalCode { get; set; }

    /// <summary>Province or state.</summary>
    public string? Region { get; set; }

    /// <summary>English name of the country in which the company is taxed.</summary>
    public string? Country { get; set; }

    /// <summary>Rate of tax in percent that documents get without asking, where the account has one.</summary>
    public decimal? TaxRate { get; set; }

    /// <summary>Tax withheld at source in percent that documents get without asking, where the account has one.</summary>
    public decimal? Withholding { get; set; }

    /// <summary>Language of the account.</summary>
    public string? Language { get; set; }

    /// <summary>State at the provider, such as <c>active</c>; read only.</summary>
    public string? State { get; set; }

    /// <summary>Whether documents are communicated to the tax authority; read only.</summary>
    public bool? TaxAuthorityConfigured { get; set; }

    /// <summary>Whether the account is on trial, when some things cannot be done; read only.</summary>
    public bool? IsTrial { get; set; }

    /// <summary>Web address of the account; read only.</summary>
    public string? Url { get; set; }

    /// <summary>The key of a new account; shown nowhere.</summary>
    public SecureString? ApiKey { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Id ?? "";
}

using System.ComponentModel;
using System.Security;

namespace Invoicing;

/// <summary>An account at a provider: the company that issues documents.</summary>
public sealed class InvoiceAccount : InvoiceRecord
{
    /// <summary>Name of the company.</summary>
    public string? Name { get; set; }

    /// <summary>E-mail address of the account.</summary>
    public string? Email { get; set; }

    /// <summary>Tax number of the company. At InvoiceXpress it cannot be changed.</summary>
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

    /// <summary>Default tax rate of documents in percent, if the account has one.</summary>
    public decimal? TaxRate { get; set; }

    /// <summary>Default withholding of documents in percent, if the account has one.</summary>
    public decimal? Withholding { get; set; }

    /// <summary>Language of the account.</summary>
    public string? Language { get; set; }

    /// <summary>State at the provider, such as <c>active</c>; read only.</summary>
    [ReadOnly(true)]
    public string? State { get; set; }

    /// <summary>True if documents are communicated to the tax authority; read only.</summary>
    [ReadOnly(true)]
    public bool? TaxAuthorityConfigured { get; set; }

    /// <summary>True for a trial account, which lacks some functions; read only.</summary>
    [ReadOnly(true)]
    public bool? IsTrial { get; set; }

    /// <summary>Web address of the account; read only.</summary>
    [ReadOnly(true)]
    public string? Url { get; set; }

    /// <summary>The API key of a new account. It is never shown.</summary>
    public SecureString? ApiKey { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? Id ?? "";
}

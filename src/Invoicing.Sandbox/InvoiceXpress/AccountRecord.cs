namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The data of an account.</summary>
internal sealed class AccountRecord
{
    public const string Portugal = "1";

    public AccountRecord(long id, string name, string apiKey)
    {
        Id = id;
        Name = name;
        ApiKey = apiKey;
    }

    public long Id { get; }

    /// <summary>Account part of the provider's address.</summary>
    public string Name { get; }

    public string ApiKey { get; }

    public string OrganizationName { get; set; } = "";

    public string Email { get; set; } = "";

    public string? FiscalId { get; set; }

    public string? Phone { get; set; }

    public string? Address { get; set; }

    public string? PostalCode { get; set; }

    public string? City { get; set; }

    /// <summary>1 Portugal, 2 Ireland, 3 UK. [official]</summary>
    public string TaxCountry { get; set; } = Portugal;

    /// <summary>True if the tax authority's credentials are set. Registering a series needs them.</summary>
    public bool HasAuthorityAccess { get; set; }

    /// <summary>Kind of communication with the tax authority; null before it is set up.</summary>
    public string? CommunicationType { get; set; }
}

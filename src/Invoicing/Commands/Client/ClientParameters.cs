using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of a client as parameters, each named after its property.</summary>
/// <typeparam name="TCapability">The capability that the cmdlet needs.</typeparam>
public abstract class ClientParameters<TCapability> : RecordCmdlet<TCapability, Client>
    where TCapability : class, ICapability
{
    private protected ClientParameters()
    {
    }

    /// <summary>Your own code for the client, unique in the account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ClientCode")]
    public string? Code { get; set; }

    /// <summary>VAT or tax number. For Portugal the NIF: nine digits without a prefix.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Nif", "FiscalId", "VatNumber")]
    public string? TaxNumber { get; set; }

    /// <summary>Number in the commercial register, at providers that keep it apart from the tax number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("RegNo")]
    public string? RegistrationNumber { get; set; }

    /// <summary>E-mail address to which invoices are sent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Email { get; set; }

    /// <summary>Telephone number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Phone { get; set; }

    /// <summary>Fax number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Fax { get; set; }

    /// <summary>Web site.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Website { get; set; }

    /// <summary>Street and number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Address { get; set; }

    /// <summary>City.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? City { get; set; }

    /// <summary>Postal code; for Portugal DDDD-DDD.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? PostalCode { get; set; }

    /// <summary>Region, county or province.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Region { get; set; }

    /// <summary>English name of the country, or its two-letter code.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Country { get; set; }

    /// <summary>Language of the client's documents, as a two-letter code such as pt.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Language { get; set; }

    /// <summary>Payment term in days.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [CountTransformation]
    public int? PaymentDays { get; set; }

    /// <summary>Number of copies attached to an e-mail, 1 to 3.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [CountTransformation]
    public int? CopyCount { get; set; }

    /// <summary>Tax exemption code, such as M07.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? TaxExemption { get; set; }

    /// <summary>Name of the contact person.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ContactName { get; set; }

    /// <summary>E-mail address of the contact person.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ContactEmail { get; set; }

    /// <summary>Telephone number of the contact person.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ContactPhone { get; set; }

    /// <summary>Free text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Observations")]
    public string? Notes { get; set; }
}

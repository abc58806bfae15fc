using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of a client as parameters. Each has the name of the property that it sets.</summary>
/// <typeparam name="TCapability">The kind of work that the cmdlet needs.</typeparam>
public abstract class ClientParameters<TCapability> : RecordCmdlet<TCapability, Client>
    where TCapability : class, ICapability
{
    private protected ClientParameters()
    {
    }

    /// <summary>The caller's own code, unique in the account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ClientCode")]
    public string? Code { get; set; }

    /// <summary>VAT or tax number; for Portugal the nine digits of the NIF.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Nif", "FiscalId", "VatNumber")]
    public string? TaxNumber { get; set; }

    /// <summary>Number in the commercial register, where the provider keeps it apart from the tax number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("RegNo")]
    public string? RegistrationNumber { get; set; }

    /// <summary>Address that invoices are sent to.</summary>
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

    /// <summary>Language of the client's documents, such as pt.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Language { get; set; }

    /// <summary>Days that the client has to pay.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [CountTransformation]
    public int? PaymentDays { get; set; }

    /// <summary>Copies that are attached when a document is sent, 1 to 3.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [CountTransformation]
    public int? CopyCount { get; set; }

    /// <summary>Reason code for not charging tax, such as M07.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? TaxExemption { get; set; }

    /// <summary>Name of the person to talk to.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ContactName { get; set; }

    /// <summary>E-mail address of the person to talk to.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ContactEmail { get; set; }

    /// <summary>Telephone number of the person to talk to.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ContactPhone { get; set; }

    /// <summary>Free text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Observations")]
    public string? Notes { get; set; }
}

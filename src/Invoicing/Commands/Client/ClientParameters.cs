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
    [TextTransformation]
    [Completes]
    public Input<string>? Code { get; set; }

    /// <summary>VAT or tax number. For Portugal the NIF: nine digits without a prefix.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Nif", "FiscalId", "VatNumber")]
    [TextTransformation]
    [Completes]
    public Input<string>? TaxNumber { get; set; }

    /// <summary>Number in the commercial register, at providers that keep it apart from the tax number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("RegNo")]
    [TextTransformation]
    [Completes]
    public Input<string>? RegistrationNumber { get; set; }

    /// <summary>E-mail address to which invoices are sent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Email { get; set; }

    /// <summary>Telephone number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Phone { get; set; }

    /// <summary>Fax number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Fax { get; set; }

    /// <summary>Web site.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Website { get; set; }

    /// <summary>Street and number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Address { get; set; }

    /// <summary>City.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? City { get; set; }

    /// <summary>Postal code; for Portugal DDDD-DDD.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? PostalCode { get; set; }

    /// <summary>Region, county or province.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Region { get; set; }

    /// <summary>English name of the country, or its two-letter code.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Country { get; set; }

    /// <summary>Language of the client's documents, as a two-letter code such as pt.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Language { get; set; }

    /// <summary>Payment term in days.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [CountTransformation]
    [Completes]
    public Input<int>? PaymentDays { get; set; }

    /// <summary>Number of copies attached to an e-mail, 1 to 3.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [CountTransformation]
    [Completes]
    public Input<int>? CopyCount { get; set; }

    /// <summary>Tax exemption code, such as M07.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? TaxExemption { get; set; }

    /// <summary>Name of the contact person.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? ContactName { get; set; }

    /// <summary>E-mail address of the contact person.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? ContactEmail { get; set; }

    /// <summary>Telephone number of the contact person.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? ContactPhone { get; set; }

    /// <summary>Free text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Observations")]
    [TextTransformation]
    [Completes]
    public Input<string>? Notes { get; set; }

    private protected override void Apply(Client record)
    {
        base.Apply(record);
        record.TaxNumber = TaxNumberInput.Read(TaxNumber, nameof(TaxNumber), record.Country, Row.Piped is Client, WriteWarning) ?? record.TaxNumber;
    }
}

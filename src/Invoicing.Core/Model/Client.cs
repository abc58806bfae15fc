namespace Invoicing;

/// <summary>Somebody who is invoiced. Flat on purpose: a row of a CSV file with these column names is a client.</summary>
public sealed class Client : InvoiceRecord
{
    /// <summary>The caller's own code for the client; unique in an account where the provider has codes.</summary>
    public string? Code { get; set; }

    /// <summary>Name of the company or person; unique at InvoiceXpress, at most 100 characters there.</summary>
    public string? Name { get; set; }

    /// <summary>VAT or tax number; for Portugal the nine digits of the NIF.</summary>
    public string? TaxNumber { get; set; }

    /// <summary>Number in the commercial register, where the provider keeps it apart from the tax number.</summary>
    public string? RegistrationNumber { get; set; }

    /// <summary>Address that invoices are sent to.</summary>
    public string? Email { get; set; }

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

    /// <summary>Region, county or province.</summary>
    public string? Region { get; set; }

    /// <summary>English name of the country, such as <c>Portugal</c>; a two-letter ISO code is understood on the way in.</summary>
    public string? Country { get; set; }

    /// <summary>Language of the client's documents, such as <c>pt</c>.</summary>
    public string? Language { get; set; }

    /// <summary>Days that the client has to pay.</summary>
    public int? PaymentDays { get; set; }

    /// <summary>How many copies of a document are attached when it is sent (InvoiceXpress: 1 to 3).</summary>
    public int? CopyCount { get; set; }

    /// <summary>Reason code for not charging tax, such as <c>M07</c>; <c>M00</c> means none.</summary>
    public string? TaxExemption { get; set; }

    /// <summary>Name of the person to talk to.</summary>
    public string? ContactName { get; set; }

    /// <summary>E-mail address of the person to talk to.</summary>
    public string? ContactEmail { get; set; }

    /// <summary>Telephone number of the person to talk to.</summary>
    public string? ContactPhone { get; set; }

    /// <summary>Free text.</summary>
    public string? Notes { get; set; }

    /// <summary>The name, and the code where there is one.</summary>
    public override string ToString() => Code is null ? Name ?? Id ?? "" : $"{Name} ({Code})";
}

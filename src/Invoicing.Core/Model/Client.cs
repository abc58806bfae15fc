namespace Invoicing;

/// <summary>A customer. The properties are the columns of a CSV file of clients.</summary>
public sealed class Client : InvoiceRecord
{
    /// <summary>Your own code for the client. Unique in an account, at providers that have codes.</summary>
    public string? Code { get; set; }

    /// <summary>Name of the company or person. At InvoiceXpress it is unique and has at most 100 characters.</summary>
    public string? Name { get; set; }

    /// <summary>VAT or tax number. For Portugal the NIF: nine digits without a prefix.</summary>
    public string? TaxNumber { get; set; }

    /// <summary>Number in the commercial register, at providers that keep it apart from the tax number.</summary>
    public string? RegistrationNumber { get; set; }

    /// <summary>E-mail address to which invoices are sent.</summary>
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

    /// <summary>English name of the country, such as <c>Portugal</c>, or its two-letter ISO code.</summary>
    public string? Country { get; set; }

    /// <summary>Language of the client's documents, as a two-letter code such as <c>pt</c>.</summary>
    public string? Language { get; set; }

    /// <summary>Payment term in days.</summary>
    public int? PaymentDays { get; set; }

    /// <summary>Number of copies of a document attached to an e-mail (InvoiceXpress: 1 to 3).</summary>
    public int? CopyCount { get; set; }

    /// <summary>Tax exemption code, such as <c>M07</c>; <c>M00</c> means none.</summary>
    public string? TaxExemption { get; set; }

    /// <summary>Name of the contact person.</summary>
    public string? ContactName { get; set; }

    /// <summary>E-mail address of the contact person.</summary>
    public string? ContactEmail { get; set; }

    /// <summary>Telephone number of the contact person.</summary>
    public string? ContactPhone { get; set; }

    /// <summary>Free text.</summary>
    public string? Notes { get; set; }

    /// <summary>The name, and the code where there is one.</summary>
    public override string ToString() => Code is null ? Name ?? Id ?? "" : $"{Name} ({Code})";
}

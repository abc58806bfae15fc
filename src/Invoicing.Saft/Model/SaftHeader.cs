using System;

namespace Invoicing.Saft;

/// <summary>The header: who issued the documents, which period the file covers, which program wrote it.</summary>
public sealed class SaftHeader : SaftRecord
{
    /// <summary>The version of the structure; 1.04_01 for the files that this library knows.</summary>
    public string? AuditFileVersion { get; set; }

    /// <summary>The registry office and number of the company, or just its tax number.</summary>
    public string? CompanyId { get; set; }

    /// <summary>The issuer's tax number (NIF), nine digits without prefix.</summary>
    public string? TaxRegistrationNumber { get; set; }

    /// <summary>
    /// The source of the file: C accounting, E invoices issued by third parties, F invoicing, I integrated, P partial
    /// invoicing, R receipts, S self-billing, T transport documents.
    /// </summary>
    public string? TaxAccountingBasis { get; set; }

    /// <summary>The legal name of the company.</summary>
    public string? CompanyName { get; set; }

    /// <summary>The trade name.</summary>
    public string? BusinessName { get; set; }

    /// <summary>The address of the company.</summary>
    public SaftAddress? Address { get; set; }

    /// <summary>The fiscal year; the year in which it begins where it is not the calendar year.</summary>
    public int? FiscalYear { get; set; }

    /// <summary>The first day of the period.</summary>
    public DateTime? StartDate { get; set; }

    /// <summary>The last day of the period.</summary>
    public DateTime? EndDate { get; set; }

    /// <summary>The currency of all amounts: EUR.</summary>
    public string? CurrencyCode { get; set; }

    /// <summary>The day on which the file was written.</summary>
    public DateTime? DateCreated { get; set; }

    /// <summary>Global, Sede, or the establishment that the file is about.</summary>
    public string? TaxEntity { get; set; }

    /// <summary>The tax number of the maker of the program.</summary>
    public string? ProductCompanyTaxId { get; set; }

    /// <summary>The certificate number of the program as written (leading zeros occur); 0 for a program without one.</summary>
    public string? SoftwareCertificateNumber { get; set; }

    /// <summary>The name of the program, a slash, and its maker.</summary>
    public string? ProductId { get; set; }

    /// <summary>The version of the program.</summary>
    public string? ProductVersion { get; set; }

    /// <summary>A free comment.</summary>
    public string? Comment { get; set; }

    /// <summary>The telephone number.</summary>
    public string? Telephone { get; set; }

    /// <summary>The fax number.</summary>
    public string? Fax { get; set; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>The web site.</summary>
    public string? Website { get; set; }

    internal override string? Key => null;

    /// <summary>False for certificate number 0 (an uncertified program does not sign); null where the number is missing.</summary>
    internal bool? IsCertified => SoftwareCertificateNumber is { } text ? text.Trim().TrimStart('0').Length > 0 : null;
}

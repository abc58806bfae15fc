using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing;

/// <summary>
/// A document of any type: invoice, credit note, quote, guide, ... Money is in <see cref="Currency"/>, without tax unless the name
/// says total; dates have no time of day.
/// </summary>
public sealed class Invoice : InvoiceRecord
{
    /// <summary>What kind of document it is.</summary>
    public InvoiceType Type { get; set; }

    /// <summary>Where it stands; assigned by the provider.</summary>
    public InvoiceState State { get; set; }

    /// <summary>Number with its series, such as <c>2026/14</c>; <c>null</c> while a draft.</summary>
    public string? Number { get; set; }

    /// <summary>
    /// Name of the series that a new document shall be numbered in; its identifier is found by name and type. <c>null</c> on documents that
    /// were read, where <see cref="Number"/> begins with it.
    /// </summary>
    public string? Sequence { get; set; }

    /// <summary>The provider's identifier of the series for this type of document.</summary>
    public string? SequenceId { get; set; }

    /// <summary>The caller's own key, such as an order number. A document is found again by it.</summary>
    public string? Reference { get; set; }

    /// <summary>Date of the document.</summary>
    public DateTime? Date { get; set; }

    /// <summary>Last day to pay.</summary>
    public DateTime? DueDate { get; set; }

    /// <summary>Day on which it was marked as sent to the client, where the provider keeps it.</summary>
    public DateTime? SentDate { get; set; }

    /// <summary>Day on which it was paid in full, where the provider keeps it; read only.</summary>
    public DateTime? PaidDate { get; set; }

    /// <summary>Who is invoiced; in lists only what the provider puts there.</summary>
    public Client? Client { get; set; }

    /// <summary>Identifier of the client.</summary>
    public string? ClientId => Client?.Id;

    /// <summary>Name of the client.</summary>
    public string? ClientName => Client?.Name;

    /// <summary>The lines, in order.</summary>
    public IList<InvoiceLine> Lines { get; set; } = [];

    /// <summary>Sum of the lines before the discounts, as the provider computed it; read only.</summary>
    public decimal? Sum { get; set; }

    /// <summary>Discounts in money, as the provider computed them; read only.</summary>
    public decimal? DiscountTotal { get; set; }

    /// <summary>Total without tax; read only.</summary>
    public decimal? NetTotal { get; set; }

    /// <summary>Tax; read only.</summary>
    public decimal? TaxTotal { get; set; }

    /// <summary>Total with tax, which is what is to be paid; read only.</summary>
    public decimal? Total { get; set; }

    /// <summary>What is still to be paid, where the provider tells it with the document; read only.</summary>
    public decimal? Outstanding { get; set; }

    /// <summary>Whether the prices of the lines include tax, for providers that take such; else they are without.</summary>
    public bool? PricesIncludeTax { get; set; }

    /// <summary>ISO code of the currency where the provider gives one; InvoiceXpress answers with a name, such as <c>Euro</c>.</summary>
    public string? Currency { get; set; }

    /// <summary>Exchange rate to the account's currency.</summary>
    public decimal? ExchangeRate { get; set; }

    /// <summary>Discount on the whole document, in <see cref="GlobalDiscountType"/>.</summary>
    public decimal? GlobalDiscount { get; set; }

    /// <summary>What <see cref="GlobalDiscount"/> is: <c>percentage</c> or <c>absolute</c>.</summary>
    public string? GlobalDiscountType { get; set; }

    /// <summary>Tax withheld at source, in percent, 0 to 99.99.</summary>
    public decimal? Withholding { get; set; }

    /// <summary>Amount that is withheld; read only.</summary>
    public decimal? WithholdingTotal { get; set; }

    /// <summary>Whether the provider filled in a new document already, so that nothing but what is its own is still to be asked for.</summary>
    internal bool IsPrefilled { get; set; }

    /// <summary>How long after its date a copy is due, where the date is not known yet.</summary>
    internal TimeSpan? DueAfter { get; set; }

    /// <summary>Rate of tax in percent where the provider has one for the whole document; the lines have it too.</summary>
    public decimal? TaxRate { get; set; }

    /// <summary>Surcharge on the tax in percent, such as the Spanish recargo de equivalencia.</summary>
    public decimal? Surcharge { get; set; }

    /// <summary>Amount of the surcharge; read only.</summary>
    public decimal? SurchargeTotal { get; set; }

    /// <summary>Reason code for lines without tax, such as <c>M07</c>; needed in Portugal when a rate is 0.</summary>
    public string? TaxExemption { get; set; }

    /// <summary>Unique document code of the Portuguese tax authority: validation code of the series, hyphen, number.</summary>
    public string? Atcud { get; set; }

    /// <summary>Four printed characters of the document's signature (Portugal).</summary>
    public string? SignatureHash { get; set; }

    /// <summary>Identifier of the document that a credit or debit note corrects; <c>null</c> where it is not known, empty for none.</summary>
    public string? CorrectedInvoiceId { get; set; }

    /// <summary>Whether the document was put away into the archive.</summary>
    public bool? Archived { get; set; }

    /// <summary>Free text that is printed on the document.</summary>
    public string? Notes { get; set; }

    /// <summary>Public web address of the document. Whoever has it can read the document.</summary>
    public string? Permalink { get; set; }

    /// <summary>Whether a Multibanco payment reference is asked for.</summary>
    public bool? RequestMultibanco { get; set; }

    /// <summary>Payment reference of the Portuguese Multibanco network, where one was asked for.</summary>
    public MultibancoReference? Multibanco { get; set; }

    /// <summary>Whether documents that follow from this quote or proforma are linked to it.</summary>
    public bool? LinkRelated { get; set; }

    /// <summary>Guides: when the goods are loaded, in the provider's own time of day.</summary>
    public DateTime? LoadedAt { get; set; }

    /// <summary>Guides: where the goods are taken from.</summary>
    public PostalAddress? AddressFrom { get; set; }

    /// <summary>Guides: where the goods are taken to.</summary>
    public PostalAddress? AddressTo { get; set; }

    /// <summary>Guides: name of the place of loading.</summary>
    public string? LoadSite { get; set; }

    /// <summary>Guides: name of the place of delivery.</summary>
    public string? DeliverySite { get; set; }

    /// <summary>Guides: licence plate of the vehicle.</summary>
    public string? LicensePlate { get; set; }

    /// <summary>Guides: the tax authority's code for the transport; it may come some time after the guide was issued. Read only.</summary>
    public string? TransportCode { get; set; }

    /// <summary>Whether the caller means one document by the reference, so that a second one with it must not be made.</summary>
    internal bool ReferenceIsKey { get; set; }

    private protected override void CopyParts()
    {
        Client = Client?.Copy();
        Lines = [.. Lines.Select(line => line.Copy())];
        Multibanco = Multibanco?.Copy();
        AddressFrom = AddressFrom?.Copy();
        AddressTo = AddressTo?.Copy();
    }

    /// <summary>Number and client, or type and identifier where there is no number yet.</summary>
    public override string ToString() => Number is null ? $"{Type} {Id ?? "(new)"}" : $"{Type} {Number}";
}

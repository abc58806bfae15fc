using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System;

namespace Invoicing;

/// <summary>
/// A document of any type: invoice, credit note, quote, guide, ... Amounts are in <see cref="Currency"/>, without tax unless the name
/// says total; dates have no time of day.
/// </summary>
public sealed class Invoice : InvoiceRecord
{
    private LineList _lines = [];
    private decimal? _outstanding;

    /// <summary>Type of the document.</summary>
    public InvoiceType Type { get; set; }

    /// <summary>State of the document, set by the provider.</summary>
    [ReadOnly(true)]
    public InvoiceState State { get; set; }

    /// <summary>Number with its series, such as <c>2026/14</c>; <c>null</c> for a draft.</summary>
    public string? Number { get; set; }

    /// <summary>
    /// Name of the series for the number of a new document; its identifier is looked up by name and type. <c>null</c> on documents that
    /// were read, where <see cref="Number"/> begins with it.
    /// </summary>
    public string? Sequence { get; set; }

    /// <summary>The provider's identifier of the series for this type of document.</summary>
    public string? SequenceId { get; set; }

    /// <summary>Your own key, such as an order number. Documents are looked up by it.</summary>
    public string? Reference { get; set; }

    /// <summary>Date of the document.</summary>
    public DateTime? Date { get; set; }

    /// <summary>Due date: the last day to pay.</summary>
    public DateTime? DueDate { get; set; }

    /// <summary>Day on which it was marked as sent to the client, if the provider stores it.</summary>
    public DateTime? SentDate { get; set; }

    /// <summary>Day on which it was paid in full, if the provider stores it; read only.</summary>
    [ReadOnly(true)]
    public DateTime? PaidDate { get; set; }

    /// <summary>The client. In lists it has only the fields that the provider shows there.</summary>
    public Client? Client { get; set; }

    /// <summary>Identifier of the client.</summary>
    public string? ClientId => Client?.Id;

    /// <summary>Name of the client.</summary>
    public string? ClientName => Client?.Name;

    /// <summary>The lines, in order.</summary>
    public IList<InvoiceLine> Lines
    {
        get => _lines;
        set => _lines = value as LineList ?? new LineList(value ?? []);
    }

    /// <summary>Sum of the lines before the discounts, as the provider computed it; read only.</summary>
    [ReadOnly(true)]
    public decimal? Sum { get; set; }

    /// <summary>Discounts in money, as the provider computed them; read only.</summary>
    [ReadOnly(true)]
    public decimal? DiscountTotal { get; set; }

    /// <summary>Total without tax; read only.</summary>
    [ReadOnly(true)]
    public decimal? NetTotal { get; set; }

    /// <summary>Tax; read only.</summary>
    [ReadOnly(true)]
    public decimal? TaxTotal { get; set; }

    /// <summary>Total with tax; read only.</summary>
    [ReadOnly(true)]
    public decimal? Total { get; set; }

    /// <summary>Outstanding amount: 0 for a settled document, else as the provider shows it with the document; <c>null</c> if it does not. Read only.</summary>
    [ReadOnly(true)]
    public decimal? Outstanding
    {
        get => _outstanding ?? (State == InvoiceState.Settled ? 0 : null);
        set => _outstanding = value;
    }

    /// <summary>
    /// Total with the sign that it has for the account: that of a credit note is negative, so that sums are right. Read only.
    /// </summary>
    [ReadOnly(true)]
    public decimal? SignedTotal => Total is { } total ? Signed(total) : null;

    /// <summary>True if it is issued and not paid in full, and the client owes it.</summary>
    internal bool IsOwed => OwedTypes.OpenStates.Contains(State) && Outstanding is not 0 && OwedTypes.Debts.Contains(Type);

    /// <summary>True if it is owed to the client.</summary>
    internal bool IsCredit => OwedTypes.Credits.Contains(Type);

    /// <summary>True if the prices of the lines include tax, at providers that support it. Prices are without tax otherwise.</summary>
    public bool? PricesIncludeTax { get; set; }

    /// <summary>ISO code of the currency. InvoiceXpress answers with a name, such as <c>Euro</c>.</summary>
    public string? Currency { get; set; }

    /// <summary>Exchange rate to the account's currency.</summary>
    public decimal? ExchangeRate { get; set; }

    /// <summary>Discount on the whole document, in <see cref="GlobalDiscountType"/>.</summary>
    public decimal? GlobalDiscount { get; set; }

    /// <summary>Unit of <see cref="GlobalDiscount"/>: <c>percentage</c> or <c>absolute</c>.</summary>
    public string? GlobalDiscountType { get; set; }

    /// <summary>Withholding: tax that the client keeps back, in percent, 0 to 99.99.</summary>
    public decimal? Withholding { get; set; }

    /// <summary>Withheld amount; read only.</summary>
    [ReadOnly(true)]
    public decimal? WithholdingTotal { get; set; }

    /// <summary>True if the provider's template already filled in the new document, so that defaults need no further request.</summary>
    internal bool IsPrefilled { get; set; }

    /// <summary>True if it comes out of another account: values that mean something there alone stay behind.</summary>
    internal bool IsMoved { get; set; }

    /// <summary>Foreign currency that an answer shows beside the currency of the amounts, and its rate.</summary>
    internal (string Code, decimal? Rate)? ForeignCurrency { get; set; }

    /// <summary>Payment term of a copy whose date is not known yet.</summary>
    internal TimeSpan? DueAfter { get; set; }

    /// <summary>Tax rate in percent, at providers with one rate for the whole document. The lines have it too.</summary>
    public decimal? TaxRate { get; set; }

    /// <summary>Surcharge on the tax in percent, such as the Spanish recargo de equivalencia.</summary>
    public decimal? Surcharge { get; set; }

    /// <summary>Amount of the surcharge; read only.</summary>
    [ReadOnly(true)]
    public decimal? SurchargeTotal { get; set; }

    /// <summary>Tax exemption code, such as <c>M07</c>. Required in Portugal if a line has a rate of 0.</summary>
    public string? TaxExemption { get; set; }

    /// <summary>Document code of the Portuguese tax authority (ATCUD): validation code of the series, hyphen, number.</summary>
    [ReadOnly(true)]
    public string? Atcud { get; set; }

    /// <summary>Four printed characters of the document's signature (Portugal).</summary>
    [ReadOnly(true)]
    public string? SignatureHash { get; set; }

    /// <summary>Identifier of the document that a credit or debit note corrects; <c>null</c> if not known, empty for none.</summary>
    public string? CorrectedInvoiceId { get; set; }

    /// <summary>True if the document is archived.</summary>
    public bool? Archived { get; set; }

    /// <summary>Free text that is printed on the document.</summary>
    public string? Notes { get; set; }

    /// <summary>Public web address of the document. Anyone who has it can read the document.</summary>
    [ReadOnly(true)]
    public string? Permalink { get; set; }

    /// <summary>True to request a Multibanco payment reference.</summary>
    public bool? RequestMultibanco { get; set; }

    /// <summary>Payment reference of the Portuguese Multibanco network, if one was requested.</summary>
    [ReadOnly(true)]
    public MultibancoReference? Multibanco { get; set; }

    /// <summary>True to link later documents to this quote or proforma.</summary>
    public bool? LinkRelated { get; set; }

    /// <summary>Guides: moment of loading, in the provider's local time.</summary>
    public DateTime? LoadedAt { get; set; }

    /// <summary>Guides: address of loading.</summary>
    public PostalAddress? AddressFrom { get; set; }

    /// <summary>Guides: address of delivery.</summary>
    public PostalAddress? AddressTo { get; set; }

    /// <summary>Guides: name of the place of loading.</summary>
    public string? LoadSite { get; set; }

    /// <summary>Guides: name of the place of delivery.</summary>
    public string? DeliverySite { get; set; }

    /// <summary>Guides: licence plate of the vehicle.</summary>
    public string? LicensePlate { get; set; }

    /// <summary>
    /// Guides: the tax authority's code for the transport. It can appear some time after the guide was issued. Read only.
    /// </summary>
    [ReadOnly(true)]
    public string? TransportCode { get; set; }

    /// <summary>True if the document was there already when it was to be created, as with <see cref="InvoiceOptions.SkipExisting"/>. Read only.</summary>
    [ReadOnly(true)]
    public bool IsExisting { get; internal set; }

    /// <summary>True if the reference identifies one document, so that no second one may be created with it.</summary>
    internal bool ReferenceIsKey { get; set; }

    /// <summary>True if the tax authority has still to give its code: for guides that are issued.</summary>
    internal bool AwaitsTransportCode => IsGuide(Type) && State == InvoiceState.Final && string.IsNullOrEmpty(TransportCode);

    /// <summary>The document's own number and rate as its answer told them; <c>null</c> for a new document.</summary>
    internal InvoiceAsRead? AsRead { get; private set; }

    /// <summary>True if a number was given that is not the one that the document was read with.</summary>
    internal bool IsNumberChanged => Number is not null && Number != AsRead?.Number;

    private protected override Client? OwnClient => Client;

    private protected override IEnumerable<InvoiceLine> OwnLines => Lines;

    private protected override void CopyParts()
    {
        Client = Client?.Copy();
        Lines = [.. Lines.Select(line => line.Copy())];
        Multibanco = Multibanco?.Copy();
        AddressFrom = AddressFrom?.Copy();
        AddressTo = AddressTo?.Copy();
    }

    /// <summary>Tells whether documents of a type accompany goods, and get a code of the tax authority.</summary>
    /// <param name="type">The type.</param>
    /// <returns><c>true</c> if they do.</returns>
    public static bool IsGuide(InvoiceType type) => type is InvoiceType.Shipping or InvoiceType.Transport or InvoiceType.Devolution;

    /// <summary>An amount of the document with the sign that it has for the account.</summary>
    internal decimal Signed(decimal amount) => IsCredit ? -Math.Abs(amount) : amount;

    /// <summary>Keeps what a later change is told from.</summary>
    internal void MarkRead() => AsRead = new InvoiceAsRead(Number, TaxRate);

    /// <summary>Number and client, or type and identifier if there is no number yet.</summary>
    public override string ToString() => Number is null ? $"{Type} {Id ?? "(new)"}" : $"{Type} {Number}";
}

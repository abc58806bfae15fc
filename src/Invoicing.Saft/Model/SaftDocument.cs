using System;

namespace Invoicing.Saft;

/// <summary>The common part of the documents of all four tables.</summary>
public abstract class SaftDocument : SaftRecord
{
    private string? _number;
    private SaftDocumentNumber? _parts;

    /// <summary>The table that the document stands in.</summary>
    public abstract SaftTable Table { get; }

    /// <summary>The number: internal code, space, series, slash, sequence (InvoiceNo, DocumentNumber or PaymentRefNo).</summary>
    public string? Number
    {
        get => _number;
        set
        {
            _number = value;
            _parts = SaftDocumentNumber.Parse(value);
        }
    }

    /// <summary>Everything of the number before the slash; null where the number has not the legal form.</summary>
    public string? Series => _parts?.Series;

    /// <summary>The digits of the number after the slash; null where the number has not the legal form.</summary>
    public long? Sequence => _parts?.Sequence;

    /// <summary>The unique code: validation code of the series, hyphen, sequence; 0 before the obligation.</summary>
    public string? Atcud { get; set; }

    /// <summary>The date of the document.</summary>
    public DateTime? Date { get; set; }

    /// <summary>The type: FT, FS, FR, ND, NC, GT, GR, OR, PF, NE, RC, RG, ...</summary>
    public string? Type { get; set; }

    /// <summary>N normal, A cancelled, F billed, S self-billed, R summary, T on behalf of others (by table).</summary>
    public string? Status { get; set; }

    /// <summary>The moment of the last change of the status.</summary>
    public DateTime? StatusDate { get; set; }

    /// <summary>The reason for the change of the status.</summary>
    public string? Reason { get; set; }

    /// <summary>The user who changed the status.</summary>
    public string? StatusSourceId { get; set; }

    /// <summary>P made in the program, I integrated from another, M recovered or issued by hand (SourceBilling, SourcePayment).</summary>
    public string? SourceBilling { get; set; }

    /// <summary>The signature, 172 characters; 0 of an uncertified program. Receipts have none.</summary>
    public string? Hash { get; set; }

    /// <summary>The version of the private key, or where an integrated or recovered document came from.</summary>
    public string? HashControl { get; set; }

    /// <summary>The month, counted from the start of the fiscal year.</summary>
    public int? Period { get; set; }

    /// <summary>The user who made the document.</summary>
    public string? SourceId { get; set; }

    /// <summary>The moment at which the document was saved and signed.</summary>
    public DateTime? SystemEntryDate { get; set; }

    /// <summary>The ledger transaction: date, journal, archive number; only of integrated systems.</summary>
    public string? TransactionId { get; set; }

    /// <summary>The key of the customer.</summary>
    public string? CustomerId { get; set; }

    /// <summary>The activity code, five digits; receipts have none.</summary>
    public string? EacCode { get; set; }

    /// <summary>The lines.</summary>
    public SaftList<SaftLine> Lines { get; } = [];

    /// <summary>The tax of the document, in euro.</summary>
    public decimal? TaxPayable { get; set; }

    /// <summary>The total without tax, in euro.</summary>
    public decimal? NetTotal { get; set; }

    /// <summary>The total with tax, in euro; withholding is not taken off.</summary>
    public decimal? GrossTotal { get; set; }

    /// <summary>The amount in the foreign currency of the document; null where it is in euro.</summary>
    public SaftCurrency? Currency { get; set; }

    /// <summary>Agreed discounts, which do not change the gross total.</summary>
    public SaftList<SaftSettlement> Settlements { get; } = [];

    /// <summary>The payments of the document (invoices and receipts).</summary>
    public SaftList<SaftPaymentMethod> PaymentMethods { get; } = [];

    /// <summary>Taxes withheld (invoices and receipts).</summary>
    public SaftList<SaftWithholdingTax> WithholdingTaxes { get; } = [];

    /// <summary>True for status A.</summary>
    public bool IsCancelled => Status == "A";

    internal string? Code => _parts?.Code;

    internal override string? Key => Number;

    /// <summary>Number and type, for display.</summary>
    public override string ToString() => $"{Number} ({Type}, {Status})";
}

using System;

namespace Invoicing.Saft;

/// <summary>A flat row about a part of a document, with the document's own values repeated: for CSV files and spreadsheets.</summary>
public abstract class SaftRow
{
    private protected SaftRow(SaftDocument document, SaftParty? party)
    {
        Path = document.Path;
        Table = document.Table;
        Number = document.Number;
        Date = document.Date;
        Type = document.Type;
        Status = document.Status;
        PartyId = document.CustomerId ?? (document as SaftStockMovement)?.SupplierId;
        PartyName = party?.CompanyName;
        TaxNumber = party?.TaxId;
        Country = party?.BillingAddress?.Country;
    }

    /// <summary>The file; null for a stream.</summary>
    public string? Path { get; }

    /// <summary>The table that the document stands in.</summary>
    public SaftTable Table { get; }

    /// <summary>The document's number.</summary>
    public string? Number { get; }

    /// <summary>The document's date.</summary>
    public DateTime? Date { get; }

    /// <summary>The document's type.</summary>
    public string? Type { get; }

    /// <summary>The document's status: A is cancelled, F billed.</summary>
    public string? Status { get; }

    /// <summary>The key of the customer, or of the supplier of a transport document.</summary>
    public string? PartyId { get; }

    /// <summary>The name of the customer or supplier; null where the file does not hold it.</summary>
    public string? PartyName { get; }

    /// <summary>The tax number of the customer or supplier.</summary>
    public string? TaxNumber { get; }

    /// <summary>The country of the customer or supplier.</summary>
    public string? Country { get; }
}

/// <summary>One line of a document.</summary>
public sealed class SaftLineRow : SaftRow
{
    internal SaftLineRow(SaftDocument document, SaftParty? party, SaftLine line)
        : base(document, party)
    {
        LineNumber = line.LineNumber;
        ProductCode = line.ProductCode;
        Description = line.Description ?? line.ProductDescription;
        Quantity = line.Quantity;
        Unit = line.UnitOfMeasure;
        UnitPrice = line.UnitPrice;
        Amount = line.Amount;
        TaxType = line.Tax?.Type;
        Region = line.Tax?.Region;
        TaxCode = line.Tax?.Code;
        TaxRate = line.Tax?.Percentage;
        TaxAmount = LineTax.Of(line, taxBaseTimesQuantity: false);
        ExemptionCode = line.TaxExemptionCode;
        ExemptionReason = line.TaxExemptionReason;
        Reference = line.SourceDocuments.Count > 0 ? line.SourceDocuments.ToString() : line.References.ToString();
    }

    /// <summary>The number of the line.</summary>
    public long? LineNumber { get; }

    /// <summary>The key of the product; null on receipts.</summary>
    public string? ProductCode { get; }

    /// <summary>The description of the line.</summary>
    public string? Description { get; }

    /// <summary>The quantity.</summary>
    public decimal? Quantity { get; }

    /// <summary>The unit.</summary>
    public string? Unit { get; }

    /// <summary>The price of one unit, in euro, without tax.</summary>
    public decimal? UnitPrice { get; }

    /// <summary>The amount in euro without tax: sales above zero, returns below.</summary>
    public decimal Amount { get; }

    /// <summary>IVA, IS or NS.</summary>
    public string? TaxType { get; }

    /// <summary>The country, or PT-AC, PT-MA.</summary>
    public string? Region { get; }

    /// <summary>The tax code, such as NOR.</summary>
    public string? TaxCode { get; }

    /// <summary>The rate in percent; null for a fixed stamp duty.</summary>
    public decimal? TaxRate { get; }

    /// <summary>The tax of the line in euro, not rounded, with the sign of the amount.</summary>
    public decimal? TaxAmount { get; }

    /// <summary>The exemption code, such as M07.</summary>
    public string? ExemptionCode { get; }

    /// <summary>The exemption reason.</summary>
    public string? ExemptionReason { get; }

    /// <summary>The documents that the line corrects or pays.</summary>
    public string Reference { get; }

    /// <summary>Number and line, for display.</summary>
    public override string ToString() => $"{Number} line {LineNumber}";
}

/// <summary>One tax of a document: its base and amount.</summary>
public sealed class SaftTaxRow : SaftRow
{
    internal SaftTaxRow(SaftDocument document, SaftParty? party, SaftTax tax, string? exemptionCode, decimal taxBase, decimal amount)
        : base(document, party)
    {
        TaxType = tax.Type;
        Region = tax.Region;
        TaxCode = tax.Code;
        TaxRate = tax.Percentage;
        ExemptionCode = exemptionCode;
        Base = taxBase;
        TaxAmount = amount;
    }

    /// <summary>IVA, IS or NS.</summary>
    public string? TaxType { get; }

    /// <summary>The country, or PT-AC, PT-MA.</summary>
    public string? Region { get; }

    /// <summary>The tax code, such as NOR.</summary>
    public string? TaxCode { get; }

    /// <summary>The rate in percent; null for a fixed stamp duty.</summary>
    public decimal? TaxRate { get; }

    /// <summary>The exemption code, such as M07.</summary>
    public string? ExemptionCode { get; }

    /// <summary>The amount of the lines in euro without tax: sales above zero, returns below. A line with TaxBase has none.</summary>
    public decimal Base { get; }

    /// <summary>The tax of the lines in euro, rounded to cents, with the sign of the lines.</summary>
    public decimal TaxAmount { get; }

    /// <summary>Number and tax, for display.</summary>
    public override string ToString() => $"{Number} {TaxType} {Region} {TaxCode} {SaftText.Of(TaxRate)}";
}

/// <summary>One payment of a receipt or an invoice.</summary>
public sealed class SaftPaymentRow : SaftRow
{
    internal SaftPaymentRow(SaftDocument document, SaftParty? party, SaftPaymentMethod method)
        : base(document, party)
    {
        Method = method.Mechanism;
        PaymentDate = method.Date;
        Amount = LineTax.Side(document) * method.Amount;
    }

    /// <summary>NU cash, TB transfer, MB Multibanco, CC credit card, CD debit card, CH cheque, and others.</summary>
    public string? Method { get; }

    /// <summary>The day of the payment.</summary>
    public DateTime? PaymentDate { get; }

    /// <summary>The amount in euro: received above zero, given back below.</summary>
    public decimal? Amount { get; }

    /// <summary>Number, means and amount, for display.</summary>
    public override string ToString() => $"{Number} {Method} {SaftText.Of(Amount)}";
}

using System;

namespace Invoicing.Saft;

/// <summary>Tells if the documents of a row count for the declared totals.</summary>
public enum SaftMeasureState
{
    /// <summary>They count.</summary>
    Counted,

    /// <summary>They are cancelled and left out.</summary>
    Cancelled,

    /// <summary>They were billed by another document and are left out (sales documents only).</summary>
    Billed,
}

/// <summary>Values that keep the rows of the VAT summary apart.</summary>
[Flags]
public enum SaftMeasureKey
{
    /// <summary>Nothing: tax type and state only.</summary>
    None = 0,

    /// <summary>The month of the document's date.</summary>
    Month = 1,

    /// <summary>The document type.</summary>
    Type = 2,

    /// <summary>The tax region.</summary>
    Region = 4,

    /// <summary>Tax code and rate.</summary>
    Rate = 8,

    /// <summary>The exemption code.</summary>
    Exemption = 16,

    /// <summary>All of them.</summary>
    All = Month | Type | Region | Rate | Exemption,
}

/// <summary>A row about one file, or about several files that were added up.</summary>
public abstract class SaftMeasure
{
    private protected SaftMeasure()
    {
    }

    /// <summary>The file; null for several files.</summary>
    public string? Path { get; internal set; }

    /// <summary>The tax number of the company; null for several companies.</summary>
    public string? Company { get; internal set; }
}

/// <summary>One row of the VAT summary of the sales documents.</summary>
public sealed class SaftVatMeasure : SaftMeasure
{
    /// <summary>The month as year-month; null where months are not kept apart.</summary>
    public string? Month { get; internal set; }

    /// <summary>The document type; null where types are not kept apart.</summary>
    public string? Type { get; internal set; }

    /// <summary>Counted, or why not.</summary>
    public SaftMeasureState State { get; internal set; }

    /// <summary>IVA, IS or NS.</summary>
    public string? TaxType { get; internal set; }

    /// <summary>The country, or PT-AC, PT-MA.</summary>
    public string? Region { get; internal set; }

    /// <summary>The tax code, such as NOR.</summary>
    public string? TaxCode { get; internal set; }

    /// <summary>The rate in percent; null for a fixed stamp duty.</summary>
    public decimal? Rate { get; internal set; }

    /// <summary>The exemption code, such as M07.</summary>
    public string? ExemptionCode { get; internal set; }

    /// <summary>The number of documents that have such a line.</summary>
    public long Documents { get; internal set; }

    /// <summary>The amount of the lines in euro without tax: sales above zero, returns below.</summary>
    public decimal Base { get; internal set; }

    /// <summary>The tax of the lines in euro, rounded to cents once, with the sign of the lines.</summary>
    public decimal Tax { get; internal set; }

    /// <summary>Rate and amounts, for display.</summary>
    public override string ToString() => $"{Month} {Type} {Region} {TaxCode} {SaftText.Of(Rate)}: {SaftText.Money(Base)} + {SaftText.Money(Tax)}";
}

/// <summary>One row of the summary of the receipts.</summary>
public sealed class SaftReceiptMeasure : SaftMeasure
{
    /// <summary>The month of the receipt's date as year-month.</summary>
    public string? Month { get; internal set; }

    /// <summary>Counted, or Cancelled.</summary>
    public SaftMeasureState State { get; internal set; }

    /// <summary>NU cash, TB transfer, MB Multibanco, ...; null where the receipt does not tell.</summary>
    public string? Method { get; internal set; }

    /// <summary>The number of payments.</summary>
    public long Payments { get; internal set; }

    /// <summary>The amount in euro; the gross total where the receipt tells no payments.</summary>
    public decimal Amount { get; internal set; }

    /// <summary>Means and amount, for display.</summary>
    public override string ToString() => $"{Month} {Method}: {SaftText.Of(Amount)}";
}

/// <summary>One customer, by the net amount of the sales documents that count.</summary>
public sealed class SaftCustomerMeasure : SaftMeasure
{
    /// <summary>The place in the order, from 1.</summary>
    public int Rank { get; internal set; }

    /// <summary>The key of the customer.</summary>
    public string? CustomerId { get; internal set; }

    /// <summary>The name.</summary>
    public string? Name { get; internal set; }

    /// <summary>The tax number.</summary>
    public string? TaxNumber { get; internal set; }

    /// <summary>The number of documents.</summary>
    public long Documents { get; internal set; }

    /// <summary>The net total in euro; credit notes below zero.</summary>
    public decimal Net { get; internal set; }

    /// <summary>The gross total in euro; credit notes below zero.</summary>
    public decimal Gross { get; internal set; }

    /// <summary>Name and net total, for display.</summary>
    public override string ToString() => $"{Name}: {SaftText.Of(Net)}";
}

/// <summary>One table of documents: what it declares at its start against what it holds.</summary>
public sealed class SaftTableMeasure : SaftMeasure
{
    /// <summary>The table.</summary>
    public SaftTable Table { get; internal set; }

    /// <summary>The number of documents, with those left out of the totals.</summary>
    public long Documents { get; internal set; }

    /// <summary>The number of documents left out of the totals: cancelled, and billed ones in SalesInvoices.</summary>
    public long LeftOut { get; internal set; }

    /// <summary>The sum of the debits that count.</summary>
    public decimal Debit { get; internal set; }

    /// <summary>The sum of the credits that count.</summary>
    public decimal Credit { get; internal set; }

    /// <summary>The debits left out.</summary>
    public decimal LeftOutDebit { get; internal set; }

    /// <summary>The credits left out.</summary>
    public decimal LeftOutCredit { get; internal set; }

    /// <summary>The declared total of debits; null where it is missing.</summary>
    public decimal? DeclaredDebit { get; internal set; }

    /// <summary>The declared total of credits; null where it is missing.</summary>
    public decimal? DeclaredCredit { get; internal set; }

    /// <summary>The reason for which declared totals and lines differ; null where they agree within a cent, or nothing is declared.</summary>
    public string? Difference { get; internal set; }

    /// <summary>The table and the number of its documents.</summary>
    public override string ToString() => $"{Table} {Documents}";
}

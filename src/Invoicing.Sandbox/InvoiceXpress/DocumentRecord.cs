using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>A document of any family.</summary>
internal sealed class DocumentRecord
{
    public DocumentRecord(DocumentKind kind) => Kind = kind;

    public long Id { get; set; }

    public DocumentKind Kind { get; }

    public string Status { get; set; } = DocumentStates.Draft;

    public bool IsArchived { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime Date { get; set; }

    public DateTime DueDate { get; set; }

    public string? Reference { get; set; }

    public string? Observations { get; set; }

    public string? Retention { get; set; }

    public string? TaxExemption { get; set; }

    public string? CurrencyCode { get; set; }

    public decimal Rate { get; set; } = 1;

    public GlobalDiscount? GlobalDiscount { get; private set; }

    /// <summary>The client as it was when the document was last saved or issued.</summary>
    public ClientRecord Client { get; set; } = new();

    public IReadOnlyList<LineRecord> Lines { get; private set; } = Array.Empty<LineRecord>();

    public DocumentTotals Totals { get; set; } = DocumentTotals.Zero;

    /// <summary>The series that was asked for; null takes the default one of the moment of issue.</summary>
    public SequenceCounter? Sequence { get; set; }

    /// <summary>0 until the document is issued.</summary>
    public int Number { get; set; }

    public string? Atcud { get; set; }

    public string? Signature { get; set; }

    /// <summary>Moment of issue, by the wall clock in Lisbon.</summary>
    public DateTime SystemEntry { get; set; }

    public DateTime StatusDate { get; set; }

    public string? CancelReason { get; set; }

    /// <summary>Document that a credit or debit note corrects, or that a receipt pays.</summary>
    public DocumentRecord? Owner { get; set; }

    /// <summary>The notes and receipts that belong to this document, cancelled ones too.</summary>
    public List<DocumentRecord> Related { get; } = new();

    public PaymentRecord? Payment { get; set; }

    /// <summary>True if the last payment settled it; cancelling a receipt then opens it again.</summary>
    public bool IsSettledByPayments { get; set; }

    public PlaceRecord? AddressFrom { get; set; }

    public PlaceRecord? AddressTo { get; set; }

    public string? LicensePlate { get; set; }

    public DateTime? LoadedAt { get; set; }

    /// <summary>The authority's code for a guide, from the moment of issue.</summary>
    public string? TransportCode { get; set; }

    /// <summary>The authority's code as far as answers have it.</summary>
    public string? ShownTransportCode { get; private set; }

    /// <summary>Number of times that the document was read since it has a code.</summary>
    private int CodeReads { get; set; }

    public bool IsIssued => Number > 0;

    public bool IsDraft => Status == DocumentStates.Draft;

    public bool IsCanceled => Status == DocumentStates.Canceled;

    /// <summary>For example <c>2026/14</c>.</summary>
    public string SeriesAndNumber => $"{Sequence!.Series.Name}/{Number}";

    /// <summary>The number as the law writes it, for example <c>FT 2026/14</c>.</summary>
    public string FullNumber => $"{Kind.Prefix} {SeriesAndNumber}";

    /// <summary>Counts a read of the document, after enough of which its code is shown; -1 = never.</summary>
    public void AskForTransportCode(int readsBefore)
    {
        if (TransportCode != null && readsBefore >= 0 && CodeReads++ >= readsBefore)
        {
            ShownTransportCode = TransportCode;
        }
    }

    /// <summary>Takes over everything that a request says about a document, and nothing of its history.</summary>
    public void Replace(DocumentRecord other)
    {
        Date = other.Date;
        DueDate = other.DueDate;
        Reference = other.Reference;
        Observations = other.Observations;
        Retention = other.Retention;
        TaxExemption = other.TaxExemption;
        CurrencyCode = other.CurrencyCode;
        Rate = other.Rate;
        Client = other.Client;
        Sequence = other.Sequence;
        Owner = other.Owner;
        AddressFrom = other.AddressFrom;
        AddressTo = other.AddressTo;
        LicensePlate = other.LicensePlate;
        LoadedAt = other.LoadedAt;
        SetLines(other.Lines, other.GlobalDiscount);
    }

    public void SetLines(IReadOnlyList<LineRecord> lines, GlobalDiscount? discount)
    {
        Lines = lines;
        GlobalDiscount = discount;
        Totals = DocumentTotals.Of(lines, discount);
    }
}

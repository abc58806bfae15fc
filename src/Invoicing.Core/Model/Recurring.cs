using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System;

namespace Invoicing;

/// <summary>A recurring invoice: the provider issues the same invoice at intervals.</summary>
public sealed class Recurring : InvoiceRecord
{
    private LineList _lines = [];

    /// <summary>The client.</summary>
    public Client? Client { get; set; }

    /// <summary>Identifier of the client.</summary>
    public string? ClientId => Client?.Id;

    /// <summary>Name of the client.</summary>
    public string? ClientName => Client?.Name;

    /// <summary>Your own key. The profile is looked up by it, and each invoice carries it.</summary>
    public string? Reference { get; set; }

    /// <summary>Interval of the invoices.</summary>
    public RecurringFrequency? Frequency { get; set; }

    /// <summary>Number of invoices; 0 for no end.</summary>
    public int? OccurrenceCount { get; set; }

    /// <summary>Date of the first invoice; today if not given.</summary>
    public DateTime? Date { get; set; }

    /// <summary>True if the profile is stopped.</summary>
    public bool? Stopped { get; set; }

    /// <summary>True to send each invoice by e-mail.</summary>
    public bool? SendEmail { get; set; }

    /// <summary>True to send each invoice by post.</summary>
    public bool? SendPost { get; set; }

    /// <summary>The lines of each invoice, in order.</summary>
    public IList<InvoiceLine> Lines
    {
        get => _lines;
        set => _lines = value as LineList ?? new LineList(value ?? []);
    }

    /// <summary>Discount on each invoice in percent.</summary>
    public decimal? Discount { get; set; }

    /// <summary>Total of each invoice, with tax; read only.</summary>
    [ReadOnly(true)]
    public decimal? Total { get; set; }

    /// <summary>ISO code of the currency.</summary>
    public string? Currency { get; set; }

    /// <summary>Free text that is printed on each invoice.</summary>
    public string? Notes { get; set; }

    /// <summary>Identifier of the first invoice, if it was issued when the profile was created.</summary>
    public string? FirstInvoiceId { get; set; }

    private protected override Client? OwnClient => Client;

    private protected override IEnumerable<InvoiceLine> OwnLines => Lines;

    private protected override void CopyParts()
    {
        Client = Client?.Copy();
        Lines = [.. Lines.Select(line => line.Copy())];
    }

    /// <summary>Client and frequency.</summary>
    public override string ToString() => $"{Reference ?? Id ?? "(new)"} for {ClientName ?? ClientId}, {Frequency}";
}

using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing;

/// <summary>A profile by which the provider issues the same invoice again and again: a subscription.</summary>
public sealed class Recurring : InvoiceRecord
{
    /// <summary>Who is invoiced.</summary>
    public Client? Client { get; set; }

    /// <summary>Identifier of the client.</summary>
    public string? ClientId => Client?.Id;

    /// <summary>Name of the client.</summary>
    public string? ClientName => Client?.Name;

    /// <summary>The caller's own key. The profile is found again by it, and each invoice carries it.</summary>
    public string? Reference { get; set; }

    /// <summary>How often an invoice is issued.</summary>
    public RecurringFrequency? Frequency { get; set; }

    /// <summary>How many invoices are issued; 0 is without end.</summary>
    public int? OccurrenceCount { get; set; }

    /// <summary>Date of the first invoice; today if it is not given.</summary>
    public DateTime? Date { get; set; }

    /// <summary>Whether the profile issues nothing at present.</summary>
    public bool? Stopped { get; set; }

    /// <summary>Whether each invoice is sent by e-mail.</summary>
    public bool? SendEmail { get; set; }

    /// <summary>Whether each invoice is sent by post.</summary>
    public bool? SendPost { get; set; }

    /// <summary>The lines of each invoice, in order.</summary>
    public IList<InvoiceLine> Lines { get; set; } = [];

    /// <summary>Discount on each invoice in percent.</summary>
    public decimal? Discount { get; set; }

    /// <summary>Total of each invoice, with tax; read only.</summary>
    public decimal? Total { get; set; }

    /// <summary>ISO code of the currency.</summary>
    public string? Currency { get; set; }

    /// <summary>Free text that is printed on each invoice.</summary>
    public string? Notes { get; set; }

    /// <summary>Identifier of the first invoice, where it was issued as the profile was made.</summary>
    public string? FirstInvoiceId { get; set; }

    private protected override void CopyParts()
    {
        Client = Client?.Copy();
        Lines = [.. Lines.Select(line => line.Copy())];
    }

    /// <summary>Client and frequency.</summary>
    public override string ToString() => $"{Reference ?? Id ?? "(new)"} for {ClientName ?? ClientId}, {Frequency}";
}

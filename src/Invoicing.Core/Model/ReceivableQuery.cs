using System;

namespace Invoicing;

/// <summary>Filter of open documents. Unset properties do not filter.</summary>
public sealed class ReceivableQuery
{
    /// <summary>The day for which amounts and days are told; today at the provider if it is <c>null</c>.</summary>
    public DateTime? AsOf { get; set; }

    /// <summary>Only documents of the client with this identifier.</summary>
    public string? ClientId { get; set; }

    /// <summary>True for what is overdue alone: credits and documents without a due date are left out.</summary>
    public bool OverdueOnly { get; set; }

    /// <summary>Payment term in days for documents that have no due date; they stay without one if it is <c>null</c>.</summary>
    public int? PaymentDays { get; set; }

    /// <summary>Rows per page; the largest documented size if <c>null</c>.</summary>
    public int? PageSize { get; set; }
}

using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing;

/// <summary>Filter of a list of documents. Unset properties do not filter.</summary>
public sealed class InvoiceQuery : ListQuery
{
    /// <summary>Types of documents; all types of the invoice family if empty.</summary>
    public IReadOnlyCollection<InvoiceType> Types { get; set; } = [];

    /// <summary>States; all if empty.</summary>
    public IReadOnlyCollection<InvoiceState> States { get; set; } = [];

    /// <summary>Text to search in client or document. The provider decides how.</summary>
    public string? Text { get; set; }

    /// <summary>Your own key of a document.</summary>
    public string? Reference { get; set; }

    /// <summary>First date of the document.</summary>
    public DateTime? DateFrom { get; set; }

    /// <summary>Last date of the document.</summary>
    public DateTime? DateTo { get; set; }

    /// <summary>First due date.</summary>
    public DateTime? DueFrom { get; set; }

    /// <summary>Last due date.</summary>
    public DateTime? DueTo { get; set; }

    /// <summary>Smallest total without tax.</summary>
    public decimal? NetFrom { get; set; }

    /// <summary>Largest total without tax.</summary>
    public decimal? NetTo { get; set; }

    /// <summary>True to list archived documents too.</summary>
    public bool IncludeArchived { get; set; }

    /// <summary>Only documents of the client with this identifier.</summary>
    public string? ClientId { get; set; }

    /// <summary>Applies the filter locally, as far as the document has the fields; for providers that cannot filter.</summary>
    /// <param name="invoice">The document.</param>
    /// <returns><c>true</c> if it fits.</returns>
    public bool Matches(Invoice invoice) =>
        (Types.Count == 0 || Types.Contains(invoice.Type))
        && (States.Count == 0 || States.Contains(invoice.State))
        && (Reference is null || invoice.Reference == Reference)
        && Within(invoice.Date, DateFrom, DateTo)
        && Within(invoice.DueDate, DueFrom, DueTo)
        && Within(invoice.NetTotal, NetFrom, NetTo);

    private static bool Within<T>(T? value, T? from, T? to)
        where T : struct, IComparable<T> =>
        (from is null || value?.CompareTo(from.Value) >= 0) && (to is null || value?.CompareTo(to.Value) <= 0);
}

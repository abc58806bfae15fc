using System;

namespace Invoicing;

/// <summary>Filter of a list of expenses. Unset properties do not filter.</summary>
public sealed class ExpenseQuery : ListQuery
{
    /// <summary>Only expenses for the client with this identifier.</summary>
    public string? ClientId { get; set; }

    /// <summary>Only expenses of the category with this identifier.</summary>
    public string? CategoryId { get; set; }

    /// <summary>Only expenses for the project with this identifier.</summary>
    public string? ProjectId { get; set; }

    /// <summary>Only expenses of this supplier.</summary>
    public string? Supplier { get; set; }

    /// <summary>First day.</summary>
    public DateTime? DateFrom { get; set; }

    /// <summary>Last day.</summary>
    public DateTime? DateTo { get; set; }
}

using System;

namespace Invoicing;

/// <summary>Which records a listing is about. What is not set does not filter; what a provider cannot filter by does not either.</summary>
public sealed class RecordQuery : ListQuery
{
    /// <summary>Only those of the client with this identifier.</summary>
    public string? ClientId { get; set; }

    /// <summary>Only those of the article with this identifier.</summary>
    public string? ItemId { get; set; }

    /// <summary>Only those of the warehouse with this identifier.</summary>
    public string? WarehouseId { get; set; }

    /// <summary>Only those of the bank account with this identifier.</summary>
    public string? AccountId { get; set; }

    /// <summary>Exactly this code.</summary>
    public string? Code { get; set; }

    /// <summary>Text to find in the record.</summary>
    public string? Text { get; set; }

    /// <summary>First day.</summary>
    public DateTime? DateFrom { get; set; }

    /// <summary>Last day.</summary>
    public DateTime? DateTo { get; set; }
}

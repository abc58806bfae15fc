using System;

namespace Invoicing;

/// <summary>Filter of a list. Unset properties do not filter, nor do those that the provider does not support.</summary>
public sealed class RecordQuery : ListQuery
{
    /// <summary>Only records of the client with this identifier.</summary>
    public string? ClientId { get; set; }

    /// <summary>Only records of the item with this identifier.</summary>
    public string? ItemId { get; set; }

    /// <summary>Only records of the warehouse with this identifier.</summary>
    public string? WarehouseId { get; set; }

    /// <summary>Only records of the bank account with this identifier.</summary>
    public string? AccountId { get; set; }

    /// <summary>Exactly this code.</summary>
    public string? Code { get; set; }

    /// <summary>Text to search in the record.</summary>
    public string? Text { get; set; }

    /// <summary>First day.</summary>
    public DateTime? DateFrom { get; set; }

    /// <summary>Last day.</summary>
    public DateTime? DateTo { get; set; }
}

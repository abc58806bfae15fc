using System;

namespace Invoicing;

/// <summary>Values that a copy of a document gets in place of those of the document.</summary>
public sealed class CopyOptions
{
    /// <summary>Type of the copy.</summary>
    public InvoiceType? Type { get; init; }

    /// <summary>Date; else today.</summary>
    public DateTime? Date { get; init; }

    /// <summary>Last day to pay; else as many days after the date as on the document.</summary>
    public DateTime? DueDate { get; init; }

    /// <summary>The caller's own key for the copy.</summary>
    public string? Reference { get; init; }

    /// <summary>Number, at providers that leave it to the caller; else the one that the provider proposes.</summary>
    public string? Number { get; init; }

    /// <summary>Guides: moment of loading, in the provider's own time of day.</summary>
    public DateTime? LoadedAt { get; init; }

    /// <summary>Guides: place that the goods are taken from.</summary>
    public PostalAddress? AddressFrom { get; init; }

    /// <summary>Guides: place that the goods are taken to.</summary>
    public PostalAddress? AddressTo { get; init; }

    /// <summary>Guides: licence plate of the vehicle.</summary>
    public string? LicensePlate { get; init; }
}

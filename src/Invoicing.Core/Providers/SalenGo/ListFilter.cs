using System;

namespace Invoicing.Providers.SalenGo;

/// <summary>The filters of a list: the members of its request, of which each list takes some.</summary>
internal sealed class ListFilter
{
    /// <summary>Time between two readings of changed records: a file of a thousand rows must not use up the requests of a day.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>The provider's time zone is not known, and no two are further apart.</summary>
    private static readonly TimeSpan ZoneMargin = TimeSpan.FromHours(26);

    public int? Page { get; set; }

    public int? Size { get; set; }

    public string? ClientId { get; set; }

    public string? InvoiceId { get; set; }

    public string? CategoryId { get; set; }

    public string? ProjectId { get; set; }

    public string? Status { get; set; }

    public string? Number { get; set; }

    public string? Email { get; set; }

    public string? Supplier { get; set; }

    public DateTime? DateFrom { get; set; }

    public DateTime? DateTo { get; set; }

    public DateTime? UpdatedFrom { get; set; }

    public string? Event { get; set; }

    public string? Uri { get; set; }

    /// <summary>Filters what was changed since a moment, or nothing without one.</summary>
    public static ListFilter UpdatedSince(DateTime? moment) => new() { UpdatedFrom = moment - ZoneMargin };

    public ListFilter WithPage(int number, int size)
    {
        var copy = (ListFilter)MemberwiseClone();
        copy.Page = number;
        copy.Size = size;
        return copy;
    }
}


namespace Invoicing.Providers.SalenGo;

/// <summary>The words of a list about its page (docs/facts/salengo.md#paging).</summary>
internal sealed class PageInfo
{
    public int? Page { get; set; }

    public int? Size { get; set; }

    public int? Pages { get; set; }

    public int? Total { get; set; }

    /// <summary>True if there is another page; where the numbers are missing, a full page says that there may be [assumption].</summary>
    public bool HasMore(int page, int size, int rows) => rows > 0
        && (Pages is { } pages ? (Page ?? page) < pages
            : Total is { } total ? (long)page * (Size ?? size) < total
            : rows >= (Size ?? size));
}

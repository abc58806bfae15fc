namespace Invoicing.Engine;

/// <summary>The form of the lists of a provider, and the names with which a page is asked for. Pages are numbered from 1.</summary>
public sealed class JsonListForm
{
    /// <summary>Member that holds the rows; <c>null</c> if the answer is the list itself.</summary>
    public string? Rows { get; init; }

    /// <summary>Member that holds the number of rows of all pages; <c>null</c> if there is none: the last page is the first one that is not full.</summary>
    public string? Total { get; init; }

    /// <summary>Name of the number of the page in the query.</summary>
    public string Page { get; init; } = "page";

    /// <summary>Name of the size of a page in the query.</summary>
    public string Size { get; init; } = "per_page";
}

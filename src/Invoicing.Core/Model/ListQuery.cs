namespace Invoicing;

/// <summary>What every listing can be told.</summary>
public class ListQuery
{
    /// <summary>Rows of a page; the largest that the provider documents if <c>null</c>.</summary>
    public int? PageSize { get; set; }

    /// <summary>Whether every object is wanted whole, also where the provider's lists give summaries: that costs a request each.</summary>
    public bool Detailed { get; set; }
}

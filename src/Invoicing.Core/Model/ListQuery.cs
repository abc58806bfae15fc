namespace Invoicing;

/// <summary>Options of every list.</summary>
public class ListQuery
{
    /// <summary>Rows per page; the largest documented size if <c>null</c>.</summary>
    public int? PageSize { get; set; }

    /// <summary>True to read every record completely if the provider's list shows summaries. Costs one request per record.</summary>
    public bool Detailed { get; set; }
}

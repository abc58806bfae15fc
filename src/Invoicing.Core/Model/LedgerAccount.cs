namespace Invoicing;

/// <summary>An account of the chart of accounts.</summary>
public sealed class LedgerAccount : InvoiceRecord
{
    /// <summary>Code, such as <c>4010</c>.</summary>
    public string? Code { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>True if it is in use.</summary>
    public bool? Active { get; set; }

    /// <summary>Code and name.</summary>
    public override string ToString() => $"{Code} {Name}";
}

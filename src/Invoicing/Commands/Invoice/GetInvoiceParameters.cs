using System;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The parameters that choose documents: by what a person has of them, or by filters.</summary>
public abstract class GetInvoiceParameters : ConnectorCmdlet<IInvoiceReader>
{
    private protected const string FilterSet = "Filter";
    private protected const string InvoiceSet = "Invoice";

    private protected GetInvoiceParameters()
    {
    }

    /// <summary>
    /// The document: its object (to read it again), a row, or text that is looked for as number and reference, and as an id last. For a client
    /// from the pipeline, its documents are listed.
    /// </summary>
    [Parameter(ParameterSetName = InvoiceSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [InvoiceTransformation(Now = true, Many = true)]
    [Completes]
    public InvoiceIdentity[] Invoice { get; set; } = [];

    /// <summary>Number of the document with its series, such as FT 2026/14.</summary>
    [Parameter(ParameterSetName = nameof(Number), Mandatory = true)]
    [Completes]
    public string[] Number { get; set; } = [];

    /// <summary>The provider's identifier. With one -Type it costs one request.</summary>
    [Parameter(ParameterSetName = nameof(Id), Mandatory = true)]
    [Completes]
    public string[] Id { get; set; } = [];

    /// <summary>Types of documents. Default: all invoices and notes, without receipts.</summary>
    [Parameter]
    public InvoiceType[]? Type { get; set; }

    /// <summary>States of documents. Default: all except deleted.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    public InvoiceState[]? State { get; set; }

    /// <summary>Your own keys of documents, such as order numbers.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [Completes]
    public string[]? Reference { get; set; }

    /// <summary>
    /// Only what is owed: issued invoices and debit notes that are not paid in full. Drafts, quotes, proformas, credit notes and cancelled
    /// documents are left out.
    /// </summary>
    [Parameter(ParameterSetName = FilterSet)]
    public SwitchParameter Open { get; set; }

    /// <summary>Only what is owed and was due before today.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    public SwitchParameter Overdue { get; set; }

    /// <summary>Text to search in client or document. The provider decides how.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [Completes]
    public string? Text { get; set; }

    /// <summary>Only documents of these clients: objects, codes, tax numbers, names or ids. Wildcards are allowed in names.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ClientTransformation(Now = true, Many = true)]
    [SupportsWildcards]
    [Completes]
    public ClientIdentity[]? Client { get; set; }

    /// <summary>A client from the pipeline: its documents are listed.</summary>
    [Parameter(ParameterSetName = FilterSet, ValueFromPipeline = true, DontShow = true)]
    [ObjectTransformation(typeof(Client))]
    public Client? ClientObject { get; set; }

    /// <summary>First date of the documents, as a date or as text such as 2026-03-01.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [DateTransformation(Now = true)]
    [Completes]
    public DateTime? DateFrom { get; set; }

    /// <summary>Last date of the documents, as a date or as text such as 2026-03-31.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [DateTransformation(Now = true)]
    [Completes]
    public DateTime? DateTo { get; set; }

    /// <summary>Only documents due after this day.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [DateTransformation(Now = true)]
    [Completes]
    public DateTime? DueAfter { get; set; }

    /// <summary>Only documents due before this day. Use Get-Date for overdue documents.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [DateTransformation(Now = true)]
    [Completes]
    public DateTime? DueBefore { get; set; }

    /// <summary>Smallest total without tax.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [AmountTransformation(Now = true)]
    [Completes]
    public decimal? NetFrom { get; set; }

    /// <summary>Largest total without tax.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [AmountTransformation(Now = true)]
    [Completes]
    public decimal? NetTo { get; set; }

    /// <summary>Lists archived documents too.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    public SwitchParameter IncludeArchived { get; set; }

    /// <summary>Rows per request. Default: the largest page that the provider documents.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ValidateRange(1, 10_000)]
    [CountTransformation(Now = true)]
    [Completes]
    public int? PageSize { get; set; }

    /// <summary>Reads every document completely if the provider's list shows summaries. Costs one request per document.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    public SwitchParameter Detailed { get; set; }

    /// <summary>
    /// Waits until issued guides have the tax authority's code (TransportCode): each is read again until it is there. Other documents are written
    /// at once.
    /// </summary>
    [Parameter(ParameterSetName = InvoiceSet)]
    [Parameter(ParameterSetName = nameof(Number))]
    [Parameter(ParameterSetName = nameof(Id))]
    public SwitchParameter Wait { get; set; }

    /// <summary>Maximum wait for one guide in seconds; 0 for no limit.</summary>
    [Parameter(ParameterSetName = InvoiceSet)]
    [Parameter(ParameterSetName = nameof(Number))]
    [Parameter(ParameterSetName = nameof(Id))]
    [Alias("Timeout")]
    [ValidateRange(0, int.MaxValue / 1000)]
    [CountTransformation(Needed = true)]
    [Completes]
    public int TimeoutSec { get; set; } = 600;

    /// <summary>Seconds before a guide is read again. Each later wait is 1.5 times as long, up to 30 seconds.</summary>
    [Parameter(ParameterSetName = InvoiceSet)]
    [Parameter(ParameterSetName = nameof(Number))]
    [Parameter(ParameterSetName = nameof(Id))]
    [Alias("PollInterval")]
    [ValidateRange(0.01, 3600.0)]
    [AmountTransformation(Needed = true)]
    [Completes]
    public double PollIntervalSec { get; set; } = 5;
}

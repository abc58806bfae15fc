using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of a recurring profile as parameters. Each has the name of the property that it sets.</summary>
/// <typeparam name="TCapability">The kind of work that the cmdlet needs.</typeparam>
public abstract class RecurringParameters<TCapability> : RecordCmdlet<TCapability, Recurring>
    where TCapability : class, ICapability
{
    private protected RecurringParameters()
    {
    }

    /// <summary>The client: the object, its id or its name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ClientId", "ClientName")]
    [ClientTransformation]
    public ClientIdentity[]? Client { get; set; }

    /// <summary>How often an invoice is issued.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [MemberTransformation(typeof(RecurringFrequency))]
    public RecurringFrequency? Frequency { get; set; }

    /// <summary>How many invoices are issued; 0 is without end.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [CountTransformation]
    public int? OccurrenceCount { get; set; }

    /// <summary>Date of the first invoice, as a date or as year-month-day; today if it is not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    public System.DateTime? Date { get; set; }

    /// <summary>The caller's own key. Each invoice carries it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Reference { get; set; }

    /// <summary>The lines: from New-InvoiceLine, as hashtables, or as rows.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Lines")]
    [LineTransformation]
    public InvoiceLine[]? Line { get; set; }

    /// <summary>Discount on each invoice in percent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    public decimal? Discount { get; set; }

    /// <summary>Whether each invoice is sent by e-mail.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public bool? SendEmail { get; set; }

    /// <summary>Whether each invoice is sent by post.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public bool? SendPost { get; set; }

    /// <summary>Whether the profile issues nothing.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public bool? Stopped { get; set; }

    /// <summary>ISO code of the currency.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Currency { get; set; }

    /// <summary>Free text that is printed on each invoice.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Notes { get; set; }

    private protected override void Apply(Recurring record)
    {
        base.Apply(record);
        if (Client is { Length: 1 } clients)
        {
            record.Client = FindClient(clients[0]);
        }

        if (Line is { Length: > 0 })
        {
            record.Lines = [.. Line];
        }
    }
}

using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of a recurring invoice as parameters, each named after its property.</summary>
/// <typeparam name="TCapability">The capability that the cmdlet needs.</typeparam>
public abstract class RecurringParameters<TCapability> : RecordCmdlet<TCapability, Recurring>
    where TCapability : class, ICapability
{
    private protected RecurringParameters()
    {
    }

    /// <summary>The client: its object, a row, or text that is looked for as code, tax number and name, and as an id last.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ClientTransformation]
    [Completes]
    public Input<ClientIdentity>? Client { get; set; }

    /// <summary>The client's identifier.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ClientTransformation(Kind = RecordKeyKind.Id)]
    [Completes]
    public Input<ClientIdentity>? ClientId { get; set; }

    /// <summary>The client's complete name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ClientTransformation(Kind = RecordKeyKind.Name)]
    [Completes]
    public Input<ClientIdentity>? ClientName { get; set; }

    /// <summary>Interval of the invoices.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [MemberTransformation(typeof(RecurringFrequency))]
    [Completes]
    public Input<RecurringFrequency>? Frequency { get; set; }

    /// <summary>Number of invoices; 0 for no end.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [CountTransformation]
    [Completes]
    public Input<int>? OccurrenceCount { get; set; }

    /// <summary>Date of the first invoice, as a date or as text such as 2026-03-31. Default: today.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    [Completes]
    public Input<System.DateTime>? Date { get; set; }

    /// <summary>Your own key, such as a contract number. Each invoice carries it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Reference { get; set; }

    /// <summary>The lines: from New-InvoiceLine, as hashtables, or as rows.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Lines")]
    [LineTransformation]
    public Input<InvoiceLine>? Line { get; set; }

    /// <summary>Discount of each invoice in percent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [PercentTransformation]
    [Completes]
    public Input<decimal>? Discount { get; set; }

    /// <summary>True to send each invoice by e-mail.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    [Completes]
    public Input<bool>? SendEmail { get; set; }

    /// <summary>True to send each invoice by post.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    [Completes]
    public Input<bool>? SendPost { get; set; }

    /// <summary>True to stop it: no further invoices are issued.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    [Completes]
    public Input<bool>? Stopped { get; set; }

    /// <summary>ISO code of the currency.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Currency { get; set; }

    /// <summary>Free text that is printed on each invoice.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Notes { get; set; }

    private protected override void Apply(Recurring record)
    {
        base.Apply(record);
        if ((Client.Get() ?? ClientId.Get() ?? ClientName.Get()) is { } client)
        {
            record.Client = FindClient(client);
        }

        if (Line is { Values.Length: > 0 })
        {
            record.Lines = [.. Line.Values];
        }
    }
}

using System;
using System.Linq;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Gets documents: those that match the filters, or those with an id or number.</summary>
[Cmdlet(VerbsCommon.Get, "Invoice", DefaultParameterSetName = FilterSet)]
[OutputType(typeof(Invoice))]
public sealed class GetInvoiceCommand : ConnectorCmdlet<IInvoiceReader>
{
    private const string FilterSet = "Filter";
    private const string InvoiceSet = "Invoice";

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

    /// <inheritdoc/>
    protected override void Execute()
    {
        if (Wait && !Provider().Types.Any(Invoicing.Invoice.IsGuide))
        {
            throw new InvoicingException(ErrorKind.NotSupported, $"{SessionFor().Provider.Name} has no guides, so there is no code of the tax authority to wait for.")
            {
                Advice = "Leave out -Wait.",
            };
        }

        switch (ParameterSetName)
        {
            case nameof(Id):
                WriteAll(RecordKeyKind.Id, Id);
                break;
            case nameof(Number):
                WriteAll(RecordKeyKind.Number, Number);
                break;
            case InvoiceSet:
                ForEach(Invoice, Write);
                break;
            default:
                WriteFiltered();
                break;
        }
    }

    private void WriteAll(RecordKeyKind kind, string[] keys) => ForEach(keys, key => Write(InvoiceIdentity.From(key, kind)));

    private void Write(InvoiceIdentity identity)
    {
        Target = identity.Source;
        InvoiceType? type = identity.Type ?? (Type is { Length: 1 } ? Type[0] : null);
        if (identity.Invoice is not null || identity.Payment is not null || (identity.Id is not null && type is not null))
        {
            // An object is read again: the caller wants its present state.
            Invoice invoice = FindInvoice(identity, type, whole: false);
            WriteObject(Wait ? Awaited(invoice) : Await(Provider(invoice).GetAsync(invoice.Type, invoice.Id!, Cancel)));
            return;
        }

        RecordKey key = identity.Key!;
        if (key.Kind == RecordKeyKind.Number)
        {
            // Each type counts for itself, and to look at several does no harm.
            var found = Await(Provider().FindByNumberAsync(key.Text, type is { } one ? [one] : Type ?? [], Cancel));
            WriteObject(Found(found.Count > 0 ? found : null, "document", key.ToString()).Select(Known), enumerateCollection: true);
            return;
        }

        WriteObject(Known(Found(Await(Invoices(null).FindAsync(key, type is { } known ? [known] : Type ?? [], Cancel)), "document", key.Text)));
    }

    /// <summary>A document that was found, with the code that it waits for if it is asked to.</summary>
    private Invoice Known(Invoice found) => Wait && found.AwaitsTransportCode() ? Awaited(found) : found;

    private Invoice Awaited(Invoice invoice) => AwaitTransportCode(invoice, TimeoutSec, PollIntervalSec);

    private void WriteFiltered()
    {
        // One listing for each combination of what the provider is asked for: it takes one client and one reference.
        string?[] references = Reference ?? [null!];
        ClientIdentity[]? meant = ClientObject is null ? Client : [ClientIdentity.Of(ClientObject), .. Client ?? []];
        Client?[] clients = meant is null ? [null] : [.. ClientsLike(meant)];
        Func<Invoice, bool>? filter = Overdue ? invoice => invoice.IsOwed() && invoice.DueDate < Today() : Open ? invoice => invoice.IsOwed() : null;
        foreach (Client? client in clients.GroupBy(one => one?.Id).Select(same => same.First()))
        {
            foreach (string? reference in references)
            {
                WriteListing(Provider(OwnOrNone(client)).List(Query(client?.Id, reference)), "documents", filter);
            }
        }
    }

    private DateTime Today() => TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, SessionFor().Provider.TimeZone).Date;

    private InvoiceQuery Query(string? clientId, string? reference) => new()
    {
        Types = Type ?? [],
        States = State ?? [],
        Reference = reference,
        Text = Text,
        ClientId = clientId,
        DateFrom = DateFrom,
        DateTo = DateTo,
        DueFrom = DueAfter is { } after && after.Date < DateTime.MaxValue.Date ? after.AddDays(1) : DueAfter,
        DueTo = DueBefore is { } before && before.Date > DateTime.MinValue ? before.AddDays(-1) : DueBefore,
        NetFrom = NetFrom,
        NetTo = NetTo,
        IncludeArchived = IncludeArchived,
        PageSize = PageSize,
        Detailed = Detailed,
    };
}

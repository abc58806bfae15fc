using System;
using System.Management.Automation;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Commands;

/// <summary>Gets documents: those that match the filters, or those with an id or number.</summary>
[Cmdlet(VerbsCommon.Get, "Invoice", DefaultParameterSetName = FilterSet)]
[OutputType(typeof(Invoice))]
public sealed class GetInvoiceCommand : ConnectorCmdlet<IInvoiceReader>
{
    private const string FilterSet = "Filter";
    private const string InvoiceSet = "Invoice";

    /// <summary>The document: its object (to read it again), identifier, or number such as FT 2026/14.</summary>
    [Parameter(ParameterSetName = InvoiceSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Number", "InputObject")]
    [InvoiceTransformation(Now = true, Many = true)]
    public InvoiceIdentity[] Invoice { get; set; } = [];

    /// <summary>The provider's identifier. With one -Type it costs one request.</summary>
    [Parameter(ParameterSetName = nameof(Id), Mandatory = true)]
    public string[] Id { get; set; } = [];

    /// <summary>Types of documents. Default: all invoices and notes, without receipts.</summary>
    [Parameter]
    public InvoiceType[]? Type { get; set; }

    /// <summary>States of documents. Default: all except deleted.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    public InvoiceState[]? State { get; set; }

    /// <summary>Your own key of the document, such as an order number.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    public string? Reference { get; set; }

    /// <summary>Text to search in client or document. The provider decides how.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    public string? Text { get; set; }

    /// <summary>Only documents of this client.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ClientTransformation(Now = true)]
    public ClientIdentity? Client { get; set; }

    /// <summary>First date of the documents, as a date or as text such as 2026-03-01.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [DateTransformation(Now = true)]
    public DateTime? DateFrom { get; set; }

    /// <summary>Last date of the documents, as a date or as text such as 2026-03-31.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [DateTransformation(Now = true)]
    public DateTime? DateTo { get; set; }

    /// <summary>Only documents due after this day.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [DateTransformation(Now = true)]
    public DateTime? DueAfter { get; set; }

    /// <summary>Only documents due before this day. Use Get-Date for overdue documents.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [DateTransformation(Now = true)]
    public DateTime? DueBefore { get; set; }

    /// <summary>Smallest total without tax.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [AmountTransformation(Now = true)]
    public decimal? NetFrom { get; set; }

    /// <summary>Largest total without tax.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [AmountTransformation(Now = true)]
    public decimal? NetTo { get; set; }

    /// <summary>Lists archived documents too.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    public SwitchParameter IncludeArchived { get; set; }

    /// <summary>Rows per request. Default: the largest page that the provider documents.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ValidateRange(1, 10_000)]
    [CountTransformation(Now = true)]
    public int? PageSize { get; set; }

    /// <summary>Reads every document completely if the provider's list shows summaries. Costs one request per document.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    public SwitchParameter Detailed { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        switch (ParameterSetName)
        {
            case nameof(Id):
                ForEach(Id, id => Write(InvoiceIdentity.ById(id), id));
                break;
            case InvoiceSet:
                ForEach(Invoice, identity => Write(identity, identity.Source!));
                break;
            default:
                WriteListing(Provider().List(Query()), "documents");
                break;
        }
    }

    private void Write(InvoiceIdentity identity, object target)
    {
        Target = target;
        IInvoiceReader reader = Provider(identity.Invoice);
        InvoiceType? type = identity.Invoice?.Type ?? identity.Type ?? (Type is { Length: 1 } ? Type[0] : null);
        if ((identity.Invoice?.Id ?? identity.Id) is { } id)
        {
            WriteObject(Await(type is { } known ? reader.GetAsync(known, id, Cancel) : reader.GetAsync(id, Cancel)));
            return;
        }

        string number = identity.Invoice?.Number ?? identity.Number ?? "";
        var found = Await(reader.FindByNumberAsync(number, type is { } one ? [one] : Type ?? [], Cancel));
        if (found.Count == 0)
        {
            throw new InvoicingException(ErrorKind.NotFound, $"There is no document with the number '{number}'.");
        }

        WriteObject(found, enumerateCollection: true);
    }

    private InvoiceQuery Query() => new()
    {
        Types = Type ?? [],
        States = State ?? [],
        Reference = Reference,
        Text = Text,
        ClientId = ClientId(),
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

    private string? ClientId() => Client is not { } client ? null
        : client.Id ?? Found(Await(new ClientResolver(Use<IReader<Client>>(), Use<IFinder<Client>>()).FindAsync(client, Cancel)), "client", client.ToString()).Id;
}

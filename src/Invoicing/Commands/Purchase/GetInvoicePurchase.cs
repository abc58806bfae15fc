using System;
using System.Management.Automation;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Commands;

/// <summary>
/// Gets purchases, that is, invoices of suppliers: those that match the filters, or, with lines, those with an identifier.
/// </summary>
[Cmdlet(VerbsCommon.Get, "InvoicePurchase", DefaultParameterSetName = FilterSet)]
[OutputType(typeof(Purchase))]
public sealed class GetInvoicePurchaseCommand : ConnectorCmdlet<IReader<Purchase>>
{
    private const string FilterSet = "Filter";

    /// <summary>Only purchases of this supplier: its object, id, code or name.</summary>
    [Parameter(ParameterSetName = FilterSet, Position = 0)]
    [ClientTransformation(Now = true)]
    public ClientIdentity? Supplier { get; set; }

    /// <summary>Text to search in the name of the supplier.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    public string? Text { get; set; }

    /// <summary>First date of the documents, as a date or as text such as 2026-03-01.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [DateTransformation(Now = true)]
    public DateTime? DateFrom { get; set; }

    /// <summary>Last date of the documents, as a date or as text such as 2026-03-31.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [DateTransformation(Now = true)]
    public DateTime? DateTo { get; set; }

    /// <summary>Rows per request. Default: the largest page that the provider documents.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ValidateRange(1, 10_000)]
    [CountTransformation(Now = true)]
    public int? PageSize { get; set; }

    /// <summary>The provider's identifiers, or purchases to read again. Costs one request each.</summary>
    [Parameter(ParameterSetName = nameof(Id), Mandatory = true, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [RecordTransformation(Now = true, Many = true)]
    public RecordIdentity[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override void Execute()
    {
        if (ParameterSetName == nameof(Id))
        {
            ForEach(Id, identity =>
            {
                Target = identity.Source;
                WriteObject(Await(Provider(identity.Record).GetAsync(identity.Record?.Id ?? identity.ToString(), Cancel)));
            });
            return;
        }

        var query = new RecordQuery { Text = Text, DateFrom = DateFrom, DateTo = DateTo, PageSize = PageSize };
        if (Supplier is { } supplier)
        {
            query.ClientId = Await(new ClientResolver(Use<IReader<Client>>(), Use<IFinder<Client>>()).IdAsync(supplier, Cancel));
        }

        WriteListing(Provider().List(query), "purchases");
    }
}

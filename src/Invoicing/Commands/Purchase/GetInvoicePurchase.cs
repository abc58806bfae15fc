using System;
using System.Linq;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>
/// Gets purchases, that is, invoices of suppliers: those that match the filters, or, with lines, those with an identifier.
/// </summary>
[Cmdlet(VerbsCommon.Get, "InvoicePurchase", DefaultParameterSetName = FilterSet)]
[OutputType(typeof(Purchase))]
public sealed class GetInvoicePurchaseCommand : ConnectorCmdlet<IReader<Purchase>>
{
    private const string FilterSet = "Filter";

    /// <summary>Only purchases of these suppliers: objects, codes, tax numbers, names or ids. Wildcards are allowed in names.</summary>
    [Parameter(ParameterSetName = FilterSet, Position = 0)]
    [ClientTransformation(Now = true, Many = true)]
    [SupportsWildcards]
    [Completes]
    public ClientIdentity[]? Supplier { get; set; }

    /// <summary>Text to search in the name of the supplier.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [Completes]
    public string? Text { get; set; }

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

    /// <summary>Rows per request. Default: the largest page that the provider documents.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ValidateRange(1, 10_000)]
    [CountTransformation(Now = true)]
    [Completes]
    public int? PageSize { get; set; }

    /// <summary>The provider's identifiers, or purchases to read again. Costs one request each.</summary>
    [Parameter(ParameterSetName = nameof(Id), Mandatory = true, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [RecordTransformation(Now = true, Many = true, Kind = RecordKeyKind.Id)]
    [Completes]
    public RecordIdentity[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override void Execute()
    {
        if (ParameterSetName == nameof(Id))
        {
            ForEach(Id, identity =>
            {
                Target = identity.Source;
                Purchase purchase = FindRecord<Purchase>(identity, whole: false);
                WriteObject(Await(Provider(purchase).GetAsync(purchase.Id!, Cancel)));
            });
            return;
        }

        // One listing for each supplier, in the account of the supplier.
        Client?[] suppliers = Supplier is null ? [null] : [.. ClientsLike(Supplier).GroupBy(client => client.Id).Select(same => same.First())];
        foreach (Client? supplier in suppliers)
        {
            var query = new RecordQuery { ClientId = supplier?.Id, Text = Text, DateFrom = DateFrom, DateTo = DateTo, PageSize = PageSize };
            WriteListing(Provider(OwnOrNone(supplier)).List(query), "purchases");
        }
    }
}

using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Gets stock levels: of items in all warehouses or in one, or of all items in a warehouse.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceItemStock")]
[OutputType(typeof(ItemStock))]
public sealed class GetInvoiceItemStockCommand : ConnectorCmdlet<IStockReader>
{
    /// <summary>The item: its object, or text that is looked for as code and name, and as an id last.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [RecordTransformation(Now = true, Many = true)]
    [Completes]
    public RecordIdentity[]? Item { get; set; }

    /// <summary>The warehouse: its object, or text that is looked for as code and name, and as an id last. Without -Item, all items in it.</summary>
    [Parameter]
    [RecordTransformation(Now = true)]
    [Completes]
    public RecordIdentity? Warehouse { get; set; }

    /// <summary>Day of the stock, as a date or as text such as 2026-03-31. Default: now.</summary>
    [Parameter]
    [DateTransformation(Now = true)]
    [Completes]
    public DateTime? Date { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        Destination = SessionFor(OwnOrNone(Item is { Length: > 0 } given ? given[0].Record : Warehouse?.Record));
        if (Item is { Length: > 0 } items)
        {
            string? warehouse = Warehouse is { } place ? IdOf<Warehouse>(place) : null;
            ForEach(items, item => Write(item, Provider(OwnOrNone(item.Record)).GetForItemAsync(IdOf<Item>(item), warehouse, Date, Cancel)));
        }
        else
        {
            RecordIdentity place = Warehouse ?? throw InvoicingException.InvalidInput("question", [new FieldError(nameof(Item), "or Warehouse must be given")]);
            Write(place, Provider(OwnOrNone(place.Record)).GetForWarehouseAsync(IdOf<Warehouse>(place), Date, Cancel));
        }
    }

    private void Write(RecordIdentity identity, Task<IReadOnlyList<ItemStock>> rows)
    {
        Target = identity.Source;
        WriteObject(Await(rows), enumerateCollection: true);
    }

    private string IdOf<T>(RecordIdentity identity)
        where T : InvoiceRecord, new()
    {
        Target = identity.Source;
        return FindRecord<T>(identity, whole: false).Id!;
    }
}

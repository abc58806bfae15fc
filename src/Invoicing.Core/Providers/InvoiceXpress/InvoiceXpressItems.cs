using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>The catalogue (docs/facts/invoicexpress.md#items).</summary>
internal sealed class InvoiceXpressItems : InvoiceXpressResource<Item>, IReader<Item>, ICreator<Item>, IUpdater<Item>, IRemover<Item>
{
    public InvoiceXpressItems(ConnectorContext context)
        : base(context, "item", InvoiceXpressMaps.Item)
    {
    }

    protected override Endpoint ListOperation => InvoiceXpressEndpoints.ListItems;

    protected override Endpoint GetOperation => InvoiceXpressEndpoints.GetItem;

    protected override Endpoint CreateOperation => InvoiceXpressEndpoints.CreateItem;

    protected override Endpoint UpdateOperation => InvoiceXpressEndpoints.UpdateItem;

    protected override Endpoint RemoveOperation => InvoiceXpressEndpoints.DeleteItem;

    /// <summary>A description is required (docs/facts/invoicexpress.md#items, official): the name, as lines have it too.</summary>
    protected override Task FillAsync(Item item, CancellationToken cancel)
    {
        item.Description = string.IsNullOrWhiteSpace(item.Description) ? item.Name : item.Description;
        return InvoiceXpressTaxTable.ResolveAsync(Context, item, cancel);
    }

    protected override void Check(Item item) => InvoiceXpressRules.Check(item);
}

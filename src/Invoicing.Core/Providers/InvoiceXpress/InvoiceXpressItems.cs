using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>The catalogue (docs/facts/invoicexpress.md#items).</summary>
internal sealed class InvoiceXpressItems(ConnectorContext context) :
    InvoiceXpressResource<Item>(context, "item", InvoiceXpressMaps.Item), IReader<Item>, ICreator<Item>, IUpdater<Item>, IRemover<Item>
{
    protected override Endpoint ListOperation => InvoiceXpressEndpoints.Items.List;

    protected override Endpoint GetOperation => InvoiceXpressEndpoints.Items.Get;

    protected override Endpoint CreateOperation => InvoiceXpressEndpoints.Items.Create!;

    protected override Endpoint UpdateOperation => InvoiceXpressEndpoints.Items.Update!;

    protected override Endpoint RemoveOperation => InvoiceXpressEndpoints.Items.Delete!;

    /// <summary>A description is required (docs/facts/invoicexpress.md#items, official): the name, as lines have it too.</summary>
    protected override Task FillAsync(Item item, CancellationToken cancel)
    {
        item.Description = string.IsNullOrWhiteSpace(item.Description) ? item.Name : item.Description;
        return InvoiceXpressTaxTable.ResolveAsync(Context, item, cancel);
    }

    protected override void Check(Item item) => InvoiceXpressRules.Check(item);
}

using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>The catalogue (docs/facts/invoicexpress.md#items).</summary>
internal sealed class InvoiceXpressItems(ConnectorContext context) :
    InvoiceXpressResource<Item>(context, "item", InvoiceXpressMaps.Item, InvoiceXpressEndpoints.Items),
    IReader<Item>, ICreator<Item>, IUpdater<Item>, IRemover<Item>
{
    /// <summary>A description is required (docs/facts/invoicexpress.md#items, official): the name, as lines have it too.</summary>
    protected override Task FillAsync(Item item, bool isNew, CancellationToken cancel)
    {
        item.Description = string.IsNullOrWhiteSpace(item.Description) ? item.Name : item.Description;
        return InvoiceXpressTaxTable.ResolveAsync(Context, item, cancel);
    }

    public override void Check(Item item) => InvoiceXpressRules.Check(item);
}

/// <summary>Taxes (docs/facts/invoicexpress.md#taxes).</summary>
internal sealed class InvoiceXpressTaxes(ConnectorContext context) :
    InvoiceXpressResource<Tax>(context, "tax", InvoiceXpressMaps.Tax, InvoiceXpressEndpoints.Taxes),
    IReader<Tax>, ICreator<Tax>, IUpdater<Tax>, IRemover<Tax>
{
    public override void Check(Tax item) => InvoiceXpressRules.Check(item);
}

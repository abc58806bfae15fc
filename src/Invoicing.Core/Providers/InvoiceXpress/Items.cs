using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>The catalogue (docs/facts/invoicexpress.md#items).</summary>
internal sealed class Items : Resource<Item>, IReader<Item>, ICreator<Item>, IUpdater<Item>, IRemover<Item>
{
    public Items(ConnectorContext context)
        : base(context, "item", Maps.Item)
    {
    }

    protected override Endpoint ListOperation => Operations.ListItems;

    protected override Endpoint GetOperation => Operations.GetItem;

    protected override Endpoint CreateOperation => Operations.CreateItem;

    protected override Endpoint UpdateOperation => Operations.UpdateItem;

    protected override Endpoint RemoveOperation => Operations.DeleteItem;

    /// <summary>A description is required (docs/facts/invoicexpress.md#items, official): the name, as lines have it too.</summary>
    protected override Task FillAsync(Item item, CancellationToken cancel)
    {
        item.Description = string.IsNullOrWhiteSpace(item.Description) ? item.Name : item.Description;
        return TaxTable.ResolveAsync(Context, item, cancel);
    }

    protected override void Check(Item item) => Rules.Check(item);
}

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

    protected override void Check(Item item) => Rules.Check(item);
}

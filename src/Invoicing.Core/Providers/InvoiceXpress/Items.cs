using Invoicing.Engine;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>The catalogue (docs/facts/invoicexpress.md#items).</summary>
internal sealed class Items : Resource<Item>, IReader<Item>, ICreator<Item>, IUpdater<Item>, IRemover<Item>
{
    public Items(ConnectorContext context)
        : base(context, "item", Maps.Item)
    {
    }

    protected override Operation ListOperation => Operations.ListItems;

    protected override Operation GetOperation => Operations.GetItem;

    protected override Operation CreateOperation => Operations.CreateItem;

    protected override Operation UpdateOperation => Operations.UpdateItem;

    protected override Operation RemoveOperation => Operations.DeleteItem;

    protected override void Check(Item item) => Rules.Check(item);
}

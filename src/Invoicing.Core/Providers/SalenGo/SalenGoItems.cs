using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.SalenGo;

/// <summary>The catalogue (docs/facts/salengo.md#items-taxes-categories).</summary>
internal sealed class SalenGoItems(ConnectorContext context) :
    SalenGoResource<Item>(context, "item", "items", maps => maps.Item), IReader<Item>, ICreator<Item>, IUpdater<Item>, IRemover<Item>
{
    protected override Task FillAsync(Item item, bool isNew, CancellationToken cancel)
    {
        SalenGoRules.NeedName("item", item.Name);
        return Task.CompletedTask;
    }

    public override IReadOnlyList<LeftOutValue> LeftOut(Item item, bool isNew) => SalenGoRules.LeftOut(
        $"Item '{item.Name}'", (nameof(Item.Code), item.Code), (nameof(Item.Unit), item.Unit), (nameof(Item.Tax), item.Tax));

    protected override Func<Task<Item?>>? LookUp(Item item, CancellationToken cancel) =>
        () => List(new ListFilter()).FirstAsync(made => made.Name == item.Name && made.UnitPrice == (item.UnitPrice ?? 0), cancel);
}

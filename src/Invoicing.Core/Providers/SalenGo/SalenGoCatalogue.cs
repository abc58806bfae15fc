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
    public override void Check(Item item) => SalenGoRules.NeedName("item", item.Name);

    public override IReadOnlyList<LeftOutValue> LeftOut(Item item, bool isNew) => Context.LeftOut(
        item,
        nameof(Item.Code), nameof(Item.Unit), nameof(Item.Tax), nameof(Item.Active), nameof(Item.Barcode), nameof(Item.IsStocked), nameof(Item.PriceIncludesTax));

    protected override Func<Task<Item?>>? LookUp(Item item, CancellationToken cancel) =>
        () => List(new ListFilter()).FirstAsync(made => made.Name == item.Name && made.UnitPrice == (item.UnitPrice ?? 0), cancel);
}

/// <summary>Taxes (docs/facts/salengo.md#items-taxes-categories).</summary>
internal sealed class SalenGoTaxes(ConnectorContext context) :
    SalenGoResource<Tax>(context, "tax", "taxes", maps => maps.Tax), IReader<Tax>, ICreator<Tax>, IUpdater<Tax>, IRemover<Tax>
{
    public override void Check(Tax item) => SalenGoRules.NeedName("tax", item.Name);

    public override IReadOnlyList<LeftOutValue> LeftOut(Tax item, bool isNew) =>
        Context.LeftOut(item, nameof(Tax.Region), nameof(Tax.Code), nameof(Tax.IsDefault));

    protected override Func<Task<Tax?>>? LookUp(Tax item, CancellationToken cancel) =>
        () => List(new ListFilter()).FirstAsync(made => made.Name == item.Name && made.Rate == (item.Rate ?? 0), cancel);
}

/// <summary>Categories of expenses (docs/facts/salengo.md#items-taxes-categories).</summary>
internal sealed class Categories(ConnectorContext context) :
    SalenGoResource<Category>(context, "category", "categories", maps => maps.Category),
    IReader<Category>, ICreator<Category>, IUpdater<Category>, IRemover<Category>
{
    public override void Check(Category item) => SalenGoRules.NeedName("category", item.Name);

    protected override Func<Task<Category?>>? LookUp(Category item, CancellationToken cancel) =>
        () => List(new ListFilter()).FirstAsync(made => made.Name == item.Name && made.ParentId == item.ParentId, cancel);
}

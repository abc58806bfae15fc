using System;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.SalenGo;

/// <summary>Categories of expenses (docs/facts/salengo.md#items-taxes-categories).</summary>
internal sealed class Categories(ConnectorContext context) :
    SalenGoResource<Category>(context, "category", "categories", maps => maps.Category), IReader<Category>, ICreator<Category>, IUpdater<Category>, IRemover<Category>
{
    protected override Task FillAsync(Category item, bool isNew, CancellationToken cancel)
    {
        SalenGoRules.NeedName("category", item.Name);
        return Task.CompletedTask;
    }

    protected override Func<Task<Category?>>? LookUp(Category item, CancellationToken cancel) =>
        () => List(new ListFilter()).FirstAsync(made => made.Name == item.Name && made.ParentId == item.ParentId, cancel);
}

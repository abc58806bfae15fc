using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>Articles (docs/facts/simplbooks.md#items).</summary>
internal sealed class SimplBooksItems(ConnectorContext context) :
    SimplBooksResource<Item>(context, SimplBooksEndpoints.Items, Frames.Item), IReader<Item>, ICreator<Item>, IUpdater<Item>, IRemover<Item>, IFinder<Item>
{
    protected override IEnumerable<(string Name, JToken? Value)> Filters(RecordQuery query) =>
    [
        ("code", Lists.Text(query.Code)),
        ("name", Lists.Text(query.Text)),
    ];

    public Task<Item?> FindByCodeAsync(string code, CancellationToken cancellationToken = default) =>
        FindIn([("code", code)], item => item.Code == code, cancellationToken)();

    public Task<Item?> FindByNameAsync(string name, CancellationToken cancellationToken = default) =>
        FindIn([("name", name)], item => item.Name == name, cancellationToken)();

    /// <summary>A new article is not in use unless it is said to be, and nobody makes one for that [official].</summary>
    protected override Task FillAsync(Item item, bool isNew, CancellationToken cancel)
    {
        if (item.Id is null)
        {
            item.Active ??= true;
        }

        return Task.CompletedTask;
    }

    public override void Check(Item item) => SimplBooksRules.Check(item);

    protected override Func<Task<Item?>>? LookUp(Item item, CancellationToken cancel) =>
        FindIn([("name", Lists.Text(item.Name))], made => made.Name == item.Name && (made.Code ?? "") == (item.Code ?? ""), cancel);
}

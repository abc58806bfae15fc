using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>Warehouses (docs/facts/simplbooks.md#warehouses).</summary>
internal sealed class Warehouses(ConnectorContext context) :
    SimplBooksResource<Warehouse>(context, SimplBooksEndpoints.Warehouses, Frames.Warehouse), IReader<Warehouse>, ICreator<Warehouse>, IUpdater<Warehouse>, IRemover<Warehouse>
{
    protected override IEnumerable<(string Name, JToken? Value)> Filters(RecordQuery query) =>
    [
        ("name", Lists.Text(query.Text)),
    ];

    /// <summary>Lists lack the ledger account.</summary>
    protected override bool ListsAreShort => true;

    protected override Task FillAsync(Warehouse item, bool isNew, CancellationToken cancel)
    {
        if (item.Id is null)
        {
            item.Active ??= true;
        }

        return Task.CompletedTask;
    }

    public override void Check(Warehouse item) => SimplBooksRules.Check(item);

    protected override Func<Task<Warehouse?>>? LookUp(Warehouse item, CancellationToken cancel) =>
        FindIn([("name", Lists.Text(item.Name))], made => made.Name == item.Name && (made.Address ?? "") == (item.Address ?? ""), cancel);
}

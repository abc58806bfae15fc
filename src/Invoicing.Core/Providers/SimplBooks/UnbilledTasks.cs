using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// Work that is not invoiced yet (docs/facts/simplbooks.md#tasks). The list does not know clients, so those are compared here.
/// </summary>
internal sealed class UnbilledTasks(ConnectorContext context) :
    SimplBooksResource<InvoiceTask>(context, SimplBooksEndpoints.Tasks, Frames.Task),
    IReader<InvoiceTask>, ICreator<InvoiceTask>, IUpdater<InvoiceTask>, IRemover<InvoiceTask>
{
    protected override IEnumerable<(string Name, JToken? Value)> Filters(RecordQuery query) =>
    [
        ("warehouse_id", Lists.Number(query.WarehouseId)),
        ("article_id", Lists.Number(query.ItemId)),
        ("date_of_doing_from", Lists.Day(query.DateFrom, Lists.Iso)),
        ("date_of_doing_until", Lists.Day(query.DateTo, Lists.Iso)),
    ];

    Listing<InvoiceTask> IReader<InvoiceTask>.List(ListQuery query) => query is RecordQuery { ClientId: { } client } asked
        ? List(Filters(asked), query.PageSize, task => task.ClientId == client)
        : List(query);

    protected override async Task FillAsync(InvoiceTask item, bool isNew, CancellationToken cancel)
    {
        var line = new InvoiceLine { Tax = item.Tax, TaxRate = item.TaxRate, TaxId = item.TaxId };
        await SimplBooksTaxTable.ResolveAsync(Context, Words(item), [line], isPurchase: false, cancel).ConfigureAwait(false);
        item.Tax = line.Tax;
        item.TaxRate = line.TaxRate;
        item.TaxId = line.TaxId;
    }

    /// <summary>The identifier of the VAT type stands for its name and rate.</summary>
    public override IReadOnlyList<LeftOutValue> LeftOut(InvoiceTask item, bool isNew) =>
        [.. base.LeftOut(item, isNew).Where(value => value.Field is not (nameof(item.Tax) or nameof(item.TaxRate)))];

    public override void Check(InvoiceTask item) => SimplBooksRules.Check(item);
}

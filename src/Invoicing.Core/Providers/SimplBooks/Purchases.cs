using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>Invoices of suppliers (docs/facts/simplbooks.md#purchases).</summary>
internal sealed class Purchases(ConnectorContext context) :
    SimplBooksResource<Purchase>(context, SimplBooksEndpoints.Purchases, Frames.Purchase),
    IReader<Purchase>, ICreator<Purchase>, IUpdater<Purchase>, IRemover<Purchase>
{
    private const decimal Cent = 0.01m;

    protected override bool ListsAreShort => true;

    protected override bool KeepsRowIds => Context.Session.Setting(nameof(RowIds)) == RowIds.All;

    protected override IEnumerable<(string Name, JToken? Value)> Filters(RecordQuery query) =>
    [
        ("client_id", Lists.Number(query.ClientId)),
        ("client_name", Lists.Text(query.Text)),
        ("created_from", Lists.Day(query.DateFrom, Lists.Estonian)),
        ("created_until", Lists.Day(query.DateTo, Lists.Estonian)),
    ];

    /// <summary>A row has a sum and no price, so the price makes the sum.</summary>
    protected override async Task FillAsync(Purchase item, bool isNew, CancellationToken cancel)
    {
        if (item.Id is null)
        {
            item.Date ??= Context.Today;
            item.TransactionDate ??= item.Date;
        }

        foreach (InvoiceLine line in item.Lines)
        {
            line.Subtotal = line.UnitPrice is null
                ? line.Subtotal : Arithmetic.OrRefuse(Words(item), () => Arithmetic.Cents(Arithmetic.Net(line)));
        }

        await SimplBooksTaxTable.ResolveAsync(Context, Words(item), [.. item.Lines], isPurchase: true, cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// The sum of VAT that was read is that of the rows before the change: one that does not fit the rows is left to the provider, which
    /// computes it anew. A difference of rounding is the supplier's.
    /// </summary>
    public override async Task<PreparedChange<Purchase>> PrepareUpdateAsync(Purchase item, CancellationToken cancellationToken = default)
    {
        Purchase own = await FillCopyAsync(item, isNew: false, cancellationToken).ConfigureAwait(false);
        decimal fitting = own.Lines.Sum(line => (line.Subtotal ?? 0) * (line.TaxRate ?? 0) / 100);
        if (own.Lines.Count == 0 || own.TaxTotal is not { } told || Math.Abs(told - fitting) <= Cent * (own.Lines.Count + 1))
        {
            return Context.Prepared(own, [], SendUpdateAsync);
        }

        own.TaxTotal = null;
        string reason = FormattableString.Invariant($"{Words(own)}: a VAT sum of {told:0.00} does not fit the lines, which have {fitting:0.00}. It is left to SimplBooks, which computes it anew.");
        return Context.Prepared(own, [new LeftOutValue(nameof(Purchase.TaxTotal), reason)], SendUpdateAsync);
    }

    public override void Check(Purchase item) => SimplBooksRules.Check(item);

    /// <summary>No filter for the supplier's number exists, so those of that supplier and day are compared.</summary>
    protected override Func<Task<Purchase?>>? LookUp(Purchase item, CancellationToken cancel) =>
        string.IsNullOrEmpty(item.Number) ? null : FindIn(
        Filters(new RecordQuery { ClientId = item.SupplierId, DateFrom = item.Date, DateTo = item.Date }),
            made => made.Number == item.Number, cancel);
}

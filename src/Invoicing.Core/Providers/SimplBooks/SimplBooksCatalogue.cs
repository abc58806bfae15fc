using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>Articles (docs/facts/simplbooks.md#items).</summary>
internal sealed class SimplBooksItems(ConnectorContext context) :
    SimplBooksResource<Item>(context, SimplBooksEndpoints.Items, Frames.Item),
    IReader<Item>, ICreator<Item>, IUpdater<Item>, IRemover<Item>, IFinder<Item>
{
    protected override IEnumerable<(string Name, JToken? Value)> Filters(RecordQuery query) =>
        [("code", Lists.Text(query.Code)), ("name", Lists.Text(query.Text))];

    public Task<Item?> FindByCodeAsync(string code, CancellationToken cancellationToken = default) =>
        FindIn([("code", code)], item => item.Code == code, cancellationToken)();

    public Task<Item?> FindByNameAsync(string name, CancellationToken cancellationToken = default) =>
        FindIn([("name", name)], item => item.Name == name, cancellationToken)();

    /// <summary>A new article is not in use unless it is said to be, and nobody makes one for that [official].</summary>
    protected override void Fill(Item item, bool isNew) => item.Active ??= item.Id is null ? true : null;

    public override void Check(Item item) => SimplBooksRules.Check(item);

    protected override Func<Task<Item?>>? LookUp(Item item, CancellationToken cancel) =>
        FindIn([("name", Lists.Text(item.Name))], made => made.Name == item.Name && (made.Code ?? "") == (item.Code ?? ""), cancel);
}

/// <summary>Warehouses (docs/facts/simplbooks.md#warehouses).</summary>
internal sealed class Warehouses(ConnectorContext context) :
    SimplBooksResource<Warehouse>(context, SimplBooksEndpoints.Warehouses, Frames.Warehouse),
    IReader<Warehouse>, ICreator<Warehouse>, IUpdater<Warehouse>, IRemover<Warehouse>
{
    protected override IEnumerable<(string Name, JToken? Value)> Filters(RecordQuery query) => [("name", Lists.Text(query.Text))];

    /// <summary>Lists lack the ledger account.</summary>
    protected override bool ListsAreShort => true;

    protected override void Fill(Warehouse item, bool isNew) => item.Active ??= item.Id is null ? true : null;

    public override void Check(Warehouse item) => SimplBooksRules.Check(item);

    protected override Func<Task<Warehouse?>>? LookUp(Warehouse item, CancellationToken cancel) =>
        FindIn([("name", Lists.Text(item.Name))], made => made.Name == item.Name && (made.Address ?? "") == (item.Address ?? ""), cancel);
}

/// <summary>VAT types (docs/facts/simplbooks.md#vat-types): one list without filters and pages, and no way to get one.</summary>
internal sealed class SimplBooksTaxes(ConnectorContext context) : IReader<Tax>
{
    public Listing<Tax> List(ListQuery query) => Paging.ByNumber(async (_, cancel) => new Page<Tax>
    {
        Items = await context.Api.SendAsync(
            SimplBooksEndpoints.ListTaxes.Request(),
            reader => SimplBooksEnvelope.ReadList(reader, row => context.Own(SimplBooksEnvelope.Unwrap(row, context.Named(Frames.Tax)))),
            cancel).ConfigureAwait(false),
    });

    public async Task<Tax> GetAsync(string id, CancellationToken cancellationToken = default) =>
        (await List(new ListQuery()).ToListAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(tax => tax.Id == id)
        ?? throw new ProviderException(ErrorKind.NotFound, $"SimplBooks has no VAT type with the identifier {id}.")
        {
            Provider = SimplBooksProvider.ProviderName,
            Request = SimplBooksEndpoints.ListTaxes.ToString(),
        };
}

/// <summary>The chart of accounts (docs/facts/simplbooks.md#ledger-accounts).</summary>
internal sealed class LedgerAccounts(ConnectorContext context) :
    SimplBooksResource<LedgerAccount>(context, SimplBooksEndpoints.LedgerAccounts, Frames.LedgerAccount), IReader<LedgerAccount>
{
    protected override IEnumerable<(string Name, JToken? Value)> Filters(RecordQuery query) =>
        [("code", Lists.Text(query.Code)), ("name", Lists.Text(query.Text))];
}

/// <summary>Bank accounts and cash registers (docs/facts/simplbooks.md#bank-accounts).</summary>
internal sealed class BankAccounts(ConnectorContext context) :
    SimplBooksResource<BankAccount>(context, SimplBooksEndpoints.BankAccounts, Frames.BankAccount), IReader<BankAccount>
{
    protected override IEnumerable<(string Name, JToken? Value)> Filters(RecordQuery query) => [("account_name", Lists.Text(query.Text))];
}

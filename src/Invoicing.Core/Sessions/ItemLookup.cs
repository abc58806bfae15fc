using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>
/// Finds the items that lines name, by code and then by name. The catalogue is read once: that costs fewer requests than to ask for each
/// item of a file with many orders.
/// </summary>
internal sealed class ItemLookup
{
    private readonly AccountRecords _account;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Catalogue? _catalogue;

    public ItemLookup(AccountRecords account) => _account = account;

    private MadeRecords Made => _account.Owner.Cache.Notes<MadeRecords>();

    /// <summary>Gives a line its item, and the values that the line does not have itself.</summary>
    /// <returns>
    /// <c>false</c> if there is no such item. A line that has the identifier of its item, or names none, needs none.
    /// </returns>
    public async Task<bool> LinkAsync(InvoiceLine line, bool pricesIncludeTax, CancellationToken cancel)
    {
        if (line.ItemId is not null || (line.ItemCode ?? line.Name) is not { } key)
        {
            return true;
        }

        Catalogue catalogue = await ReadAsync(cancel).ConfigureAwait(false);
        if ((catalogue.Find(key, byName: line.ItemCode is null) ?? Made.Find<Item>(key)) is not { } item)
        {
            return false;
        }

        Link(line, item, pricesIncludeTax);
        return true;
    }

    /// <summary>Gives the item of a line as it is created where there is none.</summary>
    public static Item NewItem(InvoiceLine line, bool? priceIncludesTax) => new()
    {
        Code = line.ItemCode,
        Name = line.Name ?? line.ItemCode,
        Description = line.Description,
        Unit = line.Unit,
        UnitPrice = line.UnitPrice,
        PriceIncludesTax = priceIncludesTax,
    };

    /// <summary>Creates an item that was prepared, unless another plan of the session did, and links the line to it.</summary>
    public async Task CreateOnceAsync(InvoiceLine line, PreparedChange<Item> ready, bool pricesIncludeTax, CancellationToken cancel)
    {
        string key = line.ItemCode ?? line.Name!;
        Item item = await Made.OnceAsync(key, () => ready.SendAsync(cancel), () => FindAnewAsync(line, cancel), cancel).ConfigureAwait(false);
        Link(line, item, pricesIncludeTax);
    }

    private static void Link(InvoiceLine line, Item item, bool pricesIncludeTax)
    {
        line.ItemId = item.Id;
        if (line.Name is null || string.Equals(line.Name, item.Code, StringComparison.OrdinalIgnoreCase))
        {
            line.Name = item.Name;
        }

        line.Unit ??= item.Unit;
        if ((item.PriceIncludesTax == true) == pricesIncludeTax)
        {
            line.UnitPrice ??= item.UnitPrice;
        }

        if (line.Tax is null && line.TaxRate is null)
        {
            line.TaxId ??= item.TaxId;
        }
    }

    private async Task<Item?> FindAnewAsync(InvoiceLine line, CancellationToken cancel)
    {
        _catalogue = null;
        return (await ReadAsync(cancel).ConfigureAwait(false)).Find(line.ItemCode ?? line.Name!, byName: line.ItemCode is null);
    }

    private async Task<Catalogue> ReadAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return _catalogue ??= new Catalogue(
                await _account.Use<IReader<Item>>().List(new ListQuery()).ToListAsync(cancel).ConfigureAwait(false));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The items by code and by name. Of two with the same code, the one that is in use counts.</summary>
    private sealed class Catalogue
    {
        private readonly Dictionary<string, Item> _byCode = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, Item> _byName = new(StringComparer.OrdinalIgnoreCase);

        public Catalogue(IEnumerable<Item> items)
        {
            foreach (Item item in items.OrderBy(item => item.Active == false))
            {
                Add(_byCode, item.Code, item);
                Add(_byName, item.Name, item);
            }
        }

        public Item? Find(string key, bool byName) =>
            _byCode.TryGetValue(key, out Item? found) || (byName && _byName.TryGetValue(key, out found)) ? found : null;

        private static void Add(Dictionary<string, Item> index, string? key, Item item)
        {
            if (!string.IsNullOrWhiteSpace(key) && !index.ContainsKey(key!))
            {
                index.Add(key!, item);
            }
        }
    }
}

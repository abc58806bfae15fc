using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>
/// Looks up the items of lines, by code and then by name. The catalogue is read once per command, which costs fewer requests than one
/// for each item of a file with many orders.
/// </summary>
internal sealed class ItemResolver
{
    private readonly IReader<Item> _reader;
    private readonly Dictionary<string, Item> _byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Item> _byName = new(StringComparer.OrdinalIgnoreCase);
    private bool _isRead;

    public ItemResolver(IReader<Item> reader) => _reader = reader;

    /// <summary>Sets the item of a line, and the item's values that the line does not give.</summary>
    /// <returns>False if the item does not exist. A line with an item's id, or without an item, is true.</returns>
    public async Task<bool> LinkAsync(InvoiceLine line, bool pricesIncludeTax, CancellationToken cancel)
    {
        if (line.ItemId is not null || (line.ItemCode ?? line.Name) is not { } key)
        {
            return true;
        }

        if (await FindAsync(key, byName: line.ItemCode is null, cancel).ConfigureAwait(false) is not { } item)
        {
            return false;
        }

        Link(line, item, pricesIncludeTax);
        return true;
    }

    /// <summary>Registers an item that was created because it was missing.</summary>
    public void Remember(Item item)
    {
        Add(_byCode, item.Code, item);
        Add(_byName, item.Name, item);
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

    private async Task<Item?> FindAsync(string key, bool byName, CancellationToken cancel)
    {
        if (!_isRead)
        {
            List<Item> items = await _reader.List(new ListQuery()).ToListAsync(cancel).ConfigureAwait(false);

            // Of two items with the same code, the active one is used.
            foreach (Item item in items.OrderBy(item => item.Active == false))
            {
                Remember(item);
            }

            _isRead = true;
        }

        return _byCode.TryGetValue(key, out Item? found) || (byName && _byName.TryGetValue(key, out found)) ? found : null;
    }

    private static void Add(Dictionary<string, Item> index, string? key, Item item)
    {
        if (!string.IsNullOrWhiteSpace(key) && !index.ContainsKey(key!))
        {
            index.Add(key!, item);
        }
    }
}

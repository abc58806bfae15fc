using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The catalogue. An item's name is its key.</summary>
internal sealed class ItemStore
{
    private readonly List<ItemRecord> _all = new();
    private readonly Dictionary<string, ItemRecord> _byName = new(StringComparer.Ordinal);
    private long _lastId;

    public ItemStore(long firstId) => _lastId = firstId - 1;

    public IReadOnlyList<ItemRecord> All => _all;

    public ItemRecord? ById(long id) => _all.Find(item => item.Id == id);

    public ItemRecord? ByName(string name) => _byName.TryGetValue(name, out var item) ? item : null;

    public void Add(ItemRecord item)
    {
        item.Id = ++_lastId;
        _all.Add(item);
        _byName.Add(item.Name, item);
    }

    /// <summary>Keeps an item of another company under the id that it has.</summary>
    public void Put(ItemRecord item)
    {
        _lastId = Math.Max(_lastId, item.Id);
        _all.Add(item);
        _byName[item.Name] = item;
    }

    public void Rename(ItemRecord item, string name)
    {
        _byName.Remove(item.Name);
        item.Name = name;
        _byName.Add(name, item);
    }

    public void Remove(ItemRecord item)
    {
        _all.Remove(item);
        _byName.Remove(item.Name);
    }

    /// <summary>A document's line adds its item to the catalogue, or overwrites the one of that name. [official]</summary>
    public void Learn(LineRecord line)
    {
        var item = ByName(line.Name);
        if (item is null)
        {
            Add(item = new ItemRecord { Name = line.Name, Tax = line.Tax });
        }

        item.Description = line.Description;
        item.UnitPrice = line.UnitPrice;
        item.Unit = line.Unit;
        item.Tax = line.Tax;
    }
}

using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The taxes of a company, one of which is the default.</summary>
internal sealed class TaxStore
{
    private readonly List<TaxRecord> _all = new();
    private long _lastId;
    private long _defaultId;

    public TaxStore(long firstId) => _lastId = firstId - 1;

    public IReadOnlyList<TaxRecord> All => _all;

    public TaxRecord Default => ById(_defaultId) ?? _all[0];

    public TaxRecord? ById(long id) => _all.Find(tax => tax.Id == id);

    /// <summary>Names are compared exactly. [official]</summary>
    public TaxRecord? ByName(string name) => _all.Find(tax => tax.Name == name);

    public TaxRecord Add(string name, decimal value, string? region, string? code)
    {
        var tax = new TaxRecord(++_lastId, name, value, region, code);
        _all.Add(tax);
        return tax;
    }

    /// <summary>Keeps a tax of another company under the id that it has.</summary>
    public TaxRecord Put(TaxRecord tax)
    {
        _lastId = Math.Max(_lastId, tax.Id);
        _all.Add(tax);
        return tax;
    }

    public void Replace(TaxRecord changed) => _all[_all.FindIndex(tax => tax.Id == changed.Id)] = changed;

    public void Remove(TaxRecord tax) => _all.Remove(tax);

    public void MakeDefault(TaxRecord tax) => _defaultId = tax.Id;
}

using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The clients of a company, in the order in which they were made.</summary>
internal sealed class ClientStore
{
    private readonly List<ClientRecord> _all = new();
    private readonly Dictionary<long, ClientRecord> _byId = new();
    private readonly Dictionary<string, ClientRecord> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ClientRecord> _byCode = new(StringComparer.Ordinal);
    private long _lastId;

    public ClientStore(long firstId) => _lastId = firstId - 1;

    public IReadOnlyList<ClientRecord> All => _all;

    public ClientRecord? ById(long id) => _byId.TryGetValue(id, out var client) ? client : null;

    public ClientRecord? ByName(string name) => _byName.TryGetValue(name, out var client) ? client : null;

    public ClientRecord? ByCode(string code) => _byCode.TryGetValue(code, out var client) ? client : null;

    /// <summary>Checks a client and keeps it under a new id.</summary>
    public void Add(ClientRecord client)
    {
        ClientRules.Check(client, this);
        client.Id = ++_lastId;
        _all.Add(client);
        Index(client);
    }

    /// <summary>Keeps a client of another company under the id that it has.</summary>
    public void Put(ClientRecord client)
    {
        _lastId = Math.Max(_lastId, client.Id);
        _all.Add(client);
        Index(client);
    }

    /// <summary>Checks a changed copy and puts it in the place of the client it was copied from.</summary>
    public void Replace(ClientRecord changed)
    {
        ClientRules.Check(changed, this);
        var old = _byId[changed.Id];
        Forget(old);
        _all[_all.IndexOf(old)] = changed;
        Index(changed);
    }

    public void Remove(ClientRecord client)
    {
        Forget(client);
        _all.Remove(client);
    }

    private void Index(ClientRecord client)
    {
        _byId[client.Id] = client;
        _byName[client.Name] = client;
        if (client.Code != null)
        {
            _byCode[client.Code] = client;
        }
    }

    private void Forget(ClientRecord client)
    {
        _byId.Remove(client.Id);
        _byName.Remove(client.Name);
        if (client.Code != null)
        {
            _byCode.Remove(client.Code);
        }
    }
}

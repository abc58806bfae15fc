using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The documents of a company, of all families, in the order in which they were made. Ids are unique across families.</summary>
internal sealed class DocumentStore
{
    private readonly List<DocumentRecord> _all = new();
    private readonly Dictionary<long, DocumentRecord> _byId = new();
    private readonly Dictionary<string, DocumentRecord> _byUid = new(StringComparer.Ordinal);
    private long _lastId;

    public DocumentStore(long firstId) => _lastId = firstId - 1;

    public IReadOnlyList<DocumentRecord> All => _all;

    public DocumentRecord? ById(long id) => _byId.TryGetValue(id, out var document) ? document : null;

    /// <summary>The document of an idempotency key. A cancelled or deleted one frees its key. [seen]</summary>
    public DocumentRecord? ByUid(string uid) =>
        _byUid.TryGetValue(uid, out var document) && !document.IsCanceled && document.Status != DocumentStates.Deleted ? document : null;

    public void Add(DocumentRecord document, string? uid)
    {
        document.Id = _lastId + 1;
        Put(document);
        if (uid != null)
        {
            _byUid[uid] = document;
        }
    }

    /// <summary>Keeps a document under the id that it has.</summary>
    public void Put(DocumentRecord document)
    {
        _lastId = Math.Max(_lastId, document.Id);
        _all.Add(document);
        _byId[document.Id] = document;
    }

    public bool HasAny(long clientId) => _all.Any(document => document.Client.Id == clientId);

    public bool UsesItem(string name) => _all.Any(document => document.Lines.Any(line => line.Name == name));
}

using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>Finds documents by their keys.</summary>
public sealed class InvoiceSearch
{
    /// <summary>Providers with more types than this list several types with one request, which costs less than to ask for each type.</summary>
    private const int FewTypes = 4;

    private readonly IInvoiceReader _reader;
    private readonly IInvoiceCreator? _creator;

    /// <summary>Makes a search.</summary>
    /// <param name="reader">Reader of documents.</param>
    /// <param name="creator">The provider's own look-up by reference; <c>null</c> if it has none.</param>
    public InvoiceSearch(IInvoiceReader reader, IInvoiceCreator? creator)
    {
        _reader = reader;
        _creator = creator;
    }

    /// <summary>Finds the document that a key names.</summary>
    /// <param name="key">The key.</param>
    /// <param name="types">Types to look among; all if empty.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The document, or <c>null</c> if there is none.</returns>
    /// <exception cref="InvoicingException">The key names several.</exception>
    public async Task<Invoice?> FindAsync(RecordKey key, IReadOnlyCollection<InvoiceType> types, CancellationToken cancellationToken = default)
    {
        var hits = new KeyHits<Invoice>();
        if (key.Kind is RecordKeyKind.Any or RecordKeyKind.Number)
        {
            hits.Add(RecordKeyKind.Number, await _reader.FindByNumberAsync(key.Text, types, cancellationToken).ConfigureAwait(false));
        }

        if (key.Kind is RecordKeyKind.Any or RecordKeyKind.Reference)
        {
            hits.Add(RecordKeyKind.Reference, await WithReferenceAsync(key.Text, types, cancellationToken).ConfigureAwait(false));
        }

        if (key.Kind == RecordKeyKind.Id
            || (key.Kind == RecordKeyKind.Any && (IdText.IsCertainlyTried(key.Text) || (!hits.Any && IdText.IsLike(key.Text)))))
        {
            hits.Add(RecordKeyKind.Id, await WithIdAsync(key.Text, types, cancellationToken).ConfigureAwait(false));
        }

        return key.Kind is RecordKeyKind.Any or RecordKeyKind.Number or RecordKeyKind.Reference or RecordKeyKind.Id
            ? hits.One(key)
            : throw new InvoicingException(ErrorKind.InvalidInput, $"A document has no {RecordKey.WordsFor(key.Kind)}.");
    }

    /// <summary>Finds the document that is meant by one of another account: by reference, else by number.</summary>
    /// <param name="other">The document of the other account.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The document, or <c>null</c> if there is none.</returns>
    public async Task<Invoice?> FindLikeAsync(Invoice other, CancellationToken cancellationToken = default)
    {
        foreach ((RecordKeyKind kind, string? text) in new[] { (RecordKeyKind.Reference, other.Reference), (RecordKeyKind.Number, other.Number) })
        {
            if (!string.IsNullOrWhiteSpace(text)
                && await FindAsync(new RecordKey(kind, text!), [other.Type], cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Lists the documents that have a reference. Cancelled ones count only if there is no other.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="types">Types to look among; all if empty.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The documents.</returns>
    public async Task<IReadOnlyList<Invoice>> WithReferenceAsync(string reference, IReadOnlyCollection<InvoiceType> types, CancellationToken cancellationToken = default)
    {
        InvoiceType[] asked = [.. types.Count > 0 ? types : _reader.Types];
        var found = new List<Invoice>();
        if (_creator is not null && asked.Length <= FewTypes)
        {
            foreach (InvoiceType type in asked)
            {
                if (await _creator.FindByReferenceAsync(type, reference, cancellationToken).ConfigureAwait(false) is { } one)
                {
                    found.Add(one);
                }
            }

            return found;
        }

        var query = new InvoiceQuery { Types = types, Reference = reference, IncludeArchived = true };
        found = await _reader.List(query).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (found.Count == 0 && types.Count == 0)
        {
            // Without types, a list leaves out those that are asked for seldom, such as guides.
            query.Types = _reader.Types;
            found = await _reader.List(query).ToListAsync(cancellationToken).ConfigureAwait(false);
        }

        found.RemoveAll(one => one.Reference != reference || one.State == InvoiceState.Deleted);
        List<Invoice> alive = found.FindAll(one => one.State != InvoiceState.Canceled);
        return alive.Count > 0 ? alive : found;
    }

    private async Task<Invoice?> WithIdAsync(string id, IReadOnlyCollection<InvoiceType> types, CancellationToken cancel)
    {
        if (types.Count == 0)
        {
            return await IdText.GetAsync(_reader, id, cancel).ConfigureAwait(false);
        }

        foreach (InvoiceType type in types)
        {
            if (await IdText.GetAsync(new OfType(_reader, type), id, cancel).ConfigureAwait(false) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The documents of one type.</summary>
    private sealed class OfType : IReader<Invoice>
    {
        private readonly IInvoiceReader _reader;
        private readonly InvoiceType _type;

        public OfType(IInvoiceReader reader, InvoiceType type)
        {
            _reader = reader;
            _type = type;
        }

        public Listing<Invoice> List(ListQuery query) => _reader.List(query);

        public Task<Invoice> GetAsync(string id, CancellationToken cancellationToken = default) => _reader.GetAsync(_type, id, cancellationToken);
    }
}

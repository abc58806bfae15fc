using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>The keys of the smaller kinds of records.</summary>
public static class RecordSearch
{
    /// <summary>Tells whether records of a kind have another key than the identifier.</summary>
    /// <typeparam name="T">The kind of record.</typeparam>
    /// <returns><c>true</c> if they have.</returns>
    public static bool HasNames<T>()
        where T : InvoiceRecord => RecordSearch<T>.HasNames;
}

/// <summary>Finds records of the smaller kinds, such as items and taxes, by their keys. The list is read once, at the first need.</summary>
/// <typeparam name="T">The kind of record.</typeparam>
public sealed class RecordSearch<T>
    where T : InvoiceRecord
{
    private readonly IReader<T> _reader;
    private readonly ListQuery _query;
    private List<T>? _all;

    /// <summary>Makes a search.</summary>
    /// <param name="reader">Reader of the records.</param>
    /// <param name="query">Filter of the list that is read; none if <c>null</c>.</param>
    public RecordSearch(IReader<T> reader, ListQuery? query = null)
    {
        _reader = reader;
        _query = query ?? new ListQuery();
    }

    /// <summary>Tells whether records of the kind have another key than the identifier.</summary>
    internal static bool HasNames { get; } = Readings(RecordKeyKind.Any).Any();

    /// <summary>Finds the record that a key names.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The record, or <c>null</c> if there is none.</returns>
    /// <exception cref="InvoicingException">The key names several.</exception>
    public async Task<T?> FindAsync(RecordKey key, CancellationToken cancellationToken = default)
    {
        if (key.Kind == RecordKeyKind.Id || !HasNames)
        {
            return key.Kind == RecordKeyKind.Any && !IdText.IsLike(key.Text) ? null : await IdText.GetAsync(_reader, key.Text, cancellationToken).ConfigureAwait(false);
        }

        _all ??= await _reader.List(_query).ToListAsync(cancellationToken).ConfigureAwait(false);
        var hits = new KeyHits<T>();
        foreach ((RecordKeyKind kind, Func<T, string?> text) in Readings(key.Kind))
        {
            hits.Add(kind, _all.Where(one => string.Equals(text(one), key.Text, StringComparison.OrdinalIgnoreCase)));
        }

        if (key.Kind == RecordKeyKind.Any)
        {
            T? byId = _all.Find(one => one.Id == key.Text);
            if (byId is not null || hits.Any || !IdText.IsLike(key.Text))
            {
                hits.Add(RecordKeyKind.Id, byId);
            }
            else
            {
                hits.Add(RecordKeyKind.Id, await IdText.GetAsync(_reader, key.Text, cancellationToken).ConfigureAwait(false));
            }
        }

        return hits.One(key);
    }

    /// <summary>Finds the record that is meant by one of another account: by code, else by number or name.</summary>
    /// <param name="other">The record of the other account.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The record, or <c>null</c> if there is none.</returns>
    public async Task<T?> FindLikeAsync(T other, CancellationToken cancellationToken = default)
    {
        if (!HasNames)
        {
            return null;
        }

        foreach ((RecordKeyKind kind, Func<T, string?> text) in Readings(RecordKeyKind.Any))
        {
            if (text(other) is { Length: > 0 } own && await FindAsync(new RecordKey(kind, own), cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The keys that a kind of record has. The code of a tax or of work is that of a class of them, and no key.</summary>
    private static IEnumerable<(RecordKeyKind Kind, Func<T, string?> Text)> Readings(RecordKeyKind kind) => new (RecordKeyKind Kind, string Property, Type[]? Kinds)[]
    {
        (RecordKeyKind.Code, nameof(Item.Code), [typeof(Item), typeof(LedgerAccount), typeof(Country)]),
        (RecordKeyKind.Number, nameof(Purchase.Number), [typeof(Purchase), typeof(Payment)]),
        (RecordKeyKind.Reference, nameof(Recurring.Reference), [typeof(Recurring)]),
        (RecordKeyKind.Name, nameof(Item.Name), null),
    }.Where(key => (kind == RecordKeyKind.Any || key.Kind == kind) && (key.Kinds is null || key.Kinds.Contains(typeof(T))))
        .Select(key => (key.Kind, Property: typeof(T).GetProperty(key.Property)))
        .Where(key => key.Property is not null)
        .Select(key => (key.Kind, (Func<T, string?>)(one => key.Property!.GetValue(one) as string)));
}

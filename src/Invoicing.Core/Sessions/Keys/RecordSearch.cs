using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>Finds records of the smaller kinds, such as items and taxes, by their keys. The list is read once, at the first need.</summary>
internal sealed class RecordSearch<T>
    where T : InvoiceRecord
{
    private readonly IReader<T> _reader;
    private List<T>? _all;

    public RecordSearch(IReader<T> reader) => _reader = reader;

    /// <summary>Tells whether records of the kind have a name, a code or a number. Of others, the identifier is the only key.</summary>
    public static bool HasNames { get; } = new[] { "Name", "Code", "Number" }.Any(name => typeof(T).GetProperty(name) is not null);

    /// <summary>Finds the record that a key names.</summary>
    /// <returns>The record, or <c>null</c> if there is none.</returns>
    /// <exception cref="InvoicingException">The key names several.</exception>
    public async Task<T?> FindAsync(RecordKey key, CancellationToken cancel)
    {
        if (key.Kind == RecordKeyKind.Id || !HasNames)
        {
            return await IdText.GetAsync(_reader, key.Text, cancel).ConfigureAwait(false);
        }

        _all ??= await _reader.List(new ListQuery()).ToListAsync(cancel).ConfigureAwait(false);
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
                hits.Add(RecordKeyKind.Id, await IdText.GetAsync(_reader, key.Text, cancel).ConfigureAwait(false));
            }
        }

        return hits.One(key);
    }

    /// <summary>Finds the record that is meant by one of another account: by code, else by number or name.</summary>
    public async Task<T?> FindLikeAsync(T other, CancellationToken cancel)
    {
        if (!HasNames)
        {
            return null;
        }

        foreach ((RecordKeyKind kind, Func<T, string?> text) in Readings(RecordKeyKind.Any))
        {
            if (text(other) is { Length: > 0 } own && await FindAsync(new RecordKey(kind, own), cancel).ConfigureAwait(false) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static IEnumerable<(RecordKeyKind Kind, Func<T, string?> Text)> Readings(RecordKeyKind kind) =>
        new (RecordKeyKind Kind, Func<T, string?> Text)[]
        {
            (RecordKeyKind.Code, Property(nameof(Item.Code))),
            (RecordKeyKind.Number, Property(nameof(Invoice.Number))),
            (RecordKeyKind.Reference, Property(nameof(Invoice.Reference))),
            (RecordKeyKind.Name, one => Property(nameof(Item.Name))(one) ?? one.ToString()),
        }.Where(reading => kind == RecordKeyKind.Any || reading.Kind == kind);

    private static Func<T, string?> Property(string name) =>
        typeof(T).GetProperty(name) is { } property && property.PropertyType == typeof(string) ? one => (string?)property.GetValue(one) : _ => null;
}

using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>
/// Finds clients by their keys. Each client is looked up once, and the list, which is needed for tax numbers, is read once: keep one for a run
/// over many rows, and take a new one for the next run.
/// </summary>
public sealed class ClientSearch
{
    private readonly IReader<Client> _reader;
    private readonly IFinder<Client> _finder;
    private readonly Dictionary<(RecordKeyKind Kind, string Text), Client> _known = [];
    private List<Client>? _all;

    /// <summary>Makes a search.</summary>
    /// <param name="reader">Reader of clients.</param>
    /// <param name="finder">The provider's own look-up.</param>
    public ClientSearch(IReader<Client> reader, IFinder<Client> finder)
    {
        _reader = reader;
        _finder = finder;
    }

    /// <summary>Finds the client that a key names.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The client, or <c>null</c> if there is none.</returns>
    /// <exception cref="InvoicingException">The key names several.</exception>
    public async Task<Client?> FindAsync(RecordKey key, CancellationToken cancellationToken = default)
    {
        if (_known.TryGetValue((key.Kind, key.Text), out Client? known))
        {
            return known;
        }

        Client? found = key.Kind switch
        {
            RecordKeyKind.Any => await FindAnyAsync(key, cancellationToken).ConfigureAwait(false),
            RecordKeyKind.TaxNumber => await FindByTaxNumberAsync(key, cancellationToken).ConfigureAwait(false),
            _ => await ReadAsync(key.Kind, key.Text, cancellationToken).ConfigureAwait(false),
        };
        if (found is not null)
        {
            Note(key, found);
        }

        return found;
    }

    /// <summary>Finds the client that is meant by one of another account: by tax number, else by code, else by name.</summary>
    /// <param name="other">The client of the other account.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The client, or <c>null</c> if there is none.</returns>
    /// <exception cref="InvoicingException">There are several, or the one of that name has another tax number.</exception>
    public async Task<Client?> FindLikeAsync(Client other, CancellationToken cancellationToken = default)
    {
        foreach (RecordKey key in KeysOf(other))
        {
            if (await FindAsync(key, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return IsOther(found.TaxNumber, other.TaxNumber)
                    ? throw new InvoicingException(
                        ErrorKind.Conflict,
                        $"The client {key} has the tax number '{found.TaxNumber}' here (id {found.Id}), and '{other.TaxNumber}' where it comes from.")
                    {
                        Advice = "Correct one of the two, or name the client by -Id.",
                    }
                    : found;
            }
        }

        return null;
    }

    /// <summary>Notes a client that was created because there was none.</summary>
    /// <param name="key">The key that was looked for.</param>
    /// <param name="client">The client.</param>
    public void Note(RecordKey key, Client client)
    {
        _known[(key.Kind, key.Text)] = client;
        if (_all?.Any(one => one.Id == client.Id) == false)
        {
            _all.Add(client);
        }
    }

    /// <summary>The keys of a client that mean the same in every account.</summary>
    /// <param name="client">The client.</param>
    /// <returns>The keys, the surest first.</returns>
    public static IEnumerable<RecordKey> KeysOf(Client client)
    {
        foreach ((RecordKeyKind kind, string? text) in new[]
            { (RecordKeyKind.TaxNumber, client.TaxNumber), (RecordKeyKind.Code, client.Code), (RecordKeyKind.Name, client.Name) })
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                yield return new RecordKey(kind, text!);
            }
        }
    }

    private static bool IsOther(string? one, string? other) =>
        !string.IsNullOrWhiteSpace(one) && !string.IsNullOrWhiteSpace(other) && !TaxNumberText.IsSame(one, other);

    private async Task<Client?> FindAnyAsync(RecordKey key, CancellationToken cancel)
    {
        var hits = new KeyHits<Client>();
        hits.Add(RecordKeyKind.Code, await ReadAsync(RecordKeyKind.Code, key.Text, cancel).ConfigureAwait(false));
        if (TaxNumberText.IsLike(key.Text))
        {
            hits.Add(RecordKeyKind.TaxNumber, await WithTaxNumberAsync(key.Text, cancel).ConfigureAwait(false));
        }

        hits.Add(RecordKeyKind.Name, await ReadAsync(RecordKeyKind.Name, key.Text, cancel).ConfigureAwait(false));
        if (IdText.IsCertainlyTried(key.Text) || (!hits.Any && IdText.IsLike(key.Text)))
        {
            hits.Add(RecordKeyKind.Id, await ReadAsync(RecordKeyKind.Id, key.Text, cancel).ConfigureAwait(false));
        }

        return hits.One(key);
    }

    private async Task<Client?> FindByTaxNumberAsync(RecordKey key, CancellationToken cancel)
    {
        var hits = new KeyHits<Client>();
        hits.Add(RecordKeyKind.TaxNumber, await WithTaxNumberAsync(key.Text, cancel).ConfigureAwait(false));
        return hits.One(key);
    }

    private Task<Client?> ReadAsync(RecordKeyKind kind, string text, CancellationToken cancel) => kind switch
    {
        RecordKeyKind.Id => IdText.GetAsync(_reader, text, cancel),
        RecordKeyKind.Code => _finder.FindByCodeAsync(text, cancel),
        RecordKeyKind.Name => _finder.FindByNameAsync(text, cancel),
        _ => throw new InvoicingException(ErrorKind.InvalidInput, $"A client has no {RecordKey.WordsFor(kind)}."),
    };

    /// <summary>No provider looks clients up by tax number, so the list is compared; a row that does not show the number is read whole.</summary>
    private async Task<IReadOnlyList<Client>> WithTaxNumberAsync(string number, CancellationToken cancel)
    {
        if (_all is null)
        {
            var all = new List<Client>();
            foreach (Client row in await _reader.List(new ListQuery()).ToListAsync(cancel).ConfigureAwait(false))
            {
                Client? whole = row is { IsPartial: true, TaxNumber: null, Id: { } id } ? await IdText.GetAsync(_reader, id, cancel).ConfigureAwait(false) : row;
                if (whole is not null)
                {
                    all.Add(whole);
                }
            }

            _all = all;
        }

        return [.. _all.Where(client => TaxNumberText.IsSame(client.TaxNumber, number))];
    }
}

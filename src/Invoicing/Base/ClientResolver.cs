using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Finds the client that is meant, with as few requests as can be, and each client once a command.</summary>
internal sealed class ClientResolver
{
    private readonly IReader<Client> _reader;
    private readonly IFinder<Client> _finder;
    private readonly Dictionary<string, Client> _known = new(StringComparer.Ordinal);

    public ClientResolver(IReader<Client> reader, IFinder<Client> finder)
    {
        _reader = reader;
        _finder = finder;
    }

    /// <summary>Gives the identifier of the client that there must be; nothing is asked where it is known.</summary>
    /// <exception cref="InvoicingException">There is none.</exception>
    public async Task<string> IdAsync(ClientIdentity identity, CancellationToken cancel) =>
        identity.Client?.Id ?? identity.Id ?? (await FindAsync(identity, cancel).ConfigureAwait(false))?.Id
        ?? throw new InvoicingException(ErrorKind.NotFound, $"There is no client '{identity}'.");

    /// <summary>Gives the client, or <c>null</c> if there is none.</summary>
    public async Task<Client?> FindAsync(ClientIdentity identity, CancellationToken cancel)
    {
        if (identity.Client is { } client)
        {
            return client;
        }

        if (_known.TryGetValue(Key(identity), out Client? known))
        {
            return known;
        }

        Client? found = await AskAsync(identity, cancel).ConfigureAwait(false);
        if (found is not null)
        {
            Remember(identity, found);
        }

        return found;
    }

    /// <summary>Tells of a client that was made because there was none.</summary>
    public void Remember(ClientIdentity identity, Client client) => _known[Key(identity)] = client;

    private static string Key(ClientIdentity identity) => $"{identity.Id}\n{identity.Code}\n{identity.Name}\n{identity.Text}";

    private async Task<Client?> AskAsync(ClientIdentity identity, CancellationToken cancel)
    {
        if (identity.Id is { } id)
        {
            return await GetAsync(id, cancel).ConfigureAwait(false);
        }

        if (identity.Code is { } code)
        {
            return await _finder.FindByCodeAsync(code, cancel).ConfigureAwait(false);
        }

        if (identity.Name is { } name)
        {
            return await _finder.FindByNameAsync(name, cancel).ConfigureAwait(false);
        }

        // Text: a number is most likely an identifier, everything else a name; a code is the second guess for both.
        string text = identity.Text!;
        Client? found = long.TryParse(text, out _)
            ? await GetAsync(text, cancel).ConfigureAwait(false)
            : await _finder.FindByNameAsync(text, cancel).ConfigureAwait(false);
        return found ?? await _finder.FindByCodeAsync(text, cancel).ConfigureAwait(false);
    }

    private async Task<Client?> GetAsync(string id, CancellationToken cancel)
    {
        try
        {
            return await _reader.GetAsync(id, cancel).ConfigureAwait(false);
        }
        catch (ProviderException fault) when (fault.Kind == ErrorKind.NotFound)
        {
            return null;
        }
    }
}

using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Looks up clients with as few requests as possible, each client once per command.</summary>
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

    /// <summary>Gets the identifier of an existing client, without a request if it is known.</summary>
    /// <exception cref="InvoicingException">The client does not exist.</exception>
    public async Task<string> IdAsync(ClientIdentity identity, CancellationToken cancel) =>
        identity.Client?.Id ?? identity.Id ?? (await FindAsync(identity, cancel).ConfigureAwait(false))?.Id
        ?? throw new InvoicingException(ErrorKind.NotFound, $"There is no client '{identity}'.");

    /// <summary>Gets the client, or <c>null</c> if it does not exist.</summary>
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

    /// <summary>Registers a client that was created because it was missing.</summary>
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

        // Text: a number is most likely an identifier, other text a name; a code is tried second for both.
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

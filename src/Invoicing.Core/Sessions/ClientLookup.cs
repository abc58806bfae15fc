using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>Finds the client that a document names, with as few requests as possible, and each client once.</summary>
internal sealed class ClientLookup
{
    private readonly AccountRecords _account;
    private readonly ConcurrentDictionary<string, Client> _known = new(StringComparer.Ordinal);

    public ClientLookup(AccountRecords account) => _account = account;

    private MadeRecords Made => _account.Owner.Cache.Notes<MadeRecords>();

    /// <summary>
    /// Finds a client. One that was read from this session is taken as it is; else the identifier counts, the code, or the name. The
    /// identifier of another session's client means nothing here.
    /// </summary>
    /// <returns>The client, or <c>null</c> if there is none.</returns>
    public async Task<Client?> FindAsync(Client named, CancellationToken cancel)
    {
        bool isForeign = _account.IsForeign(named);
        if (named is { Id: not null, Name: not null, Session: not null } && !isForeign)
        {
            return named;
        }

        string key = $"{(isForeign ? null : named.Id)}\n{named.Code}\n{named.Name}\n{named.Email}";
        if (_known.TryGetValue(key, out Client? known))
        {
            return known.Copy();
        }

        Client? found = Made.Find<Client>(KeyOf(named)) ?? await AskAsync(named, isForeign, cancel).ConfigureAwait(false);
        if (found is not null)
        {
            _known[key] = found.Copy();
        }

        return found;
    }

    /// <summary>Gives the client as it is created where there is none.</summary>
    public Client NewClient(Client named)
    {
        Client client = named.Copy();
        client.Id = null;
        client.Session = null;
        client.Name ??= named.Code;
        if (named.Code is not null && _account.Use<IFinder<Client>>() is IRegistrationFinder)
        {
            // What is created must be found again by what it was looked for.
            client.RegistrationNumber ??= named.Code;
            client.Code = null;
        }

        return client;
    }

    /// <summary>Creates a client that was prepared, unless another plan of the session did.</summary>
    public Task<Client> CreateOnceAsync(Client named, PreparedChange<Client> ready, CancellationToken cancel) => Made.OnceAsync(
        KeyOf(named),
        () => ready.SendAsync(cancel),
        () => AskAsync(named, _account.IsForeign(named), cancel),
        cancel);

    /// <summary>The key that a client is looked up by.</summary>
    public string KeyOf(Client named) => (_account.IsForeign(named) ? null : named.Id) ?? named.Code ?? named.Name ?? named.Email ?? "";

    private async Task<Client?> AskAsync(Client named, bool isForeign, CancellationToken cancel)
    {
        if (named.Id is { } id && !isForeign)
        {
            return await GetAsync(id, cancel).ConfigureAwait(false);
        }

        IFinder<Client> finder = _account.Use<IFinder<Client>>();
        Client? found = named.Code is { } code ? await finder.FindByCodeAsync(code, cancel).ConfigureAwait(false) : null;

        // A code that another provider keeps may be unknown here, and a name too: then the client is not there.
        return found is null && (named.Code is null || isForeign) && (named.Name ?? named.Email) is { } name
            ? await finder.FindByNameAsync(name, cancel).ConfigureAwait(false)
            : found;
    }

    private async Task<Client?> GetAsync(string id, CancellationToken cancel)
    {
        try
        {
            return await _account.Use<IReader<Client>>().GetAsync(id, cancel).ConfigureAwait(false);
        }
        catch (ProviderException fault) when (fault.Kind == ErrorKind.NotFound)
        {
            return null;
        }
    }
}

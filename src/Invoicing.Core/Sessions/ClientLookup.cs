using System;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>Finds the client that a document names, each client once, and creates it where there is none.</summary>
internal sealed class ClientLookup
{
    private readonly AccountRecords _account;
    private readonly Lazy<ClientSearch> _search;
    private readonly SemaphoreSlim _turn = new(1, 1);

    public ClientLookup(AccountRecords account)
    {
        _account = account;
        _search = new Lazy<ClientSearch>(() => new ClientSearch(account.Use<IReader<Client>>(), account.Use<IFinder<Client>>()));
    }

    private MadeRecords Made => _account.Owner.Cache.Notes<MadeRecords>();

    /// <summary>
    /// Finds a client. One that was read from this account is taken as it is; one of another account is looked for by the keys that mean the same in
    /// both; else the key counts, or the identifier, the code or the name that the object has.
    /// </summary>
    /// <returns>The client, or <c>null</c> if there is none.</returns>
    /// <exception cref="InvoicingException">The key is that of one client and the tax number that of another.</exception>
    public async Task<Client?> FindAsync(Client named, RecordKey? key, bool createMissing, CancellationToken cancel)
    {
        bool isForeign = _account.IsForeign(named);
        if (named is { Id: not null, Name: not null, Session: not null } && !isForeign && key is null)
        {
            return named;
        }

        Client? found = Made.Find<Client>(TextOf(named, key)) ?? await AskAsync(named, key, cancel).ConfigureAwait(false);
        if (!isForeign && KeyOf(named, key) is { Kind: not RecordKeyKind.TaxNumber } used && named.TaxNumber is { Length: > 0 } number)
        {
            await CheckTaxNumberAsync(used, found, number, createMissing, cancel).ConfigureAwait(false);
        }

        return found;
    }

    /// <summary>The key of a client in words, for messages.</summary>
    public string Words(Client named, RecordKey? key) =>
        _account.IsForeign(named) ? $"'{named}'" : KeyOf(named, key)?.ToString() ?? $"'{named}'";

    /// <summary>Gives the client as it is created where there is none. A code or a tax number is never taken for a name.</summary>
    public Client NewClient(Client named, RecordKey? key)
    {
        Client client = named.Copy();
        if (_account.IsForeign(named))
        {
            client.Extra.Clear();
        }

        client.Id = null;
        client.Session = null;
        if (string.IsNullOrWhiteSpace(client.Name) && (key is not null || client.Email is null))
        {
            throw new InvoicingException(ErrorKind.NotFound, $"There is no client {Words(named, key)}, and -CreateMissing needs the name of a new one.")
            {
                Advice = "Give -ClientName too, or a column ClientName.",
            };
        }

        client.Code ??= key is { Kind: RecordKeyKind.Code } ? key.Text : null;
        client.TaxNumber ??= key is { Kind: RecordKeyKind.TaxNumber } ? key.Text : null;
        if (client.Code is not null && _account.Use<IFinder<Client>>() is IRegistrationFinder)
        {
            // A client that is created must be found again by the key that it was looked for.
            client.RegistrationNumber ??= client.Code;
            client.Code = null;
        }

        return client;
    }

    /// <summary>Creates a client that was prepared, unless another plan of the session did.</summary>
    public Task<Client> CreateOnceAsync(Client named, RecordKey? key, PreparedChange<Client> ready, CancellationToken cancel) => Made.OnceAsync(
        TextOf(named, key), () => ready.SendAsync(cancel), () => AskAsync(named, key, cancel), cancel);

    private static string TextOf(Client named, RecordKey? key) =>
        KeyOf(named, key) is { } one ? $"{one.Kind} {one.Text}" : "";

    private static RecordKey? KeyOf(Client named, RecordKey? key) => key
        ?? (named.Id is { Length: > 0 } id ? new RecordKey(RecordKeyKind.Id, id)
            : named.Code is { Length: > 0 } code ? new RecordKey(RecordKeyKind.Code, code)
            : (named.Name ?? named.Email) is { Length: > 0 } name ? new RecordKey(RecordKeyKind.Name, name)
            : named.TaxNumber is { Length: > 0 } number ? new RecordKey(RecordKeyKind.TaxNumber, number)
            : null);

    private async Task<Client?> AskAsync(Client named, RecordKey? key, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            Client? found = _account.IsForeign(named) ? await _search.Value.FindLikeAsync(named, cancel).ConfigureAwait(false)
                : KeyOf(named, key) is { } one ? await _search.Value.FindAsync(one, cancel).ConfigureAwait(false)
                : throw InvoicingException.InvalidInput("document", [new FieldError(nameof(Invoice.Client), "is missing")]);
            return found?.Copy();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Refuses two readings of who is meant: the client that the key names, and the client that has the tax number.</summary>
    private async Task CheckTaxNumberAsync(RecordKey key, Client? found, string number, bool createMissing, CancellationToken cancel)
    {
        if (found?.TaxNumber is { Length: > 0 } own && !TaxNumberText.IsSame(own, number))
        {
            throw new InvoicingException(ErrorKind.Conflict, $"The client {key} is {found} (id {found.Id}) and has the tax number '{own}', not '{number}'.")
            {
                Advice = "Correct the row or the client.",
            };
        }

        if (found is null && createMissing
            && await AskAsync(new Client(), new RecordKey(RecordKeyKind.TaxNumber, number), cancel).ConfigureAwait(false) is { } other)
        {
            throw new InvoicingException(ErrorKind.Conflict, $"There is no client {key}, but {other} (id {other.Id}) has the tax number '{number}'.")
            {
                Advice = "Give the name as it is stored, or the tax number alone.",
            };
        }
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The records that a person names: by an object, an identifier, a number, a name or a row.</summary>
public abstract partial class ConnectorCmdlet<TCapability>
{
    private readonly Dictionary<InvoiceSession, ClientSearch> _clients = [];
    private readonly Dictionary<(InvoiceSession Session, Type Kind), object> _records = [];

    /// <summary>The values of the one given parameter, of several that name the same thing in different ways.</summary>
    /// <exception cref="InvoicingException">None was given, or several.</exception>
    private protected static T[] OneWay<T>(string kind, params Input<T>?[] ways)
    {
        Input<T>[] given = [.. ways.Where(way => way is { IsEmpty: false }).Select(way => way!)];
        return given.Length switch
        {
            1 => given[0].Values,
            0 => throw InvoicingException.InvalidInput(kind, [new FieldError($"The {kind}", "is missing")]),
            _ => throw new InvoicingException(ErrorKind.InvalidInput, $"The {kind} is named in {given.Length} ways: {string.Join(", ", given.Select(way => $"'{way}'"))}.")
            {
                Advice = "Use one of the parameters.",
            },
        };
    }

    /// <summary>The client that is meant; <c>null</c> if there is none. Nothing is read where the identifier is given.</summary>
    private protected Client? ClientOrNone(ClientIdentity identity)
    {
        if (identity.Client is not { } given)
        {
            return identity.Id is { } id ? new Client { Id = id } : Await(Clients(SessionFor()).FindAsync(identity.Key!, Cancel));
        }

        if (given.Id is not null && !(IsForeign(given) && LooksForForeign))
        {
            SessionFor(given);
            return given;
        }

        return Await(Clients(SessionFor()).FindLikeAsync(Whole(given), Cancel));
    }

    /// <summary>The client that is meant.</summary>
    private protected Client FindClient(ClientIdentity identity) => ClientOrNone(identity) ?? throw Missing("client", identity.Client, identity.Key);

    /// <summary>The clients that a filter names: each key is one client, and a name with wildcards is all that it fits.</summary>
    private protected IReadOnlyList<Client> ClientsLike(IEnumerable<ClientIdentity> identities)
    {
        var found = new List<Client>();
        foreach (ClientIdentity identity in identities)
        {
            Target = identity.Source;
            if (identity.Key is { Kind: RecordKeyKind.Any or RecordKeyKind.Name } name && WildcardPattern.ContainsWildcardCharacters(name.Text))
            {
                WildcardPattern pattern = Wildcards.Parse(name.Text);
                found.AddRange(Await(Use<IReader<Client>>().List(new ListQuery()).ToListAsync(Cancel)).Where(client => pattern.IsMatch(client.Name ?? "")));
            }
            else
            {
                found.Add(FindClient(identity));
            }
        }

        return found;
    }

    /// <summary>The clients that a filter names, each once; <c>null</c> alone where it names none, for the documents of all.</summary>
    /// <param name="meant">The clients that a parameter names; <c>null</c> if it was not given.</param>
    /// <param name="piped">A client from the pipeline.</param>
    private protected IEnumerable<Client?> ClientsOrAll(ClientIdentity[]? meant, Client? piped = null)
    {
        ClientIdentity[]? all = piped is null ? meant : [ClientIdentity.Of(piped), .. meant ?? []];
        if (all is null)
        {
            return [null];
        }

        return ClientsLike(all).GroupBy(client => client.Id).Select(same => same.First());
    }

    /// <summary>The client that is meant, with all its fields.</summary>
    private protected Client FindWholeClient(ClientIdentity identity)
    {
        Client client = FindClient(identity);
        return client.GetOwner() is null && client.Id is { } id ? Await(Use<IReader<Client>>().GetAsync(id, Cancel)) : client;
    }

    /// <summary>Finds the clients of a session; each is looked up once a command.</summary>
    private protected ClientSearch Clients(InvoiceSession session)
    {
        if (!_clients.TryGetValue(session, out ClientSearch? search))
        {
            session.Provider.Require(typeof(TCapability));
            _clients[session] = search = new ClientSearch(session.Use<IReader<Client>>(Pump), session.Use<IFinder<Client>>(Pump));
        }

        return search;
    }

    /// <summary>The document that is meant.</summary>
    /// <param name="identity">The object or the key.</param>
    /// <param name="type">Type of the document, if the caller says so.</param>
    /// <param name="whole">True if more than type and identifier is needed.</param>
    private protected Invoice FindInvoice(InvoiceIdentity identity, InvoiceType? type, bool whole)
    {
        InvoiceRecord? record = identity.Invoice ?? (InvoiceRecord?)identity.Payment;
        if (identity.Invoice is { } foreign && IsForeign(foreign) && LooksForForeign)
        {
            Invoice meant = Whole(foreign);
            return Await(Invoices(null).FindLikeAsync(meant, Cancel)) ?? throw Missing("document", meant, null);
        }

        InvoiceSession session = SessionFor(record);
        if (identity.Invoice is { Id: not null } given)
        {
            return whole ? Whole(given) : given;
        }

        type ??= identity.Type;
        if (identity.Id is { } id && type is { } known && !whole)
        {
            return new Invoice { Id = id, Type = known }.OwnedBy(session);
        }

        RecordKey key = identity.Key ?? throw new InvoicingException(ErrorKind.InvalidInput, $"{identity} has no identifier: it is not stored at the provider.");
        return Await(Invoices(record).FindAsync(key, type is { } one ? [one] : [], Cancel)) ?? throw Missing("document", null, key);
    }

    /// <summary>Finds the documents of the session of a record.</summary>
    private protected InvoiceSearch Invoices(InvoiceRecord? record)
    {
        InvoiceSession session = SessionFor(record);
        return new InvoiceSearch(
            Use<IInvoiceReader>(record), session.Provider.Can(typeof(IInvoiceCreator)) ? session.Use<IInvoiceCreator>(Pump) : null);
    }

    /// <summary>The record of a smaller kind that is meant. Where only its identifier is needed and given, nothing is read.</summary>
    private protected T FindRecord<T>(RecordIdentity identity, bool whole = true)
        where T : InvoiceRecord, new()
    {
        string kind = InvoiceRecord.WordsFor(typeof(T));
        T? given = identity.Record is { } record
            ? record as T ?? throw new InvoicingException(ErrorKind.InvalidInput, $"'{record}' is no {kind}, but a {InvoiceRecord.WordsFor(record.GetType())}.")
            : identity.Origin is { } origin ? identity.RecordOfRow<T>(SessionRegistry.Current.OwnerOf(origin)) : null;
        if (given is null)
        {
            RecordKey key = identity.Key!;
            return !whole && (key.Kind == RecordKeyKind.Id || !RecordSearch.HasNames<T>()) ? new T { Id = key.Text }
                : Await(Records<T>(SessionFor()).FindAsync(key, Cancel)) ?? throw Missing(kind, null, key);
        }

        if (IsForeign(given) && LooksForForeign)
        {
            return Await(Records<T>(SessionFor()).FindLikeAsync(Whole(given), Cancel)) ?? throw Missing(kind, given, null);
        }

        SessionFor(given);
        return whole && identity.Origin is not null ? Whole(given) : given;
    }

    private RecordSearch<T> Records<T>(InvoiceSession session)
        where T : InvoiceRecord
    {
        if (!_records.TryGetValue((session, typeof(T)), out object? search))
        {
            session.Provider.Require(typeof(TCapability));
            _records[(session, typeof(T))] = search = new RecordSearch<T>(session.Use<IReader<T>>(Pump));
        }

        return (RecordSearch<T>)search;
    }

    private InvoicingException Missing(string kind, InvoiceRecord? record, RecordKey? key) => new(
        ErrorKind.NotFound, $"There is no {kind} {key?.ToString() ?? $"'{record}'"} in session '{SessionFor()}'.");
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// Clients and suppliers, one register (docs/facts/simplbooks.md#clients). There is no code of the caller's own; the registration number
/// serves as one.
/// </summary>
internal sealed class SimplBooksClients(ConnectorContext context) :
    SimplBooksResource<Client>(context, SimplBooksEndpoints.Clients, Frames.Client),
    IReader<Client>, IFinder<Client>, ICreator<Client>, IUpdater<Client>, IRemover<Client>, IRegistrationFinder
{
    /// <summary>Lists lack the settings of a client.</summary>
    protected override bool ListsAreShort => true;

    public Task<Client?> FindByCodeAsync(string code, CancellationToken cancellationToken = default) =>
        FindAsync("reg_no", code, client => client.RegistrationNumber, cancellationToken);

    public Task<Client?> FindByNameAsync(string name, CancellationToken cancellationToken = default) =>
        FindAsync("name", name, client => client.Name, cancellationToken);

    protected override IEnumerable<(string Name, JToken? Value)> Filters(RecordQuery query) => [("name", Lists.Text(query.Text))];

    public override void Check(Client item) => SimplBooksRules.Check(item);

    /// <summary>Names are not unique, so it must be the same in everything that identifies a client.</summary>
    protected override Func<Task<Client?>>? LookUp(Client item, CancellationToken cancel) => FindIn(
        [("name", Lists.Text(item.Name))],
        client => Same(client.Name, item.Name)
            && Same(client.RegistrationNumber, item.RegistrationNumber)
            && Same(client.TaxNumber, item.TaxNumber)
            && Same(client.Email, item.Email),
        cancel);

    /// <summary>The filter finds what contains the text, so what it finds is compared.</summary>
    private async Task<Client?> FindAsync(string filter, string text, Func<Client, string?> property, CancellationToken cancel)
    {
        List<Client> found = await List([(filter, text)], null, client => property(client) == text)
            .ToListAsync(cancel).ConfigureAwait(false);
        return found.Count < 2 ? found.FirstOrDefault() : throw new InvoicingException(
            ErrorKind.InvalidInput, $"There are {found.Count} clients '{text}': {string.Join(", ", found.Select(client => client.Id))}.")
        {
            Advice = "Say which by its identifier.",
        };
    }

    private static bool Same(string? one, string? other) => (one ?? "") == (other ?? "");
}

/// <summary>Notes on clients (docs/facts/simplbooks.md#client-notes).</summary>
internal sealed class ClientNotes(ConnectorContext context) :
    SimplBooksResource<ClientNote>(context, SimplBooksEndpoints.ClientNotes, Frames.ClientNote),
    IReader<ClientNote>, ICreator<ClientNote>, IUpdater<ClientNote>, IRemover<ClientNote>
{
    protected override IEnumerable<(string Name, JToken? Value)> Filters(RecordQuery query) =>
    [
        ("client_id", Lists.Number(query.ClientId)),
        ("client_note", Lists.Text(query.Text)),
        ("created_from", Lists.Day(query.DateFrom, Lists.Iso)),
        ("created_until", Lists.Day(query.DateTo, Lists.Iso)),
    ];

    /// <summary>Only the text can be changed: a note stays where it is [official].</summary>
    public override Task<PreparedChange<ClientNote>> PrepareUpdateAsync(ClientNote item, CancellationToken cancellationToken = default) =>
        Task.FromResult(Context.Prepared(item.Copy(), [], async (own, cancel) =>
        {
            var body = new JObject { ["ClientNote"] = new JObject { ["note"] = own.Note } };
            await SendUpdateAsync(own, body, cancel).ConfigureAwait(false);
            return own.Copy();
        }));

    public override void Check(ClientNote item) => SimplBooksRules.Check(item);
}

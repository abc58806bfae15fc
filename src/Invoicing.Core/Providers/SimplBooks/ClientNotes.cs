using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>Notes on clients (docs/facts/simplbooks.md#client-notes).</summary>
internal sealed class ClientNotes(ConnectorContext context) :
    SimplBooksResource<ClientNote>(context, SimplBooksEndpoints.ClientNotes, Frames.ClientNote), IReader<ClientNote>, ICreator<ClientNote>, IUpdater<ClientNote>, IRemover<ClientNote>
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

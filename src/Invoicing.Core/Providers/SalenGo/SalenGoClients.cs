using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SalenGo;

/// <summary>Clients (docs/facts/salengo.md#clients).</summary>
internal sealed class SalenGoClients(ConnectorContext context) :
    SalenGoResource<Client>(context, "client", "clients", maps => maps.Client),
    IReader<Client>, IFinder<Client>, ICreator<Client>, IUpdater<Client>, IRemover<Client>, IConnectionTester
{
    private ReferenceIndex<Client> Index => Context.Session.Cache.Get(
        () => new ReferenceIndex<Client>(client => client.Name, ListFilter.Fresh) { DoubtsWhatItKnows = true });

    /// <summary>The provider advises a harmless first call over HTTPS, such as a list of one (docs/facts/salengo.md#calls).</summary>
    public Task TestAsync(CancellationToken cancellationToken = default) => List(new ListFilter(), pageSize: 1).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The provider has no codes.</summary>
    public Task<Client?> FindByCodeAsync(string code, CancellationToken cancellationToken = default) => Task.FromResult<Client?>(null);

    /// <summary>There is no look-up by name; an e-mail address can be asked for [inferred].</summary>
    public async Task<Client?> FindByNameAsync(string name, CancellationToken cancellationToken = default)
    {
        if (name.Contains("@"))
        {
            var filter = new ListFilter { Email = name };
            return await List(filter).FirstAsync(
            client => string.Equals(client.Email, name, StringComparison.OrdinalIgnoreCase), cancellationToken).ConfigureAwait(false);
        }

        string? id = await Index.FindAsync(name, since => List(ListFilter.UpdatedSince(since)), Context.Api.Endpoint.Clock, cancellationToken).ConfigureAwait(false);
        return id is null ? null : await StillAsync(id, name, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<Client> SendNewAsync(Client item, CancellationToken cancel)
    {
        Client made = await base.SendNewAsync(item, cancel).ConfigureAwait(false);
        Index.Add(made);
        return made;
    }

    protected override void Fill(Client item, bool isNew)
    {
        if (isNew)
        {
            SalenGoRules.NeedName($"client '{item.Name}'", string.IsNullOrWhiteSpace(item.Name) ? item.Email : item.Name);
        }
    }

    public override IReadOnlyList<LeftOutValue> LeftOut(Client item, bool isNew) => Context.LeftOut(
        item,
        nameof(Client.Code), nameof(Client.Website), nameof(Client.PaymentDays), nameof(Client.CopyCount), nameof(Client.TaxExemption),
        nameof(Client.RegistrationNumber), nameof(Client.ContactEmail), nameof(Client.ContactPhone));

    protected override JObject Write(Client item)
    {
        JObject row = base.Write(item);
        string person = Calls.Maps.PersonOf(row).ToString();
        if (item.ContactName is { } name && name != person)
        {
            row.Merge(Calls.Maps.Person.Write(PersonName.Parse(name)));
        }

        // A person without a company was given its own name as that of the client; it shall not become a company by being changed.
        if (person.Length > 0 && item.Name == person)
        {
            row.Remove(Map.NameOf(nameof(Client.Name))!);
        }

        return row;
    }

    protected override Client Read(JObject row)
    {
        Client client = base.Read(row);
        string person = Calls.Maps.PersonOf(row).ToString();
        client.ContactName = person.Length > 0 ? person : null;
        client.Name ??= client.ContactName;
        return client;
    }

    /// <summary>The newest client that says the same: whoever wants two of them has to say something different of them.</summary>
    protected override Func<Task<Client?>>? LookUp(Client item, CancellationToken cancel) => () =>
        List(new ListFilter { Email = string.IsNullOrEmpty(item.Email) ? null : item.Email }).FirstAsync(
            client => client.Name == item.Name && (client.Email ?? "") == (item.Email ?? "") && (client.TaxNumber ?? "") == (item.TaxNumber ?? ""),
        cancel);

    private async Task<Client?> StillAsync(string id, string name, CancellationToken cancel) =>
        await FirstFound.OrNullAsync(() => GetAsync(id, cancel)).ConfigureAwait(false) is { } client && client.Name == name && !SalenGoMaps.IsDeleted(client)
            ? client
            : null;
}

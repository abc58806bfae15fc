using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Engine.Fields;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.Facturagem;

/// <summary>Clients (docs/facts/facturagem.md#operations, #clients).</summary>
internal sealed class FacturagemClients(Caller caller) :
    FacturagemResource<Client>(caller, FieldOwner.Client, FacturagemEndpoints.Clients),
    IReader<Client>, IFinder<Client>, ICreator<Client>, IUpdater<Client>, IRemover<Client>
{
    protected override FieldMap<Client> Map => Caller.Maps.Client;

    public override Listing<Client> List(ListQuery query)
    {
        Listing<Client> summaries = Pages(cancel => Caller.RequestAsync(FacturagemEndpoints.Clients.List, cancel));
        return query.Detailed ? Paging.Whole<Client>(summaries, async (one, cancel) => await GetAsync(one, cancel).ConfigureAwait(false), AtOnce) : summaries;
    }

    /// <summary>
    /// Nothing keeps another client from having the same name, so one whose answer was lost cannot be told from one of before. A country that
    /// the provider does not know is told before anything is sent.
    /// </summary>
    public override async Task<PreparedChange<Client>> PrepareAsync(Client item, CancellationToken cancellationToken = default)
    {
        PreparedChange<Client> change = await base.PrepareAsync(item, cancellationToken).ConfigureAwait(false);
        await WriteAsync(change.Record, cancellationToken).ConfigureAwait(false);
        return change;
    }

    /// <summary>The provider has no codes.</summary>
    public Task<Client?> FindByCodeAsync(string code, CancellationToken cancellationToken = default) => Task.FromResult<Client?>(null);

    /// <summary>There is no search (docs/facts/facturagem.md#lists), so the whole list is compared: several clients may have one name.</summary>
    public async Task<Client?> FindByNameAsync(string name, CancellationToken cancellationToken = default)
    {
        List<Client> all = await List(new ListQuery()).ToListAsync(cancellationToken).ConfigureAwait(false);
        List<Client> found = all.FindAll(client => string.Equals(client.Name, name, StringComparison.OrdinalIgnoreCase));
        return found.Count switch
        {
            0 => null,
            1 => await GetAsync(found[0], cancellationToken).ConfigureAwait(false),
            _ => throw new InvoicingException(
                ErrorKind.InvalidInput, $"There are {found.Count} clients with the name '{name}': {string.Join(", ", found.Select(client => $"id {client.Id}"))}.")
            {
                Advice = "Say which with its id.",
            },
        };
    }

    public override void Check(Client item) => FacturagemRules.Check(item);

    public override IReadOnlyList<LeftOutValue> LeftOut(Client item, bool isNew) => Context.LeftOut(
        item,
        nameof(Client.Code), nameof(Client.ContactEmail), nameof(Client.ContactName), nameof(Client.ContactPhone), nameof(Client.CopyCount), nameof(Client.Fax),
        nameof(Client.Language), nameof(Client.PaymentDays), nameof(Client.RegistrationNumber), nameof(Client.TaxExemption), nameof(Client.Website));

    protected override Task<JObject> WriteAsync(Client item, CancellationToken cancel) => PartyFields.WriteAsync(Caller, Map, item, cancel);

    protected override async Task<Client> FinishAsync(Client item, CancellationToken cancel)
    {
        item.Address = item.HasExtra ? PartyFields.JoinStreet(item.Address, item.Extra) : item.Address;
        item.Country = await CountryTable.NameAsync(Caller, item.Country, cancel).ConfigureAwait(false);
        return item;
    }
}

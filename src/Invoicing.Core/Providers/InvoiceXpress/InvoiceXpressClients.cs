using System;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>Clients (docs/facts/invoicexpress.md#clients).</summary>
internal sealed class InvoiceXpressClients(ConnectorContext context) :
    InvoiceXpressResource<Client>(context, "client", InvoiceXpressMaps.Client, InvoiceXpressEndpoints.Clients),
    IReader<Client>, IFinder<Client>, ICreator<Client>, IUpdater<Client>
{
    /// <summary>An answer about a client with another code may be a cache's: it is not believed.</summary>
    public async Task<Client?> FindByCodeAsync(string code, CancellationToken cancellationToken = default)
    {
        Client? found = await FindAsync(
            InvoiceXpressEndpoints.FindClientByCode.Request().With("client_code", code), client => client.Code == code, cancellationToken).ConfigureAwait(false);
        return found?.Code is null || string.Equals(found.Code.Trim(), code.Trim(), StringComparison.OrdinalIgnoreCase)
            ? found
            : throw new ProviderException(ErrorKind.UnexpectedAnswer, $"InvoiceXpress was asked about the client with the code '{code}' and answered about '{found.Code}'.")
            {
                Provider = Context.Session.Provider.Name,
            };
    }

    public Task<Client?> FindByNameAsync(string name, CancellationToken cancellationToken = default) =>
        FindAsync(
            InvoiceXpressEndpoints.FindClientByName.Request().With("client_name", name),
            client => string.Equals(client.Name, name, StringComparison.OrdinalIgnoreCase),
            cancellationToken);

    /// <summary>The language of a client of another provider may be none that this one has: that must not keep the client from moving.</summary>
    protected override void Fill(Client item, bool isNew)
    {
        if (item.Session is { } origin && !ReferenceEquals(origin, Context.Session) && item.Language is { Length: > 0 } language && !InvoiceXpressRules.Knows(language))
        {
            Context.Api.Observer?.OnWarning($"client '{item.Name}': InvoiceXpress does not know the language '{language}'. It was left out.");
            item.Language = null;
        }
    }

    public override void Check(Client item) => InvoiceXpressRules.Check(item);

    /// <summary>A client of the same name that says something else was there before, and its name will be refused.</summary>
    protected override Func<Task<Client?>> LookUp(Client item, CancellationToken cancel) => async () =>
        await FindByNameAsync(item.Name!, cancel).ConfigureAwait(false) is { } made
        && (item.Code is null || made.Code == item.Code)
        && (item.TaxNumber is null || made.TaxNumber == item.TaxNumber)
            ? made
            : null;

    /// <summary>
    /// A look-up for what is not there was seen to fail with 500 each time, where 404 is described
    /// (docs/facts/invoicexpress.md#client-operations): then the list decides, and later look-ups of the session are not repeated first.
    /// </summary>
    private async Task<Client?> FindAsync(ApiRequest request, Func<Client, bool> isIt, CancellationToken cancel)
    {
        FindFaults faults = Context.Session.Cache.Notes<FindFaults>();
        request.LastWord = faults.AreSeen ? HttpStatusCode.InternalServerError : null;
        try
        {
            return await FirstFound.OrNullAsync(() => ReadAsync(request, cancel)).ConfigureAwait(false);
        }
        catch (ProviderException fault) when (fault.StatusCode >= HttpStatusCode.InternalServerError)
        {
            Client? there = await List(new ListQuery()).FirstAsync(isIt, cancel).ConfigureAwait(false);
            faults.AreSeen |= there is null;
            return there is null ? null : await GetAsync(there.Id!, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Look-ups that failed for what is not there.</summary>
    private sealed class FindFaults
    {
        public volatile bool AreSeen;
    }
}

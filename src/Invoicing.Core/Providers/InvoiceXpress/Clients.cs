using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>Clients (docs/facts/invoicexpress.md#clients).</summary>
internal sealed class Clients : Resource<Client>, IReader<Client>, IFinder<Client>, ICreator<Client>, IUpdater<Client>
{
    public Clients(ConnectorContext context)
        : base(context, "client", Maps.Client)
    {
    }

    protected override Endpoint ListOperation => Operations.ListClients;

    protected override Endpoint GetOperation => Operations.GetClient;

    protected override Endpoint CreateOperation => Operations.CreateClient;

    protected override Endpoint UpdateOperation => Operations.UpdateClient;

    public Task<Client?> FindByCodeAsync(string code, CancellationToken cancellationToken = default) =>
        FindAsync(Operations.FindClientByCode.Request().With("client_code", code), cancellationToken);

    public Task<Client?> FindByNameAsync(string name, CancellationToken cancellationToken = default) =>
        FindAsync(Operations.FindClientByName.Request().With("client_name", name), cancellationToken);

    protected override void Check(Client item) => Rules.Check(item);

    /// <summary>A client of the same name that says something else was there before, and its name will be refused.</summary>
    protected override async Task<Client?> FindMadeAsync(Client item, CancellationToken cancel) =>
        await FindByNameAsync(item.Name!, cancel).ConfigureAwait(false) is { } made
        && (item.Code is null || made.Code == item.Code)
        && (item.TaxNumber is null || made.TaxNumber == item.TaxNumber)
            ? made
            : null;

    private async Task<Client?> FindAsync(ApiRequest request, CancellationToken cancel)
    {
        try
        {
            return await ReadAsync(request, cancel).ConfigureAwait(false);
        }
        catch (ProviderException fault) when (fault.Kind == ErrorKind.NotFound)
        {
            return null;
        }
    }
}

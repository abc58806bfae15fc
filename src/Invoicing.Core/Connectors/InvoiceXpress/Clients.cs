using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http;

namespace Invoicing.Connectors.InvoiceXpress;

/// <summary>Clients (sheet 16).</summary>
internal sealed class Clients : IReader<Client>, IFinder<Client>, ICreator<Client>, IUpdater<Client>
{
    private readonly ConnectorContext _context;

    public Clients(ConnectorContext context) => _context = context;

    public Listing<Client> List(ListQuery query) => Paging.ByNumber((number, cancel) =>
        _context.Api.SendAsync(
            Operations.ListClients.Request().WithPage(number, query),
            reader => Envelope.ReadPage(reader, Maps.Client, _context.Own),
            cancel));

    public Task<Client> GetAsync(string id, CancellationToken cancellationToken = default) =>
        ReadOneAsync(Operations.GetClient.Request(null, id), cancellationToken);

    public Task<Client?> FindByCodeAsync(string code, CancellationToken cancellationToken = default) =>
        FindAsync(Operations.FindClientByCode.Request().With("client_code", code), cancellationToken);

    public Task<Client?> FindByNameAsync(string name, CancellationToken cancellationToken = default) =>
        FindAsync(Operations.FindClientByName.Request().With("client_name", name), cancellationToken);

    /// <summary>
    /// Names are unique at the provider, so a create whose answer was lost is looked up by its name: it is there, or it was not made.
    /// </summary>
    public Task<Client> CreateAsync(Client item, CancellationToken cancellationToken = default)
    {
        Rules.Check(item);
        ApiRequest request = Operations.CreateClient.Request(Envelope.Wrap("client", Maps.Client.Write(item)));
        return new Once(_context).DoAsync(
            $"client '{item.Name}'",
            () => ReadOneAsync(request, cancellationToken),
            () => FindByNameAsync(item.Name!, cancellationToken),
            cancellationToken);
    }

    public Task UpdateAsync(Client item, CancellationToken cancellationToken = default)
    {
        Rules.Check(item);
        return _context.Api.SendAsync(Operations.UpdateClient.Request(Envelope.Wrap("client", Maps.Client.Write(item)), item.Id ?? ""), cancellationToken);
    }

    private async Task<Client?> FindAsync(ApiRequest request, CancellationToken cancel)
    {
        try
        {
            return await ReadOneAsync(request, cancel).ConfigureAwait(false);
        }
        catch (ProviderException fault) when (fault.Kind == ErrorKind.NotFound)
        {
            return null;
        }
    }

    private Task<Client> ReadOneAsync(ApiRequest request, CancellationToken cancel) =>
        _context.Api.SendAsync(request, reader => _context.Own(Envelope.ReadObject(reader, Maps.Client)), cancel);
}

using System;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Connectors.InvoiceXpress;

/// <summary>What clients owe (sheet 18).</summary>
internal sealed class Balances : IBalanceKeeper
{
    private readonly ConnectorContext _context;

    public Balances(ConnectorContext context) => _context = context;

    public Task<ClientBalance> GetAsync(string clientId, CancellationToken cancellationToken = default) =>
        SendAsync(Operations.GetBalance.Request(null, clientId), clientId, cancellationToken);

    public Task<ClientBalance> SetInitialAsync(
        string clientId, decimal amount, DateTime date, string? notes, CancellationToken cancellationToken = default)
    {
        var balance = new ClientBalance { Initial = amount, InitialDate = date, InitialNotes = notes };
        return SendAsync(Operations.SetInitialBalance.Request(Maps.Balance.Write(balance), clientId), clientId, cancellationToken);
    }

    /// <summary>The one answer that is the object itself, with nothing around it.</summary>
    private async Task<ClientBalance> SendAsync(Http.ApiRequest request, string clientId, CancellationToken cancel)
    {
        ClientBalance balance = await _context.Api.SendAsync(request, Maps.Balance.Read, cancel).ConfigureAwait(false);
        balance.ClientId = clientId;
        return _context.Own(balance);
    }
}

using System;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>The balances of clients (docs/facts/invoicexpress.md#treasury).</summary>
internal sealed class Balances(ConnectorContext context) : IBalanceKeeper
{
    /// <summary>The one answer that is the object itself, with nothing around it.</summary>
    public async Task<ClientBalance> GetAsync(string clientId, CancellationToken cancellationToken = default)
    {
        ClientBalance balance = await context.Api.SendAsync(
            InvoiceXpressEndpoints.GetBalance.Request(null, clientId), InvoiceXpressMaps.Balance.Read, cancellationToken).ConfigureAwait(false);
        balance.ClientId = clientId;
        return context.Own(balance);
    }

    /// <summary>The answer repeats what was set and says nothing of what is owed now, so that is asked for.</summary>
    public async Task<ClientBalance> SetInitialAsync(
        string clientId, decimal amount, DateTime date, string? notes, CancellationToken cancellationToken = default)
    {
        var balance = new ClientBalance { Initial = amount, InitialDate = date, InitialNotes = notes };
        await context.Api.SendAsync(
            InvoiceXpressEndpoints.SetInitialBalance.Request(InvoiceXpressMaps.Balance.Write(balance), clientId), cancellationToken).ConfigureAwait(false);
        return await GetAsync(clientId, cancellationToken).ConfigureAwait(false);
    }
}

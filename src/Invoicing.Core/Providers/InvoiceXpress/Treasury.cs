using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;

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

/// <summary>Corrections of balances (docs/facts/invoicexpress.md#treasury).</summary>
internal sealed class Adjustments(ConnectorContext context) : IAdjustmentKeeper
{
    public Listing<ClientAdjustment> List(string clientId, ListQuery query) => Paging.ByNumber((number, cancel) =>
        context.Api.SendAsync(
            InvoiceXpressEndpoints.ListAdjustments.Request(null, clientId).WithPage(number, query),
            reader => InvoiceXpressEnvelope.ReadPage(reader, InvoiceXpressMaps.Adjustment, item => For(item, clientId)),
            cancel));

    public Task<PreparedChange<ClientAdjustment>> PrepareAsync(ClientAdjustment item, CancellationToken cancellationToken = default) =>
        Task.FromResult(context.Prepared(item.Copy(), [], (own, cancel) =>
        {
            ApiRequest request = InvoiceXpressEndpoints.CreateAdjustment.Request(
                InvoiceXpressEnvelope.Wrap("regularization", InvoiceXpressMaps.Adjustment.Write(own)), own.ClientId ?? "");
            return context.Api.SendAsync(request, reader => For(InvoiceXpressEnvelope.ReadObjects(reader, InvoiceXpressMaps.Adjustment).Last(), own.ClientId!), cancel);
        }));

    public Task RemoveAsync(ClientAdjustment item, CancellationToken cancellationToken = default) =>
        context.Api.SendAsync(InvoiceXpressEndpoints.DeleteAdjustment.Request(null, item.ClientId ?? "", item.Id ?? ""), cancellationToken);

    private ClientAdjustment For(ClientAdjustment item, string clientId)
    {
        item.ClientId = clientId;
        return context.Own(item);
    }
}

/// <summary>Money without documents (docs/facts/invoicexpress.md#treasury). It cannot be listed.</summary>
internal sealed class Movements(ConnectorContext context) : ICreator<TreasuryMovement>, IRemover<TreasuryMovement>
{
    public Task<PreparedChange<TreasuryMovement>> PrepareAsync(TreasuryMovement item, CancellationToken cancellationToken = default) =>
        Task.FromResult(context.Prepared(item.Copy(), [], async (own, cancel) =>
        {
            TreasuryMovement made = await context.Api.SendAsync(
                InvoiceXpressEndpoints.CreateMovement.Request(InvoiceXpressEnvelope.Wrap("treasury_movement", InvoiceXpressMaps.Movement.Write(own)), own.ClientId ?? ""),
                reader => InvoiceXpressEnvelope.ReadObject(reader, InvoiceXpressMaps.Movement),
                cancel).ConfigureAwait(false);
            made.ClientId = own.ClientId;
            return context.Own(made);
        }));

    public Task RemoveAsync(TreasuryMovement item, CancellationToken cancellationToken = default) =>
        context.Api.SendAsync(InvoiceXpressEndpoints.DeleteMovement.Request(null, item.ClientId ?? "", item.Id ?? ""), cancellationToken);
}

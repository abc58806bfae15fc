using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.InvoiceXpress;

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

using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;

namespace Invoicing.Providers.InvoiceXpress;

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

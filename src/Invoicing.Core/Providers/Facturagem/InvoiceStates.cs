using System;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// Invoices can be marked as paid, but no operation does only that (docs/facts/facturagem.md#operations): a setting says what to do.
/// </summary>
internal sealed class InvoiceStates : IStateChanger
{
    private readonly Caller _caller;
    private readonly FacturagemInvoices _invoices;

    public InvoiceStates(Caller caller)
    {
        _caller = caller;
        _invoices = new FacturagemInvoices(caller);
    }

    public Task<PreparedChange<Invoice>> PrepareStateAsync(
        Invoice invoice, InvoiceTransition transition, string? reason = null, CancellationToken cancellationToken = default)
    {
        Func<Invoice, CancellationToken, Task> change = transition switch
        {
            // There are no drafts: a document that is there was issued.
            InvoiceTransition.Finalized => (_, _) => Task.CompletedTask,
            InvoiceTransition.Settled => SettleAsync,
            InvoiceTransition.Unsettled when _caller.Choices.PaysByUpdate => (own, cancel) => FlagAsync(own, false, cancel),
            _ => throw new InvoicingException(
                ErrorKind.NotSupported,
                $"At FACTURAgem an invoice can be settled, and with the setting MarkPaidBy = Update opened again, but not become {transition}."),
        };
        return Task.FromResult(_caller.Context.Prepared(invoice.Copy(), [], async (own, cancel) =>
        {
            await change(own, cancel).ConfigureAwait(false);
            return await _invoices.GetWholeAsync(own, cancel).ConfigureAwait(false);
        }));
    }

    private async Task SettleAsync(Invoice invoice, CancellationToken cancel)
    {
        if (_caller.Choices.PaysByUpdate)
        {
            await FlagAsync(invoice, true, cancel).ConfigureAwait(false);
            return;
        }

        // What was paid before cannot be asked for, so this is right for an invoice of which nothing was.
        Invoice now = await _invoices.GetWholeAsync(invoice, cancel).ConfigureAwait(false);
        if (now.State != InvoiceState.Settled)
        {
            await new FacturagemPayments(_caller).AddAsync(now, new Payment { Amount = now.Total }, cancel).ConfigureAwait(false);
        }
    }

    private Task FlagAsync(Invoice invoice, bool paid, CancellationToken cancel) => _caller.ChangeAsync<bool>(
        FieldOwner.Invoice,
        FieldOperation.Update,
        async () => _caller.WithBody(
            await _caller.FollowAsync(FacturagemEndpoints.UpdateInvoice, invoice, "self", cancel, invoice.Id ?? "").ConfigureAwait(false),
            FieldOwner.Invoice,
            new JObject { [_caller.Maps.Invoice.NameOf(nameof(Invoice.State))!] = paid }),
        null,
        cancel);
}

using System;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// Invoices can be marked as paid, but no operation does only that (docs/facts/facturagem.md#operations): a setting says what to do.
/// </summary>
internal sealed class InvoiceStates(Caller caller) : IStateChanger
{
    private readonly FacturagemInvoices _invoices = new(caller);

    public Task<PreparedChange<Invoice>> PrepareStateAsync(
        Invoice invoice, InvoiceTransition transition, string? reason = null, CancellationToken cancellationToken = default)
    {
        Func<Invoice, CancellationToken, Task> change = transition switch
        {
            // There are no drafts: a document that is there was issued.
            InvoiceTransition.Finalized => (_, _) => Task.CompletedTask,
            InvoiceTransition.Settled => SettleAsync,
            InvoiceTransition.Unsettled when caller.Choices.PaysByUpdate => (own, cancel) => FlagAsync(own, false, cancel),
            _ => throw new InvoicingException(
                ErrorKind.NotSupported,
                $"At FACTURAgem an invoice can be settled, and with the setting MarkPaidBy = Update opened again, but not become {transition}."),
        };
        return Task.FromResult(caller.Context.Prepared(invoice.Copy(), [], async (own, cancel) =>
        {
            await change(own, cancel).ConfigureAwait(false);
            return await _invoices.GetWholeAsync(own, cancel).ConfigureAwait(false);
        }));
    }

    private async Task SettleAsync(Invoice invoice, CancellationToken cancel)
    {
        if (caller.Choices.PaysByUpdate)
        {
            await FlagAsync(invoice, true, cancel).ConfigureAwait(false);
            return;
        }

        // What was paid before cannot be asked for, so this is right for an invoice of which nothing was.
        Invoice now = await _invoices.GetWholeAsync(invoice, cancel).ConfigureAwait(false);
        if (now.State != InvoiceState.Settled)
        {
            await new FacturagemPayments(caller).AddAsync(now, new Payment { Amount = now.Total }, cancel).ConfigureAwait(false);
        }
    }

    private Task FlagAsync(Invoice invoice, bool paid, CancellationToken cancel) => caller.ChangeAsync<bool>(
        FieldOwner.Invoice,
        FieldOperation.Update,
        () => caller.FollowAsync(FacturagemEndpoints.Invoices.Update!, invoice, "self", cancel, invoice.Id ?? ""),
        () => Task.FromResult(new JObject { [caller.Maps.Invoice.NameOf(nameof(Invoice.State))!] = paid }),
        null,
        cancel);
}

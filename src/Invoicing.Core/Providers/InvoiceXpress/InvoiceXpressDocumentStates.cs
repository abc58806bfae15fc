using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>Changes of state (docs/facts/invoicexpress.md#states, #estimate-states, #guide-states).</summary>
internal sealed class InvoiceXpressDocumentStates(ConnectorContext context) : IStateChanger, IRemover<Invoice>
{
    /// <summary>The word that is sent for a change, and the state that it leads to; an invoice-receipt is settled as it is issued.</summary>
    private static readonly Dictionary<InvoiceTransition, (string Event, InvoiceState[] Leads)> Events = new()
    {
        [InvoiceTransition.Finalized] = ("finalized", [InvoiceState.Final, InvoiceState.Settled]),
        [InvoiceTransition.Settled] = ("settled", [InvoiceState.Settled]),
        [InvoiceTransition.Unsettled] = ("unsettled", [InvoiceState.Final]),
        [InvoiceTransition.Canceled] = ("canceled", [InvoiceState.Canceled]),
        [InvoiceTransition.Deleted] = ("deleted", [InvoiceState.Deleted]),
        [InvoiceTransition.Accepted] = ("accept", [InvoiceState.Accepted]),
        [InvoiceTransition.Refused] = ("refuse", [InvoiceState.Refused]),
    };

    /// <summary>The changes that documents of a family can have at all. Only the provider knows the present ones.</summary>
    private static readonly Dictionary<Family, InvoiceTransition[]> Possible = new()
    {
        [Family.Invoice] =
        [
            InvoiceTransition.Finalized, InvoiceTransition.Settled, InvoiceTransition.Unsettled, InvoiceTransition.Canceled, InvoiceTransition.Deleted,
        ],
        [Family.Estimate] =
        [
            InvoiceTransition.Finalized, InvoiceTransition.Accepted, InvoiceTransition.Refused, InvoiceTransition.Canceled, InvoiceTransition.Deleted,
        ],
        [Family.Guide] = [InvoiceTransition.Finalized, InvoiceTransition.Canceled, InvoiceTransition.Deleted],
    };

    /// <summary>
    /// The documentation's table of changes says accept, its list of events says accepted (docs/facts/invoicexpress.md#estimate-states).
    /// The second is sent when the first is refused.
    /// </summary>
    private static readonly Dictionary<InvoiceTransition, string> OtherEvents = new()
    {
        [InvoiceTransition.Accepted] = "accepted",
        [InvoiceTransition.Refused] = "refused",
    };

    private readonly InvoiceXpressDocuments _documents = new(context);

    public Task<PreparedChange<Invoice>> PrepareStateAsync(
        Invoice invoice, InvoiceTransition transition, string? reason = null, CancellationToken cancellationToken = default)
    {
        InvoiceTransition[] possible = Possible[DocumentType.Of(invoice.Type).Family];
        if (Array.IndexOf(possible, transition) < 0)
        {
            throw InvoicingException.InvalidInput(
                $"change of {invoice}", [new FieldError("State", $"{transition} is none of {string.Join(", ", possible)}, which a {invoice.Type} can become")]);
        }

        if (transition == InvoiceTransition.Canceled && string.IsNullOrWhiteSpace(reason))
        {
            throw InvoicingException.InvalidInput("cancellation", [new FieldError("Reason", "a cancelled document must say why")]);
        }

        bool isBinding = transition is InvoiceTransition.Finalized or InvoiceTransition.Canceled;
        return Task.FromResult(
            context.Prepared(invoice.Copy(), [], (own, cancel) => SendAsync(own, transition, reason, cancel), isBinding));
    }

    /// <summary>Drafts are deleted by a change of their state; there is no other way (docs/facts/invoicexpress.md#updates).</summary>
    public Task RemoveAsync(Invoice item, CancellationToken cancellationToken = default) =>
        SendAsync(item, InvoiceTransition.Deleted, null, cancellationToken);

    private async Task<Invoice> SendAsync(Invoice invoice, InvoiceTransition transition, string? reason, CancellationToken cancel)
    {
        (string sent, InvoiceState[] leads) = Events[transition];
        try
        {
            return await SendAsync(invoice, transition, sent, leads, reason, cancel).ConfigureAwait(false);
        }
        catch (ProviderException refused) when (refused.Kind == ErrorKind.ValidationFailed && OtherEvents.ContainsKey(transition))
        {
            return await SendAsync(invoice, transition, OtherEvents[transition], leads, reason, cancel).ConfigureAwait(false);
        }
    }

    private Task<Invoice> SendAsync(
        Invoice invoice, InvoiceTransition transition, string state, InvoiceState[] leads, string? reason, CancellationToken cancel)
    {
        var body = new JObject { ["state"] = state };
        if (reason is not null)
        {
            body["message"] = reason;
        }

        ApiRequest request = InvoiceXpressEndpoints.ChangeState.Request(
            InvoiceXpressEnvelope.Wrap(DocumentType.Of(invoice.Type).RequestRoot, body), DocumentType.PathOf(invoice.Type), invoice.Id ?? "");

        // The state can be read, so a lost answer need not stay in doubt.
        return new IdempotentSender(context) { IsHarmless = true }.DoAsync(
            $"the change of {invoice} to {transition}",
            async () => context.Asked(
                await context.Api.SendAsync(request, _documents.Read, cancel).ConfigureAwait(false), invoice.Id, ErrorKind.OutcomeUnknown),
            async () =>
            {
                Invoice now = await _documents.GetAsync(invoice.Type, invoice.Id!, cancel).ConfigureAwait(false);
                return Array.IndexOf(leads, now.State) >= 0 ? now : null;
            },
            cancel);
    }
}

using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>Changes of state (docs/facts/invoicexpress.md#states, #estimate-states, #guide-states).</summary>
internal sealed class InvoiceXpressDocumentStates(ConnectorContext context) : IStateChanger, IRemover<Invoice>
{
    private static readonly Family[] All = [Family.Invoice, Family.Estimate, Family.Guide];

    /// <summary>
    /// The changes: the words for each, the states that it leads to, and the families that can have it at all; only the provider knows the
    /// present ones. An invoice-receipt is settled as it is issued. The documentation's table of changes says accept, its list of events says
    /// accepted (docs/facts/invoicexpress.md#estimate-states): the second word is sent when the first is refused.
    /// </summary>
    private static readonly (InvoiceTransition Transition, string[] Words, InvoiceState[] Leads, Family[] Families)[] Changes =
    [
        (InvoiceTransition.Finalized, ["finalized"], [InvoiceState.Final, InvoiceState.Settled], All),
        (InvoiceTransition.Accepted, ["accept", "accepted"], [InvoiceState.Accepted], [Family.Estimate]),
        (InvoiceTransition.Refused, ["refuse", "refused"], [InvoiceState.Refused], [Family.Estimate]),
        (InvoiceTransition.Settled, ["settled"], [InvoiceState.Settled], [Family.Invoice]),
        (InvoiceTransition.Unsettled, ["unsettled"], [InvoiceState.Final], [Family.Invoice]),
        (InvoiceTransition.Canceled, ["canceled"], [InvoiceState.Canceled], All),
        (InvoiceTransition.Deleted, ["deleted"], [InvoiceState.Deleted], All),
    ];

    private readonly InvoiceXpressDocuments _documents = new(context);

    public Task<PreparedChange<Invoice>> PrepareStateAsync(
        Invoice invoice, InvoiceTransition transition, string? reason = null, CancellationToken cancellationToken = default)
    {
        Family family = DocumentType.Of(invoice.Type).Family;
        InvoiceTransition[] possible = [.. Changes.Where(row => row.Families.Contains(family)).Select(row => row.Transition)];
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
        (_, string[] words, InvoiceState[] leads, _) = Changes.First(row => row.Transition == transition);
        try
        {
            return await SendAsync(invoice, transition, words[0], leads, reason, cancel).ConfigureAwait(false);
        }
        catch (ProviderException refused) when (refused.Kind == ErrorKind.ValidationFailed && words.Length > 1)
        {
            return await SendAsync(invoice, transition, words[1], leads, reason, cancel).ConfigureAwait(false);
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

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.SalenGo;

/// <summary>Documents as they are read (docs/facts/salengo.md#subscriptions, #invoices).</summary>
internal sealed class SalenGoDocuments(ConnectorContext context) : IInvoiceReader
{
    private static readonly TimeSpan EndOfDay = new(23, 59, 59);

    public IReadOnlyCollection<InvoiceType> Types => DocumentStore.Types;

    public Listing<Invoice> List(ListQuery query)
    {
        InvoiceQuery asked = query as InvoiceQuery ?? new InvoiceQuery { PageSize = query.PageSize };
        if (asked.DueFrom is not null || asked.DueTo is not null)
        {
            throw new InvoicingException(ErrorKind.NotSupported, "SalenGo keeps no due dates.")
            {
                Advice = "Ask for -State Final with -DateTo: that is what is not paid and as old as that.",
            };
        }

        InvoiceType[] types = asked.Types.Count > 0 ? [.. asked.Types] : [InvoiceType.Invoice];
        return Paging.Chain([.. types.Select(type => Of(type, asked))]);
    }

    /// <summary>Numbers are digits alone as identifiers are, so what is no identifier may be one.</summary>
    public async Task<Invoice> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        try
        {
            return await FirstFound.GetAsync(Types, type => GetAsync(type, id, cancellationToken)).ConfigureAwait(false);
        }
        catch (ProviderException missing) when (missing.Kind == ErrorKind.NotFound)
        {
            IReadOnlyList<Invoice> numbered = await FindByNumberAsync(id, [], cancellationToken).ConfigureAwait(false);
            if (numbered.Count == 1)
            {
                return numbered[0];
            }

            throw;
        }
    }

    public Task<Invoice> GetAsync(InvoiceType type, string id, CancellationToken cancellationToken = default) =>
        DocumentStore.Of(context, type).GetAsync(id, cancellationToken);

    public async Task<IReadOnlyList<Invoice>> FindByNumberAsync(
        string number, IReadOnlyCollection<InvoiceType> types, CancellationToken cancellationToken = default)
    {
        var found = new List<Invoice>();
        foreach (InvoiceType type in types.Count > 0 ? types : Types)
        {
            Listing<Invoice> listing = DocumentStore.Of(context, type).List(new ListFilter { Number = number.Trim() });
            List<Invoice> rows = await listing.ToListAsync(cancellationToken).ConfigureAwait(false);
            found.AddRange(rows.Where(invoice => invoice.Number == number.Trim()));
        }

        return found;
    }

    private Listing<Invoice> Of(InvoiceType type, InvoiceQuery asked)
    {
        // A state that the provider has one word for is asked for by it; estimates have no such filter. The rows are looked through anyway.
        // There are no second copies here.
        InvoiceState[] states = [.. asked.States.Where(state => state != InvoiceState.SecondCopy)];
        string? status = type == InvoiceType.Invoice && states.Length == 1 ? SalenGoVocabulary.StateFilters.Format(states[0]) : null;
        var filter = new ListFilter
        {
            ClientId = asked.ClientId,
            Status = status,
            DateFrom = asked.DateFrom?.Date,
            DateTo = asked.DateTo?.Date + EndOfDay,
        };
        return Paging.Where(DocumentStore.Of(context, type).List(filter, asked.PageSize), invoice => Passes(invoice, asked));
    }

    private static bool Passes(Invoice invoice, InvoiceQuery asked) =>
        asked.Matches(invoice)
        && (asked.ClientId is null || invoice.ClientId == asked.ClientId)
        && (asked.IncludeArchived || invoice.Archived != true)
        && (invoice.State != InvoiceState.Deleted || asked.States.Contains(InvoiceState.Deleted))
        && (asked.Text is not { } text || new[] { invoice.Number, invoice.Reference, invoice.ClientName, invoice.Notes }
            .Any(field => field?.IndexOf(text, StringComparison.OrdinalIgnoreCase) >= 0));
}

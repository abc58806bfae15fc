using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Engine.Fields;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.Facturagem;

/// <summary>Invoices as they are read, changed and deleted (docs/facts/facturagem.md#operations, #invoices).</summary>
internal sealed class FacturagemInvoices(Caller caller) :
    FacturagemResource<Invoice>(caller, FieldOwner.Invoice, FacturagemEndpoints.Invoices), IInvoiceReader, IUpdater<Invoice>, IRemover<Invoice>
{
    /// <summary>Fields that an invoice does not have (docs/facts/facturagem.md#invoices).</summary>
    public static readonly MissingFields Missing = new(
        "FACTURAgem",
        nameof(Invoice.PricesIncludeTax), nameof(Invoice.TaxExemption), nameof(Invoice.CorrectedInvoiceId), nameof(Invoice.Sequence), nameof(Invoice.SequenceId),
        nameof(Invoice.ExchangeRate), nameof(Invoice.RequestMultibanco), nameof(Invoice.LinkRelated), nameof(Invoice.LoadedAt), nameof(Invoice.AddressFrom),
        nameof(Invoice.AddressTo), nameof(Invoice.LoadSite), nameof(Invoice.DeliverySite), nameof(Invoice.LicensePlate),
        MissingFields.Line + nameof(InvoiceLine.SecondTax), MissingFields.Line + nameof(InvoiceLine.SecondTaxRate), MissingFields.Line + nameof(InvoiceLine.ItemId),
        MissingFields.Line + nameof(InvoiceLine.ItemCode), MissingFields.Line + nameof(InvoiceLine.WarehouseId), MissingFields.Line + nameof(InvoiceLine.AccountId),
        MissingFields.Line + nameof(InvoiceLine.Unit));

    public IReadOnlyCollection<InvoiceType> Types => [InvoiceType.Invoice];

    protected override FieldMap<Invoice> Map => Caller.Maps.Invoice;

    /// <summary>
    /// No filter is documented but that by client (docs/facts/facturagem.md#lists), so the others are applied here: to what the summary
    /// shows, and then, where it does not show what is asked for, to the whole.
    /// </summary>
    public override Listing<Invoice> List(ListQuery query)
    {
        InvoiceQuery filter = query as InvoiceQuery ?? new InvoiceQuery { Detailed = query.Detailed };
        if (filter.Types.Count > 0)
        {
            RequireInvoices(filter.Types);
        }

        Listing<Invoice> summaries = Summaries(filter.ClientId);
        return filter.Detailed || IsFiltered(filter)
            ? Paging.Whole<Invoice>(summaries, (invoice, cancel) => SelectAsync(filter, invoice, cancel), AtOnce)
            : summaries;
    }

    public Task<Invoice> GetAsync(InvoiceType type, string id, CancellationToken cancellationToken = default)
    {
        RequireInvoices([type]);
        return GetAsync(id, cancellationToken);
    }

    /// <summary>
    /// Numbers are unique in a year (docs/facts/facturagem.md#invoices, seen), so several years may have one; there is no search.
    /// </summary>
    public async Task<IReadOnlyList<Invoice>> FindByNumberAsync(
        string number, IReadOnlyCollection<InvoiceType> types, CancellationToken cancellationToken = default)
    {
        if (types.Count > 0)
        {
            RequireInvoices(types);
        }

        List<Invoice> all = await List(new ListQuery()).ToListAsync(cancellationToken).ConfigureAwait(false);
        var found = new List<Invoice>();
        foreach (Invoice invoice in all.Where(one => string.Equals(one.Number, number.Trim(), StringComparison.OrdinalIgnoreCase)))
        {
            found.Add(await GetAsync(invoice, cancellationToken).ConfigureAwait(false));
        }

        return found;
    }

    /// <summary>The whole of some, where the list gives summaries. One that is deleted meanwhile is left out.</summary>
    /// <param name="clientId">The client; everybody's if it is <c>null</c>.</param>
    /// <param name="isWanted">Tells by the summary, in which anything may be missing.</param>
    public Listing<Invoice> ListWhole(string? clientId, Func<Invoice, bool> isWanted) => Paging.Whole<Invoice>(
        Summaries(clientId),
        async (summary, cancel) => isWanted(summary) ? await FindAsync(summary, cancel).ConfigureAwait(false) : null,
        AtOnce);

    /// <summary>Reads the invoice of an answer, and puts it together.</summary>
    public async Task<Invoice> SendAsync(Task<Invoice> answer, CancellationToken cancel) =>
        await FinishAsync(await answer.ConfigureAwait(false), cancel).ConfigureAwait(false);

    public Invoice ReadInvoice(JToken answer) => Read(answer);

    public Task<Invoice> GetWholeAsync(Invoice invoice, CancellationToken cancel) => GetAsync(invoice, cancel);

    /// <summary>There are no drafts: a document that is changed was issued.</summary>
    public override Task<PreparedChange<Invoice>> PrepareUpdateAsync(Invoice item, CancellationToken cancellationToken = default)
    {
        Invoice own = item.Copy();
        Check(own);
        Missing.Check(FacturagemRules.Name(own), own);
        InvoiceTotals? totals = own.Lines.Count > 0 ? Arithmetic.OrRefuse(FacturagemRules.Name(own), () => FacturagemTotals.Of(own)) : null;
        return Task.FromResult(Caller.Context.Prepared(own, [], SendUpdateAsync, isBinding: true, totals));
    }

    /// <summary>A value that is not given is not sent, and stays as it is.</summary>
    public override void Check(Invoice item)
    {
        if (item.Lines.Count > 0)
        {
            InvoiceRates.Spread(item);
            FacturagemRules.Check(item, InvoiceParts.HasLineTaxes(Caller), Caller.Maps.Invoice);
            InvoiceRates.WarnOfSurcharge(Caller.Context, item);
        }
    }

    protected override Task<JObject> WriteAsync(Invoice item, CancellationToken cancel) =>
        Task.FromResult(InvoiceParts.Write(Caller, item));

    protected override async Task<Invoice> FinishAsync(Invoice item, CancellationToken cancel)
    {
        if (item.Client is { } client)
        {
            client.Country = await CountryTable.NameAsync(Caller, client.Country, cancel).ConfigureAwait(false);
        }

        return item;
    }

    protected override void Complete(Invoice item) => InvoiceParts.Complete(Caller, item);

    private Listing<Invoice> Summaries(string? clientId) => Pages(cancel => clientId is null
        ? Caller.RequestAsync(FacturagemEndpoints.Invoices.List, cancel)
        : Caller.RequestAsync(FacturagemEndpoints.ListClientInvoices, cancel, clientId));

    private static void RequireInvoices(IReadOnlyCollection<InvoiceType> types)
    {
        if (!types.Contains(InvoiceType.Invoice))
        {
            throw new InvoicingException(ErrorKind.InvalidInput, $"FACTURAgem has invoices and nothing else, no {string.Join(", ", types)}.");
        }
    }

    private static bool IsFiltered(InvoiceQuery filter) =>
        filter.States.Count > 0 || filter.Text is not null || filter.Reference is not null
        || (filter.DateFrom ?? filter.DateTo ?? filter.DueFrom ?? filter.DueTo) is not null || (filter.NetFrom ?? filter.NetTo) is not null;

    private async Task<Invoice?> SelectAsync(InvoiceQuery filter, Invoice invoice, CancellationToken cancel)
    {
        InvoiceQuery shown = new()
        {
            States = invoice.State == InvoiceState.Unknown ? [] : filter.States,
            DateFrom = invoice.Date is null ? null : filter.DateFrom,
            DateTo = invoice.Date is null ? null : filter.DateTo,
            DueFrom = invoice.DueDate is null ? null : filter.DueFrom,
            DueTo = invoice.DueDate is null ? null : filter.DueTo,
            NetFrom = invoice.NetTotal is null ? null : filter.NetFrom,
            NetTo = invoice.NetTotal is null ? null : filter.NetTo,
        };
        if (!shown.Matches(invoice))
        {
            return null;
        }

        bool all = shown.States.Count == filter.States.Count
            && (shown.DateFrom, shown.DateTo, shown.DueFrom, shown.DueTo) == (filter.DateFrom, filter.DateTo, filter.DueFrom, filter.DueTo)
            && (shown.NetFrom, shown.NetTo) == (filter.NetFrom, filter.NetTo)
            && filter.Reference is null
            && (filter.Text is null || HasText(invoice, filter.Text));
        Invoice found = all && !filter.Detailed ? invoice : await GetAsync(invoice, cancel).ConfigureAwait(false);
        return filter.Matches(found) && (filter.Text is null || HasText(found, filter.Text)) ? found : null;
    }

    private static bool HasText(Invoice invoice, string text) =>
        new[] { invoice.Number, invoice.ClientName, invoice.Notes, invoice.Reference }
            .Concat(invoice.Lines.Select(line => line.Description))
            .Any(one => one?.IndexOf(text, StringComparison.OrdinalIgnoreCase) >= 0);
}

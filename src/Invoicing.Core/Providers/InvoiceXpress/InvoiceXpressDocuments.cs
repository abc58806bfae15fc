using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Http;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>
/// Documents as they are read (docs/facts/invoicexpress.md#documents, #lists, #updates, #related-documents, #client-operations).
/// </summary>
internal sealed class InvoiceXpressDocuments(ConnectorContext context) : IInvoiceReader, IRelatedDocumentReader
{
    public IReadOnlyCollection<InvoiceType> Types => [.. DocumentType.All.Select(row => row.Type)];

    public Listing<Invoice> List(ListQuery query)
    {
        InvoiceQuery filter = query as InvoiceQuery ?? new InvoiceQuery { PageSize = query.PageSize };
        IEnumerable<DocumentType> types = filter.Types.Count > 0
            ? filter.Types.Select(DocumentType.Of)
            : DocumentType.All.Where(row => row is { Family: Family.Invoice, IsPayment: false });
        return Paging.Chain([.. types
            .GroupBy(row => row.Family)
            .Select(family => filter.ClientId is null || family.Key != Family.Invoice
                ? ListFamily(family.Key, [.. family], filter)
                : ListOfClient([.. family], filter))]);
    }

    /// <summary>
    /// The path of a document holds its type, and an identifier does not tell it: an invoice is the first guess, the others follow.
    /// </summary>
    public Task<Invoice> GetAsync(string id, CancellationToken cancellationToken = default) => FirstFound.GetAsync(
        DocumentType.All.Where(row => row.Path is not null), type => GetAsync(type.Type, id, cancellationToken));

    public async Task<Invoice> GetAsync(InvoiceType type, string id, CancellationToken cancellationToken = default) => context.Asked(
        await context.Api.SendAsync(InvoiceXpressEndpoints.GetDocument.Request(null, DocumentType.PathOf(type), id), Read, cancellationToken).ConfigureAwait(false), id);

    /// <summary>There is no look-up by number; the text filter is said to search documents, and what it finds is compared [inferred].</summary>
    public async Task<IReadOnlyList<Invoice>> FindByNumberAsync(
        string number, IReadOnlyCollection<InvoiceType> types, CancellationToken cancellationToken = default)
    {
        (InvoiceType? type, string bare) = DocumentNumber.Parse(number);
        var query = new InvoiceQuery { Text = bare, Types = type is { } known ? [known] : types, IncludeArchived = true };
        List<Invoice> found = await List(query).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. found.Where(invoice => DocumentNumber.Same(invoice.Number, bare))];
    }

    public Task<IReadOnlyList<Invoice>> GetRelatedAsync(Invoice invoice, CancellationToken cancellationToken = default) =>
        context.Api.SendAsync(
            InvoiceXpressEndpoints.GetRelatedDocuments.Request(null, invoice.Id ?? ""),
            reader => InvoiceXpressEnvelope.ReadPage(reader, InvoiceXpressMaps.Document, Own).Items,
            cancellationToken);

    /// <summary>Answers have the foreign currency beside the document's own one (docs/facts/invoicexpress.md#documents, official (old)).</summary>
    private Invoice Own(Invoice invoice)
    {
        invoice.ForeignCurrency = Replacement.ForeignOf(invoice);
        return context.Own(invoice);
    }

    internal Invoice Read(Newtonsoft.Json.JsonReader reader) => Own(InvoiceXpressEnvelope.ReadObject(reader, InvoiceXpressMaps.Document));

    private Listing<Invoice> ListFamily(Family family, DocumentType[] types, InvoiceQuery filter)
    {
        Endpoint operation = family switch
        {
            Family.Invoice => InvoiceXpressEndpoints.ListInvoices,
            Family.Estimate => InvoiceXpressEndpoints.ListEstimates,
            _ => InvoiceXpressEndpoints.ListGuides,
        };
        if (filter.ClientId is not null)
        {
            context.Api.Observer?.OnWarning(
                $"InvoiceXpress does not list {string.Join(", ", types.Select(type => type.Type))} of one client: all of them are read, {Requests.PageSize} a request, and those of other clients are dropped. "
                + "-DateFrom, -Reference and -Text make the list shorter.");
        }

        return Paging.ByNumber(async (number, cancel) =>
        {
            ApiRequest request = Filtered(operation.Request(), types, filter).WithPage(number, filter);
            Page<Invoice> page = await context.Api.SendAsync(request, ReadPage, cancel).ConfigureAwait(false);

            // The list of guides knows neither reference nor date nor amount (docs/facts/invoicexpress.md#guide-lists).
            return family == Family.Guide || filter.ClientId is not null ? Matching(page, filter) : page;
        });
    }

    /// <summary>
    /// Every type, every state and non_archived are sent even when nothing is filtered: the documentation requires them, and without them
    /// it is unknown what is left out (docs/facts/invoicexpress.md#lists).
    /// </summary>
    private static ApiRequest Filtered(ApiRequest request, DocumentType[] types, InvoiceQuery filter)
    {
        foreach (DocumentType type in types)
        {
            request.With("type[]", InvoiceXpressVocabulary.Types.Format(type.Type));
        }

        return WithStates(request, States(types[0].Family, filter))
            .With("non_archived", "true")
            .With("archived", filter.IncludeArchived ? "true" : null)
            .With("text", filter.Text)
            .With("reference", filter.Reference)
            .With("date[from]", Day(filter.DateFrom))
            .With("date[to]", Day(filter.DateTo))
            .With("due_date[from]", Day(filter.DueFrom))
            .With("due_date[to]", Day(filter.DueTo))
            .With("total_before_taxes[from]", filter.NetFrom?.ToString(CultureInfo.InvariantCulture))
            .With("total_before_taxes[to]", filter.NetTo?.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The request with every state that documents of a family have.</summary>
    public static ApiRequest OfAllStates(ApiRequest request, Family family) => WithStates(request, States(family, new InvoiceQuery()));

    private static ApiRequest WithStates(ApiRequest request, IEnumerable<InvoiceState> states)
    {
        foreach (InvoiceState state in states)
        {
            request.With("status[]", InvoiceXpressVocabulary.StateFilter(state));
        }

        return request;
    }

    /// <summary>
    /// The one list that knows only some of the filters, so the others are applied here (docs/facts/invoicexpress.md#client-operations). It
    /// was seen to be empty unless receipts are asked for, so they always are, and dropped where they were not wanted.
    /// </summary>
    private Listing<Invoice> ListOfClient(DocumentType[] types, InvoiceQuery filter)
    {
        if (filter.Text is not null)
        {
            throw InvoicingException.InvalidInput("request", [new FieldError("Text", "InvoiceXpress does not search the documents of one client for a text")]);
        }

        InvoiceType[] asked = [.. types.Select(type => type.Type)];
        var body = new JObject
        {
            ["filter"] = new JObject
            {
                ["status"] = new JArray(States(types[0].Family, filter).Select(InvoiceXpressVocabulary.States.Format)),
                ["by_type"] = new JArray(asked.Union([InvoiceType.Receipt]).Select(InvoiceXpressVocabulary.Types.Format)),
                ["archived"] = filter.IncludeArchived ? new JArray("non_archived", "archived") : new JArray("non_archived"),
            },
        };
        return Paging.ByNumber(async (number, cancel) =>
        {
            ApiRequest request = InvoiceXpressEndpoints.ListClientDocuments.Request(body, filter.ClientId!).WithPage(number, filter);
            Page<Invoice> page = await context.Api.SendAsync(request, ReadPage, cancel).ConfigureAwait(false);
            return Matching(page, filter, invoice => asked.Contains(invoice.Type));
        });
    }

    /// <summary>The rows of a page that fit a filter which the list does not know in full.</summary>
    private static Page<Invoice> Matching(Page<Invoice> page, InvoiceQuery filter, Func<Invoice, bool>? isWanted = null) => new()
    {
        Items = [.. page.Items.Where(invoice => filter.Matches(invoice)
            && (isWanted is not null ? isWanted(invoice) : filter.ClientId is null || invoice.ClientId == filter.ClientId))],
        HasMore = page.HasMore,
        Number = page.Number,
    };

    private static IEnumerable<InvoiceState> States(Family family, InvoiceQuery filter) => filter.States.Count > 0
        ? filter.States
        : family switch
        {
            Family.Invoice => [InvoiceState.Draft, InvoiceState.Final, InvoiceState.Settled, InvoiceState.Canceled, InvoiceState.SecondCopy],
            Family.Estimate => [InvoiceState.Draft, InvoiceState.Final, InvoiceState.Accepted, InvoiceState.Refused, InvoiceState.Canceled],
            _ => [InvoiceState.Draft, InvoiceState.Final, InvoiceState.Canceled, InvoiceState.SecondCopy],
        };

    public static string? Day(DateTime? date) => date?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private Page<Invoice> ReadPage(Newtonsoft.Json.JsonReader reader) => InvoiceXpressEnvelope.ReadPage(reader, InvoiceXpressMaps.Document, Own);
}

using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.SimplBooks;

/// <summary>Documents of every type, each at its own resource.</summary>
internal sealed class SimplBooksDocuments(ConnectorContext context) : IInvoiceReader, IRelatedDocumentReader
{
    private static readonly InvoiceType[] OfInvoices = [InvoiceType.Invoice, InvoiceType.CreditNote, InvoiceType.Proforma];

    public IReadOnlyCollection<InvoiceType> Types => [.. OfInvoices, InvoiceType.Quote];

    /// <exception cref="InvoicingException">The provider has no such type.</exception>
    public static SalesDocuments Of(ConnectorContext context, InvoiceType type) => type == InvoiceType.Quote ? new Quotes(context)
        : OfInvoices.Contains(type) ? new SimplBooksInvoices(context)
        : throw new InvoicingException(ErrorKind.NotSupported, $"SimplBooks has no documents of the type {type}.");

    public Listing<Invoice> List(ListQuery query)
    {
        InvoiceQuery filter = query as InvoiceQuery ?? new InvoiceQuery { PageSize = query.PageSize };
        IEnumerable<InvoiceType> types = filter.Types.Count > 0 ? filter.Types : OfInvoices;
        return Paging.Chain([.. types.GroupBy(type => Of(context, type).GetType())
            .Select(same => Of(context, same.First()).List(filter))]);
    }

    /// <summary>An identifier does not tell the type; an invoice is the first guess.</summary>
    public Task<Invoice> GetAsync(string id, CancellationToken cancellationToken = default) => FirstFound.GetAsync(
        new[] { InvoiceType.Invoice, InvoiceType.Quote }, type => GetAsync(type, id, cancellationToken));

    public Task<Invoice> GetAsync(InvoiceType type, string id, CancellationToken cancellationToken = default) =>
        Of(context, type).GetAsync(id, cancellationToken);

    public async Task<IReadOnlyList<Invoice>> FindByNumberAsync(
        string number, IReadOnlyCollection<InvoiceType> types, CancellationToken cancellationToken = default)
    {
        var query = new InvoiceQuery { Types = types.Count > 0 ? types : Types, Reference = number.Trim() };
        return await List(query).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The receipts of an invoice. The provider tells their identifiers and nothing more.</summary>
    public async Task<IReadOnlyList<Invoice>> GetRelatedAsync(Invoice invoice, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<string> receipts = await Receipts.OfAsync(context, invoice, cancellationToken).ConfigureAwait(false);
        return [.. receipts.Select(id => context.Own(new Invoice { Id = id, Type = InvoiceType.Receipt, State = InvoiceState.Final,
            IsPartial = true }))];
    }
}

using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.SimplBooks;

/// <summary>Makes and changes documents. There are no drafts: what is made is issued.</summary>
internal sealed class DocumentCreator : IInvoiceCreator, IUpdater<Invoice>, IItemLinker
{
    private readonly ConnectorContext _context;

    public DocumentCreator(ConnectorContext context) => _context = context;

    public Task<InvoiceTotals> PreviewAsync(Invoice item, CancellationToken cancellationToken = default) =>
        Documents.Of(_context, item.Type).PreviewAsync(item, cancellationToken);

    public async Task<Invoice> CreateAsync(Invoice item, CancellationToken cancellationToken = default)
    {
        if (item.Type == InvoiceType.CreditNote && Arithmetic.OrRefuse(Rules.Name(item), () => Totals.Of(item)).Total > 0)
        {
            _context.Api.Observer?.OnWarning(
                $"{Rules.Name(item)} has a total above 0. SimplBooks takes amounts as they are, and credit invoices have quantities below 0 there.");
        }

        return await Documents.Of(_context, item.Type).CreateAsync(item, cancellationToken).ConfigureAwait(false);
    }

    public Task UpdateAsync(Invoice item, CancellationToken cancellationToken = default) =>
        Documents.Of(_context, item.Type).UpdateAsync(item, cancellationToken);

    public async Task<Invoice?> FindByReferenceAsync(InvoiceType type, string reference, CancellationToken cancellationToken = default)
    {
        var query = new InvoiceQuery { Types = [type], Reference = reference };
        List<Invoice> found = await Documents.Of(_context, type).List(query).ToListAsync(cancellationToken).ConfigureAwait(false);
        return found.FirstOrDefault(invoice => invoice.State != InvoiceState.Canceled);
    }
}

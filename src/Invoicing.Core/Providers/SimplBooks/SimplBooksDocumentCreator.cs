using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.SimplBooks;

/// <summary>Makes and changes documents. There are no drafts: what is made is issued.</summary>
internal sealed class SimplBooksDocumentCreator(ConnectorContext context) : IInvoiceCreator, IUpdater<Invoice>, IItemLinker
{
    public Task<PreparedChange<Invoice>> PrepareAsync(Invoice item, CancellationToken cancellationToken = default) =>
        SimplBooksDocuments.Of(context, item.Type).PrepareAsync(item, cancellationToken);

    public Task<PreparedChange<Invoice>> PrepareUpdateAsync(Invoice item, CancellationToken cancellationToken = default) =>
        SimplBooksDocuments.Of(context, item.Type).PrepareUpdateAsync(item, cancellationToken);

    public async Task<Invoice?> FindByReferenceAsync(InvoiceType type, string reference, CancellationToken cancellationToken = default)
    {
        var query = new InvoiceQuery { Types = [type], Reference = reference };
        List<Invoice> found = await SimplBooksDocuments.Of(context, type).List(query).ToListAsync(cancellationToken).ConfigureAwait(false);
        return found.FirstOrDefault(invoice => invoice.State != InvoiceState.Canceled);
    }
}

using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.SimplBooks;

/// <summary>VAT types (docs/facts/simplbooks.md#vat-types): one list without filters and pages, and no way to get one.</summary>
internal sealed class SimplBooksTaxes(ConnectorContext context) : IReader<Tax>
{
    public Listing<Tax> List(ListQuery query) => Paging.ByNumber(async (_, cancel) => new Page<Tax>
    {
        Items = await context.Api.SendAsync(
            SimplBooksEndpoints.ListTaxes.Request(),
            reader => SimplBooksEnvelope.ReadList(reader, row => context.Own(SimplBooksEnvelope.Unwrap(row, context.Named(Frames.Tax)))),
            cancel).ConfigureAwait(false),
    });

    public async Task<Tax> GetAsync(string id, CancellationToken cancellationToken = default) =>
        (await List(new ListQuery()).ToListAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(tax => tax.Id == id)
        ?? throw new ProviderException(ErrorKind.NotFound, $"SimplBooks has no VAT type with the identifier {id}.")
        {
            Provider = SimplBooksProvider.ProviderName,
            Request = SimplBooksEndpoints.ListTaxes.ToString(),
        };
}

using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Looks up documents with as few requests as possible.</summary>
internal sealed class InvoiceResolver
{
    private readonly IInvoiceReader _reader;

    public InvoiceResolver(IInvoiceReader reader) => _reader = reader;

    /// <summary>Gets the document with its lines and totals, which lists may omit.</summary>
    public async Task<Invoice> WholeAsync(Invoice invoice, CancellationToken cancel) => invoice.IsPartial
        ? await _reader.GetAsync(invoice.Type, invoice.Id!, cancel).ConfigureAwait(false)
        : invoice;

    /// <param name="identity">The identity of the document.</param>
    /// <param name="type">Its type, if the caller gives it.</param>
    /// <param name="whole">True if more than type and identifier is needed.</param>
    /// <param name="cancel">Cancels the requests.</param>
    public async Task<Invoice> FindAsync(InvoiceIdentity identity, InvoiceType? type, bool whole, CancellationToken cancel)
    {
        if (identity.Invoice is { } invoice)
        {
            return whole && invoice is { IsPartial: true, Id: { } own }
                ? await _reader.GetAsync(invoice.Type, own, cancel).ConfigureAwait(false)
                : invoice;
        }

        type ??= identity.Type;
        if (identity.Id is { } id)
        {
            return type is not { } known ? await _reader.GetAsync(id, cancel).ConfigureAwait(false)
                : whole ? await _reader.GetAsync(known, id, cancel).ConfigureAwait(false)
                : new Invoice { Id = id, Type = known };
        }

        IReadOnlyList<Invoice> found =
            await _reader.FindByNumberAsync(identity.Number!, type is { } one ? [one] : [], cancel).ConfigureAwait(false);
        return found.Count switch
        {
            1 => found[0],
            0 => throw new InvoicingException(ErrorKind.NotFound, $"No document has the number '{identity.Number}'."),
            _ => throw new InvoicingException(
                ErrorKind.InvalidInput,
                $"Several documents have the number '{identity.Number}': {string.Join(", ", found.Select(document => document.ToString()))}.")
            {
                Advice = "Specify the type with -Type.",
            },
        };
    }
}

using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Engine;

/// <summary>
/// Keeps what a listing brought, where no number says which page came. A provider that does not know the name by which a page is asked for
/// would give the first one for ever, and one without an order may give a row on two pages.
/// </summary>
internal sealed class SeenRows<T>
    where T : InvoiceRecord
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>The rows of a page that did not come before. Where there are none, the listing is at its end.</summary>
    /// <exception cref="InvoicingException">What came before cannot be told from what did not.</exception>
    public IReadOnlyList<T> New(int number, IReadOnlyList<T> page)
    {
        T[] fresh = [.. page.Where(row => row.Id is null || _ids.Add(row.Id))];
        return number == 1 || fresh.Length == 0 || fresh.Any(row => row.Id is not null) ? fresh : throw new InvoicingException(
            ErrorKind.UnexpectedAnswer,
            FormattableString.Invariant(
                $"Page {number} of a list holds rows without identifiers, so that it cannot be told from the one before."));
    }
}

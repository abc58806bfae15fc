using System;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Engine;

/// <summary>
/// Tells the document whose answer was lost from others with its reference, which a caller may have used before. How a provider rounds, and
/// which zone its days are of, is not always known: what is nearly the one might well be it, so it is neither taken for it nor made again.
/// </summary>
internal static class LostDocumentMatcher
{
    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);

    /// <param name="listing">Documents among which it would be.</param>
    /// <param name="item">The line that was sent.</param>
    /// <param name="expected">The total that was computed from its lines.</param>
    /// <param name="cancel">Stops the requests.</param>
    /// <returns>The document, or <c>null</c> if there is nothing like it.</returns>
    /// <exception cref="InvoicingException">There is one with its reference that says something else.</exception>
    public static async Task<Invoice?> FindAsync(Listing<Invoice> listing, Invoice item, decimal expected, CancellationToken cancel)
    {
        Invoice? like = null;
        Invoice? found = await listing.FirstAsync(
            made =>
            {
                bool isGone = made.State is InvoiceState.Deleted or InvoiceState.Canceled;
                if (isGone || !HasReferenceOf(item, made) || TimeBetween(item, made) > ADay)
                {
                    return false;
                }

                like ??= made;
                return HasClientOf(item, made) && TimeBetween(item, made) == TimeSpan.Zero && (made.Total ?? expected) == expected;
            },
            cancel).ConfigureAwait(false);
        if (found is not null)
        {
            return found;
        }

        return like is null ? null : throw new InvoicingException(
            ErrorKind.Conflict, $"{like} has its reference, but another client, day or total");
    }

    private static bool HasReferenceOf(Invoice item, Invoice made) => (made.Reference ?? "") == (item.Reference ?? "");

    private static bool HasClientOf(Invoice item, Invoice made) =>
        item.ClientId is null || made.ClientId is null ? made.ClientName == item.ClientName : made.ClientId == item.ClientId;

    /// <summary>A value that is not told is taken for the same.</summary>
    private static TimeSpan TimeBetween(Invoice item, Invoice made) =>
        item.Date is { } sent && made.Date is { } day ? (day.Date - sent.Date).Duration() : TimeSpan.Zero;
}

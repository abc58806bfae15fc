using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Engine;

/// <summary>One page of a listing.</summary>
/// <typeparam name="T">What is listed.</typeparam>
internal sealed class Page<T>
{
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>True if there is, or may be, another page.</summary>
    public bool HasMore { get; init; }

    /// <summary>The number of pages after this one, where the provider says so: they can be asked for before this one is read.</summary>
    public int? PagesAfter { get; init; }

    /// <summary>The number of the page, from 1, where the provider says so.</summary>
    public int? Number { get; init; }

    /// <summary>Rows of all pages together, where the provider says so.</summary>
    public int? TotalCount { get; init; }
}

/// <summary>
/// Fetches a page. They are asked for from 1 on, each once and in order; none before the one ahead of it is there, unless
/// <see cref="Page{T}.PagesAfter"/> promised it.
/// </summary>
internal delegate Task<Page<T>> PageFetch<T>(int number, CancellationToken cancel);

/// <summary>The ways in which listings are made of pages.</summary>
internal static class Paging
{
    /// <summary>
    /// Pages that are asked for by number, from 1. Another page than was asked for would come again and again, and its rows would count twice.
    /// </summary>
    public static Listing<T> ByNumber<T>(PageFetch<T> fetch) => new(() => async (number, cancel) =>
        Checked(number, await fetch(number, cancel).ConfigureAwait(false)));

    /// <summary>The page, if it is the one that was asked for.</summary>
    public static Page<T> Checked<T>(int number, Page<T> page) => page.Number is not { } came || came == number
        ? page
        : throw new InvoicingException(
            ErrorKind.UnexpectedAnswer, FormattableString.Invariant($"Page {number} of a list was asked for and page {came} came."));

    /// <summary>Several listings one after the other. The total is not known before the last has begun.</summary>
    public static Listing<T> Chain<T>(IReadOnlyList<Listing<T>> listings) => listings.Count == 1 ? listings[0] : new(() =>
    {
        int index = 0;
        int before = 0;
        PageFetch<T> fetch = listings[0].Start();
        return async (number, cancel) =>
        {
            Page<T> page = await fetch(number - before, cancel).ConfigureAwait(false);
            if (page.HasMore || index == listings.Count - 1)
            {
                return new Page<T> { Items = page.Items, HasMore = page.HasMore };
            }

            fetch = listings[++index].Start();
            before = number;
            return new Page<T> { Items = page.Items, HasMore = true };
        };
    });

    /// <summary>
    /// Pages of a list without an order: a row may come on two of them, and a provider that does not know the name by which a page is asked
    /// for gives the first one for ever. What came before is left out, and a page without anything new is the last one.
    /// </summary>
    public static Listing<T> Distinct<T>(PageFetch<T> fetch)
        where T : InvoiceRecord => new(() =>
    {
        var seen = new SeenRows<T>();
        return async (number, cancel) =>
        {
            Page<T> page = Checked(number, await fetch(number, cancel).ConfigureAwait(false));
            IReadOnlyList<T> fresh = seen.New(number, page.Items);
            return new Page<T> { Items = fresh, HasMore = page.HasMore && fresh.Count > 0, TotalCount = page.TotalCount };
        };
    });

    /// <summary>The rows of a listing that are wanted, where the provider cannot be asked for them alone. Their total is known if all are.</summary>
    public static Listing<T> Where<T>(Listing<T> all, Func<T, bool> isWanted) => new(() =>
    {
        PageFetch<T> fetch = all.Start();
        return async (number, cancel) =>
        {
            Page<T> page = await fetch(number, cancel).ConfigureAwait(false);
            T[] rows = [.. page.Items.Where(isWanted)];
            return new Page<T> { Items = rows, HasMore = page.HasMore, TotalCount = rows.Length == page.Items.Count ? page.TotalCount : null };
        };
    });

    /// <summary>
    /// A listing of whole objects, where that of the provider gives summaries: a few at a time are got, and no more than are read.
    /// </summary>
    /// <param name="summaries">The provider's listing.</param>
    /// <param name="complete">Gets the whole of a summary; <c>null</c> leaves it out.</param>
    /// <param name="atOnce">The number that is got at once.</param>
    public static Listing<T> Whole<T>(Listing<T> summaries, Func<T, CancellationToken, Task<T?>> complete, int atOnce)
        where T : class => Each(summaries, complete, atOnce);

    /// <summary>A listing of what is made of the rows of another one, which may take requests: a few are made at a time, and no more than are read.</summary>
    /// <param name="rows">The other listing.</param>
    /// <param name="make">Makes the object of a row; <c>null</c> leaves it out.</param>
    /// <param name="atOnce">The number that is made at once.</param>
    public static Listing<TMade> Each<TRow, TMade>(Listing<TRow> rows, Func<TRow, CancellationToken, Task<TMade?>> make, int atOnce)
        where TMade : class => new(() =>
    {
        PageFetch<TRow> fetch = rows.Start();
        var waiting = new Queue<TRow>();
        int fetched = 0;
        bool more = true;
        return async (_, cancel) =>
        {
            while (waiting.Count == 0 && more)
            {
                Page<TRow> page = await fetch(++fetched, cancel).ConfigureAwait(false);
                page.Items.ToList().ForEach(waiting.Enqueue);
                more = page.HasMore;
            }

            TMade?[] made = await Task.WhenAll(
                Enumerable.Range(0, Math.Min(atOnce, waiting.Count)).Select(_ => make(waiting.Dequeue(), cancel)).ToList()).ConfigureAwait(false);
            return new Page<TMade> { Items = [.. made.OfType<TMade>()], HasMore = more || waiting.Count > 0 };
        };
    });
}

using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Connectors;

/// <summary>One page of a listing.</summary>
/// <typeparam name="T">What is listed.</typeparam>
internal sealed class Page<T>
{
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>Whether there is, or may be, another page.</summary>
    public bool HasMore { get; init; }

    /// <summary>Rows of all pages together, where the provider says so.</summary>
    public int? TotalCount { get; init; }
}

/// <summary>Fetches the page after the one that was fetched last.</summary>
internal delegate Task<Page<T>> NextPage<T>(CancellationToken cancel);

/// <summary>The ways in which listings are made of pages.</summary>
internal static class Paging
{
    /// <summary>Pages that are asked for by number, from 1.</summary>
    public static Listing<T> ByNumber<T>(Func<int, CancellationToken, Task<Page<T>>> fetch) => new(() =>
    {
        int number = 0;
        return cancel => fetch(++number, cancel);
    });

    /// <summary>Several listings one after the other. The total is not known before the last has begun.</summary>
    public static Listing<T> Chain<T>(IReadOnlyList<Listing<T>> listings) => listings.Count == 1 ? listings[0] : new(() =>
    {
        int index = 0;
        NextPage<T> next = listings[0].Start();
        return async cancel =>
        {
            Page<T> page = await next(cancel).ConfigureAwait(false);
            if (page.HasMore || index == listings.Count - 1)
            {
                return new Page<T> { Items = page.Items, HasMore = page.HasMore };
            }

            next = listings[++index].Start();
            return new Page<T> { Items = page.Items, HasMore = true };
        };
    });
}

using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The records that are offered for a parameter: the first page of a list, read once a minute, and nothing where that takes long.</summary>
internal static class RecentRecords
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private static readonly ConditionalWeakTable<InvoiceSession, ConcurrentDictionary<string, (DateTime Time, object Rows)>> Known = new();

    /// <summary>Records of a kind.</summary>
    public static IReadOnlyList<T> Of<T>(InvoiceSession? session)
        where T : InvoiceRecord => Read(session, typeof(T).Name, asked => asked.Use<IReader<T>>().List(new ListQuery()));

    /// <summary>Documents that can be changed still.</summary>
    public static IReadOnlyList<Invoice> Drafts(InvoiceSession? session) =>
        Read(session, "Drafts", asked => asked.Use<IInvoiceReader>().List(new InvoiceQuery { States = [InvoiceState.Draft] }));

    private static IReadOnlyList<T> Read<T>(InvoiceSession? session, string kind, Func<InvoiceSession, Listing<T>> list)
    {
        if (session is null)
        {
            return [];
        }

        ConcurrentDictionary<string, (DateTime Time, object Rows)> known = Known.GetValue(session, _ => new());
        if (known.TryGetValue(kind, out (DateTime Time, object Rows) there) && DateTime.UtcNow - there.Time < Fresh)
        {
            return (IReadOnlyList<T>)there.Rows;
        }

        IReadOnlyList<T> rows = Wait(list(session));
        known[kind] = (DateTime.UtcNow, rows);
        return rows;
    }

    private static IReadOnlyList<T> Wait<T>(Listing<T> listing)
    {
        using var cancel = new CancellationTokenSource(Longest);
        return Task.Run(() => listing.FirstPageAsync(cancel.Token)).GetAwaiter().GetResult();
    }
}

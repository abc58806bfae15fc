using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>Records of one kind that can be read.</summary>
/// <typeparam name="T">The kind of record.</typeparam>
public class RecordList<T>
    where T : InvoiceRecord
{
    internal RecordList(AccountRecords account) => Account = account;

    private protected static string Kind { get; } = InvoiceRecord.WordsFor(typeof(T));

    private protected AccountRecords Account { get; }

    /// <summary>Lists records page by page, while they are read: <c>await foreach (var one in set.ListAsync())</c>.</summary>
    /// <param name="query">Filter and page size; everything if <c>null</c>.</param>
    /// <returns>A listing that sends nothing before it is read.</returns>
    public Listing<T> ListAsync(ListQuery? query = null) => Account.Use<IReader<T>>().List(query ?? new ListQuery());

    /// <summary>Gets one record.</summary>
    /// <param name="id">The provider's identifier.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ProviderException">There is none (<see cref="ErrorKind.NotFound"/>), or the request failed.</exception>
    public Task<T> GetAsync(string id, CancellationToken cancellationToken = default) => Account.Use<IReader<T>>().GetAsync(id, cancellationToken);

    /// <summary>Finds the record with a code or a name.</summary>
    /// <param name="codeOrName">The whole code or the whole name.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The record, or <c>null</c>.</returns>
    /// <exception cref="InvoicingException">The code is one record's and the name another's (<see cref="ErrorKind.InvalidInput"/>).</exception>
    public virtual async Task<T?> FindAsync(string codeOrName, CancellationToken cancellationToken = default)
    {
        if (!Account.Owner.Provider.Can(typeof(IFinder<T>)))
        {
            List<T> all = await ListAsync().ToListAsync(cancellationToken).ConfigureAwait(false);
            return OnlyOne(codeOrName, [.. all.Where(one => string.Equals(one.ToString(), codeOrName, StringComparison.OrdinalIgnoreCase))]);
        }

        IFinder<T> finder = Account.Use<IFinder<T>>();
        T? coded = await finder.FindByCodeAsync(codeOrName, cancellationToken).ConfigureAwait(false);
        T? named = await finder.FindByNameAsync(codeOrName, cancellationToken).ConfigureAwait(false);
        return OnlyOne(codeOrName, [.. new[] { coded, named }.OfType<T>()]);
    }

    private protected static T? OnlyOne(string key, IReadOnlyList<T> found) =>
        found.Select(one => one.Id).Distinct().Count() < 2 ? found.FirstOrDefault() : throw new InvoicingException(
            ErrorKind.InvalidInput, $"'{key}' is more than one {Kind}: {string.Join(", ", found.Select(one => $"{one} (id {one.Id})"))}.")
        {
            Advice = "Name it by its identifier.",
        };
}

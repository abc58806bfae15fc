using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine.Fields;
using Invoicing.Http;
using Invoicing.Journal;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Engine;

/// <summary>
/// The requests of a session to a <see cref="JsonProvider"/>. Paths are those below the address of the account, such as <c>customers</c>; an identifier
/// becomes one more part of the path.
/// </summary>
public sealed class JsonApi
{
    private readonly JsonProvider _provider;
    private readonly ConnectorContext _context;

    internal JsonApi(JsonProvider provider, ConnectorContext context)
    {
        _provider = provider;
        _context = context;
    }

    /// <summary>Lists records page by page.</summary>
    /// <typeparam name="T">The kind of record.</typeparam>
    /// <param name="path">Path of the list.</param>
    /// <param name="table">The fields of a row.</param>
    /// <param name="query">The size of a page.</param>
    /// <param name="fits">Filter of what the provider cannot filter; all rows if <c>null</c>.</param>
    /// <param name="filters">Names and values of the query; a value of <c>null</c> is left out.</param>
    /// <returns>A listing that sends nothing before it is read.</returns>
    public Listing<T> List<T>(string path, JsonTable<T> table, ListQuery query, Func<T, bool>? fits = null, params (string Name, string? Value)[] filters)
        where T : InvoiceRecord, new()
    {
        int size = Math.Min(query.PageSize ?? _provider.PageSize, _provider.PageSize);
        Listing<T> all = Paging.Distinct((number, cancel) =>
        {
            ApiRequest request = Request(HttpMethod.Get, path, null)
                .With(_provider.ListForm.Page, number.ToString(CultureInfo.InvariantCulture))
                .With(_provider.ListForm.Size, size.ToString(CultureInfo.InvariantCulture))
                .OfPage(number);
            foreach ((string name, string? value) in filters)
            {
                _ = request.With(name, value);
            }

            return _context.Api.SendAsync(request, reader => ReadPage(reader, table, number, size), cancel);
        });
        return fits is null ? all : Paging.Where(all, fits);
    }

    /// <summary>Finds the first record of a list that fits.</summary>
    /// <typeparam name="T">The kind of record.</typeparam>
    /// <param name="path">Path of the list.</param>
    /// <param name="table">The fields of a row.</param>
    /// <param name="fits">Tells whether a record is the one.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <param name="filters">Names and values of the query, which make the list short.</param>
    /// <returns>The record, or <c>null</c>.</returns>
    public Task<T?> FindAsync<T>(
        string path, JsonTable<T> table, Func<T, bool> fits, CancellationToken cancellationToken = default, params (string Name, string? Value)[] filters)
        where T : InvoiceRecord, new() => List(path, table, new ListQuery(), fits: null, filters).FirstAsync(fits, cancellationToken);

    /// <summary>Gets a record. An answer about another one is refused.</summary>
    /// <typeparam name="T">The kind of record.</typeparam>
    /// <param name="path">Path of the list.</param>
    /// <param name="id">The identifier.</param>
    /// <param name="table">The fields of the record.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The record.</returns>
    public async Task<T> GetAsync<T>(string path, string id, JsonTable<T> table, CancellationToken cancellationToken = default)
        where T : InvoiceRecord, new() => _context.Asked(
        await _context.Api.SendAsync(Request(HttpMethod.Get, path, id), reader => Read(reader, table), cancellationToken).ConfigureAwait(false), id);

    /// <summary>
    /// Prepares the creation of a record: copies it, refuses values of a document that change what is owed and that the table has no field for, and
    /// notes all other values that are left out. The answer is expected to be the new record.
    /// </summary>
    /// <typeparam name="T">The kind of record.</typeparam>
    /// <param name="path">Path that takes the record.</param>
    /// <param name="record">The record. It is not written to.</param>
    /// <param name="table">The fields of the record.</param>
    /// <param name="creation">Facts about the creation.</param>
    /// <returns>The change, ready to be sent.</returns>
    public PreparedChange<T> Create<T>(string path, T record, JsonTable<T> table, JsonCreation<T>? creation = null)
        where T : InvoiceRecord, new()
    {
        T own = record.Copy();
        string words = $"{InvoiceRecord.WordsFor(typeof(T))} '{own}'";
        return _context.Prepared(own, LeftOut(words, own, table, isNew: true), SendAsync, creation?.IsBinding == true, creation?.Totals);

        Task<T> SendAsync(T ready, CancellationToken cancel)
        {
            Func<CancellationToken, Task<T?>>? find = creation?.Find;
            ChangeSubject subject = ready is Invoice invoice
                ? ChangeSubjects.Of(invoice, words, creation?.Totals?.Total)
                : new ChangeSubject(InvoiceRecord.WordsFor(typeof(T)), words);
            return new IdempotentSender(_context).DoAsync(subject, () => PostAsync(ready, cancel), find is null ? null : () => find(cancel), cancel);
        }

        async Task<T> PostAsync(T ready, CancellationToken cancel)
        {
            JObject body = _context.Named(table.Map).Write(ready);
            _ = body.Remove(_context.Named(table.Map).NameOf(nameof(InvoiceRecord.Id)) ?? "");
            T made = await _context.Api.SendAsync(Request(HttpMethod.Post, path, null, body), reader => Read(reader, table), cancel).ConfigureAwait(false);
            return made is Invoice document ? (T)(InvoiceRecord)ChangeSubjects.Own(document, (Invoice)(InvoiceRecord)ready, _context) : made;
        }
    }

    /// <summary>Prepares the storing of a record in place of the one with its identifier. The answer is not read.</summary>
    /// <typeparam name="T">The kind of record.</typeparam>
    /// <param name="path">Path of the list.</param>
    /// <param name="record">The whole record. It is not written to.</param>
    /// <param name="table">The fields of the record.</param>
    /// <returns>The change, ready to be sent.</returns>
    public PreparedChange<T> Update<T>(string path, T record, JsonTable<T> table)
        where T : InvoiceRecord, new()
    {
        T own = record.Copy();
        return _context.Prepared(own, LeftOut($"{InvoiceRecord.WordsFor(typeof(T))} '{own}'", own, table, isNew: false), async (ready, cancel) =>
        {
            await _context.Api.SendAsync(Request(HttpMethod.Put, path, ready.Id, _context.Named(table.Map).Write(ready)), cancel).ConfigureAwait(false);
            return ready.Copy();
        });
    }

    /// <summary>Deletes a record.</summary>
    /// <param name="path">Path of the list.</param>
    /// <param name="record">The record; its identifier counts.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>Completes when the provider has deleted it.</returns>
    public Task RemoveAsync(string path, InvoiceRecord record, CancellationToken cancellationToken = default) =>
        _context.Api.SendAsync(Request(HttpMethod.Delete, path, record.Id ?? ""), cancellationToken);

    private IReadOnlyList<LeftOutValue> LeftOut<T>(string words, T own, JsonTable<T> table, bool isNew)
        where T : InvoiceRecord, new()
    {
        if (own is not Invoice invoice)
        {
            return _context.LeftOut(_context.Named(table.Map), own, isNew);
        }

        var missing = new MissingFields(_provider.Name, [.. table.Unwritten, .. table.UnwrittenInLines.Select(name => MissingFields.Line + name)]);
        missing.Check(words, invoice);
        return missing.LeftOut(words, invoice);
    }

    /// <summary>A request; all but the creation of a record can be repeated.</summary>
    private static ApiRequest Request(HttpMethod method, string path, string? id, JToken? body = null) => id is null
        ? new ApiRequest(method, path) { Body = body, Repeatable = method != HttpMethod.Post }
        : new Endpoint(method.Method, path + "/{id}", repeatable: true, Evidence.Official).Request(body, id);

    private T Read<T>(JsonReader reader, JsonTable<T> table)
        where T : InvoiceRecord, new()
    {
        T record = _context.Own(_context.Named(table.Map).Read(reader));
        return record.Id is not null ? record : throw new JsonReaderException("The answer holds no identifier.");
    }

    private Page<T> ReadPage<T>(JsonReader reader, JsonTable<T> table, int number, int size)
        where T : InvoiceRecord, new()
    {
        JToken answer = Http.Json.WireJson.ReadToken(reader);
        JsonListForm form = _provider.ListForm;
        if ((form.Rows is null ? answer : (answer as JObject)?[form.Rows]) is not JArray rows)
        {
            throw new JsonReaderException("The answer holds no list.");
        }

        T[] items = [.. rows.Select(row => Read(row.CreateReader(), table))];
        int? total = form.Total is null ? null : (int?)(answer as JObject)?[form.Total];
        return new Page<T> { Items = items, TotalCount = total, HasMore = total is { } all ? (long)number * size < all : items.Length == size };
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Engine.Fields;
using Invoicing.Http;
using Invoicing.Journal;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// Lists, gets, creates, changes and deletes records the way that all of them have. A resource of its own names its operations and
/// its frame, and says by its interfaces which of these methods the provider has.
/// </summary>
internal abstract class SimplBooksResource<T>
    where T : InvoiceRecord, new()
{
    private readonly RecordEndpoints _endpoints;
    private readonly FieldMap<T> _frame;

    protected SimplBooksResource(ConnectorContext context, RecordEndpoints endpoints, FieldMap<T> frame)
    {
        Context = context;
        _endpoints = endpoints;
        _frame = context.Named(frame);
    }

    protected ConnectorContext Context { get; }

    protected FieldMap<T> Frame => _frame;

    /// <summary>True if a list tells less of a record than there is.</summary>
    protected virtual bool ListsAreShort => false;

    /// <summary>Name of the record on the wire.</summary>
    private string Key => _frame.First().Name;

    public Listing<T> List(ListQuery query) => List(Filters(query as RecordQuery ?? new RecordQuery()), query.PageSize);

    public async Task<T> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        T record = await Context.Api.SendAsync(
            _endpoints.Get.Request(null, id), reader => SimplBooksEnvelope.ReadRecord(reader, _frame), cancellationToken).ConfigureAwait(false);

        // The answer for a price offer is documented without it, most likely by a slip [inferred].
        record.Id ??= id;
        return Own(Context.Asked(record, id));
    }

    public virtual async Task<PreparedChange<T>> PrepareAsync(T item, CancellationToken cancellationToken = default)
    {
        T own = await FillCopyAsync(item, cancellationToken).ConfigureAwait(false);
        Check(own);
        return Context.Prepared(own, LeftOut(own), (ready, cancel) => SendNewAsync(ready, Subject(ready), cancel));
    }

    public virtual async Task<PreparedChange<T>> PrepareUpdateAsync(T item, CancellationToken cancellationToken = default) =>
        Context.Prepared(await FillCopyAsync(item, cancellationToken).ConfigureAwait(false), [], SendUpdateAsync);

    public Task RemoveAsync(T item, CancellationToken cancellationToken = default) =>
        Context.Api.SendAsync(_endpoints.Delete!.Request(null, item.Id ?? ""), reader => SimplBooksEnvelope.Read(reader), cancellationToken);

    /// <summary>
    /// Sends a new record that was prepared. The provider tells nothing of it but the identifier: the record is given back as it was sent.
    /// </summary>
    /// <param name="item">The record.</param>
    /// <param name="subject">Identifies the record.</param>
    /// <param name="cancel">Stops the requests.</param>
    internal Task<T> SendNewAsync(T item, ChangeSubject subject, CancellationToken cancel)
    {
        ApiRequest request = _endpoints.Create!.Request(Body(item, withRowIds: false));
        return new IdempotentSender(Context).DoAsync(
            subject,
            async () =>
            {
                string id = await Context.Api.SendAsync(request, SimplBooksEnvelope.ReadInserted, cancel).ConfigureAwait(false);
                await BelieveAsync(id, item, cancel).ConfigureAwait(false);
                return Made(item, id);
            },
            LookUp(item, cancel),
            cancel,
            GetBefore(item, cancel));
    }

    /// <summary>
    /// Sends a changed record that was prepared. Whether an update leaves alone what it does not name is not known (docs/facts/simplbooks.md#open-questions), so everything
    /// is sent: the known fields of the record upon those that the provider has, where the record is not whole.
    /// </summary>
    internal async Task<T> SendUpdateAsync(T item, CancellationToken cancel)
    {
        JObject body = Body(item, KeepsRowIds);
        if (item.IsPartial)
        {
            JObject whole = Body(await GetAsync(item.Id ?? "", cancel).ConfigureAwait(false), KeepsRowIds);
            whole.Merge(body, new JsonMergeSettings { MergeArrayHandling = MergeArrayHandling.Replace });
            body = whole;
        }

        await SendUpdateAsync(item, body, cancel).ConfigureAwait(false);
        return item.Copy();
    }

    /// <summary>A copy of a record, filled in.</summary>
    internal async Task<T> FillCopyAsync(T item, CancellationToken cancel)
    {
        T own = item.Copy();
        await FillAsync(own, cancel).ConfigureAwait(false);
        return own;
    }

    internal Listing<T> List(IEnumerable<(string Name, JToken? Value)> filters, int? pageSize, Func<T, bool>? keep = null) =>
        Lists.Of(Context, _endpoints.List, _frame, filters, pageSize, row => Own(row, ListsAreShort), keep);

    /// <summary>A record that stands in an answer about something else.</summary>
    internal T Read(JToken row) => Own(SimplBooksEnvelope.Unwrap(row, _frame), isPartial: true);

    /// <summary>The filters that the list is asked with; each resource says which questions it knows.</summary>
    protected virtual IEnumerable<(string Name, JToken? Value)> Filters(RecordQuery query) => [];

    /// <summary>Fills in what the provider needs and the caller need not know.</summary>
    protected virtual Task FillAsync(T item, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>
    /// Refuses what is not fit to be sent as a new record. What a field must be, is left to the provider
    /// (docs/facts/simplbooks.md#names-to-keep-in-one-table).
    /// </summary>
    internal virtual void Check(T item)
    {
    }

    /// <summary>The values that the provider has no field for.</summary>
    internal virtual IReadOnlyList<LeftOutValue> LeftOut(T item) => Context.LeftOut(_frame, item);

    /// <summary>Finds what was made when the answer was lost; <c>null</c> where it could not be told from what was there before.</summary>
    protected virtual Func<Task<T?>>? LookUp(T item, CancellationToken cancel) => null;

    /// <summary>Does to a record that was read what the table cannot.</summary>
    protected virtual void Finish(T record)
    {
    }

    protected virtual bool KeepsRowIds => false;

    protected virtual JObject Body(T item, bool withRowIds)
    {
        JObject body = _frame.Write(item);
        if (!withRowIds)
        {
            IEnumerable<JObject> wrapped = body.PropertyValues().OfType<JArray>().SelectMany(rows => rows.OfType<JObject>());
            foreach (JObject row in wrapped.SelectMany(row => row.PropertyValues()).OfType<JObject>())
            {
                row.Remove(RowIds.Field);
            }
        }

        return body;
    }

    protected Task SendUpdateAsync(T item, JObject body, CancellationToken cancel)
    {
        body[Key] ??= new JObject();
        body[Key]!["id"] = FieldTypes.Id.Write(item.Id);
        return Context.Api.SendAsync(_endpoints.Update!.Request(body), reader => SimplBooksEnvelope.Read(reader), cancel);
    }

    /// <summary>Identifies a new record in the journal.</summary>
    protected virtual ChangeSubject Subject(T item) => new(Key, Name(item));

    /// <summary>Gets what was made of the same record before, where a key of the caller's identifies it.</summary>
    protected virtual Func<string, Task<T?>>? GetBefore(T item, CancellationToken cancel) => null;

    /// <summary>Refuses to believe an identifier that belongs to another record.</summary>
    protected virtual Task BelieveAsync(string id, T sent, CancellationToken cancel) => Task.CompletedTask;

    protected virtual string Name(T item) => $"{Key} '{item}'";

    /// <summary>A record as it is known after it was made.</summary>
    protected T Made(T item, string id)
    {
        T made = item.Copy();
        made.Id = id;
        return Own(made, isPartial: true);
    }

    /// <summary>The first of a list that is the one, wherever its answer went.</summary>
    protected Func<Task<T?>> FindIn(IEnumerable<(string Name, JToken? Value)> filters, Func<T, bool> isIt, CancellationToken cancel) =>
        async () => (await List(filters, null, isIt).ToListAsync(cancel).ConfigureAwait(false)).LastOrDefault();

    private T Own(T record, bool isPartial = false)
    {
        record.IsPartial = isPartial;
        Finish(record);
        return Context.Own(record);
    }
}

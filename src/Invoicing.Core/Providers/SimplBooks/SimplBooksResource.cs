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
/// Records in frames: a kind of record names its endpoints and its frame, and says which filters its list knows. What a field must be, is left
/// to the provider (docs/facts/simplbooks.md#names-to-keep-in-one-table).
/// </summary>
internal abstract class SimplBooksResource<T>(ConnectorContext context, RecordEndpoints endpoints, FieldMap<T> frame) : RecordResource<T>(context)
    where T : InvoiceRecord, new()
{
    private readonly FieldMap<T> _frame = context.Named(frame);

    protected FieldMap<T> Frame => _frame;

    /// <summary>True if a list tells less of a record than there is.</summary>
    protected virtual bool ListsAreShort => false;

    /// <summary>Name of the record on the wire.</summary>
    protected override string Kind => _frame.First().Name;

    protected override bool ChecksChanges => false;

    public override Listing<T> List(ListQuery query) => List(Filters(query as RecordQuery ?? new RecordQuery()), query.PageSize);

    public override async Task<T> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        T record = await Context.Api.SendAsync(
            endpoints.Get.Request(null, id), reader => SimplBooksEnvelope.ReadRecord(reader, _frame), cancellationToken).ConfigureAwait(false);

        // The answer for a price offer is documented without it, most likely by a slip [inferred].
        record.Id ??= id;
        return Own(Context.Asked(record, id));
    }

    public override Task RemoveAsync(T item, CancellationToken cancellationToken = default) =>
        Context.Api.SendAsync(endpoints.Delete!.Request(null, item.Id ?? ""), reader => SimplBooksEnvelope.Read(reader), cancellationToken);

    /// <summary>The provider tells nothing of a new record but the identifier: the record is given back as it was sent.</summary>
    public override Task<T> SendNewAsync(T item, ChangeSubject subject, CancellationToken cancel)
    {
        ApiRequest request = endpoints.Create!.Request(Body(item, withRowIds: false));
        return SendOnceAsync(
            item,
            subject,
            async () =>
            {
                string id = await Context.Api.SendAsync(request, SimplBooksEnvelope.ReadInserted, cancel).ConfigureAwait(false);
                await BelieveAsync(id, item, cancel).ConfigureAwait(false);
                return Made(item, id);
            },
            cancel);
    }

    /// <summary>
    /// Sends a changed record that was prepared. Whether an update leaves alone what it does not name is not known (docs/facts/simplbooks.md#open-questions), so everything
    /// is sent: the known fields of the record upon those that the provider has, where the record is not whole.
    /// </summary>
    public override async Task<T> SendUpdateAsync(T item, CancellationToken cancel)
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

    internal Listing<T> List(IEnumerable<(string Name, JToken? Value)> filters, int? pageSize, Func<T, bool>? keep = null) =>
        Lists.Of(Context, endpoints.List, _frame, filters, pageSize, row => Own(row, ListsAreShort), keep);

    /// <summary>A record that stands in an answer about something else.</summary>
    internal T Read(JToken row) => Own(SimplBooksEnvelope.Unwrap(row, _frame), isPartial: true);

    /// <summary>The filters that the list is asked with; each resource says which questions it knows.</summary>
    protected virtual IEnumerable<(string Name, JToken? Value)> Filters(RecordQuery query) => [];

    public override IReadOnlyList<LeftOutValue> LeftOut(T item, bool isNew) => Context.LeftOut(_frame, item, isNew);

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
        body[Kind] ??= new JObject();
        body[Kind]!["id"] = FieldTypes.Id.Write(item.Id);
        return Context.Api.SendAsync(endpoints.Update!.Request(body), reader => SimplBooksEnvelope.Read(reader), cancel);
    }

    /// <summary>Refuses to believe an identifier that belongs to another record.</summary>
    protected virtual Task BelieveAsync(string id, T sent, CancellationToken cancel) => Task.CompletedTask;

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

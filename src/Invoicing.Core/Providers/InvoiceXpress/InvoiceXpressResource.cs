using System;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Engine.Fields;
using Invoicing.Http;
using Newtonsoft.Json;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>
/// Lists, gets, creates, changes and deletes objects the plain way. A resource of its own names its table and its operations, and
/// says by its interfaces which of these methods the provider has.
/// </summary>
internal abstract class InvoiceXpressResource<T>
    where T : InvoiceRecord, new()
{
    private readonly string _root;
    private readonly FieldMap<T> _map;

    protected InvoiceXpressResource(ConnectorContext context, string root, FieldMap<T> map)
    {
        Context = context;
        _root = root;
        _map = map;
    }

    protected ConnectorContext Context { get; }

    protected abstract Endpoint ListOperation { get; }

    protected abstract Endpoint GetOperation { get; }

    protected abstract Endpoint CreateOperation { get; }

    protected virtual Endpoint UpdateOperation => throw new NotSupportedException();

    protected virtual Endpoint RemoveOperation => throw new NotSupportedException();

    public Listing<T> List(ListQuery query) => Paging.ByNumber((number, cancel) =>
        Context.Api.SendAsync(ListOperation.Request().WithPage(number, query), reader => InvoiceXpressEnvelope.ReadPage(reader, _map, Finish), cancel));

    public async Task<T> GetAsync(string id, CancellationToken cancellationToken = default) =>
        Context.Asked(await ReadAsync(GetOperation.Request(null, id), cancellationToken).ConfigureAwait(false), id);

    public async Task<PreparedChange<T>> PrepareAsync(T item, CancellationToken cancellationToken = default)
    {
        T own = item.Copy();
        await FillAsync(own, cancellationToken).ConfigureAwait(false);
        Check(own);
        return Context.Prepared(own, Context.LeftOut(_map, own), SendNewAsync);
    }

    public async Task<PreparedChange<T>> PrepareUpdateAsync(T item, CancellationToken cancellationToken = default)
    {
        T own = item.Copy();
        await FillAsync(own, cancellationToken).ConfigureAwait(false);
        Check(own);
        return Context.Prepared(own, [], async (changed, cancel) =>
        {
            ApiRequest request = UpdateOperation.Request(InvoiceXpressEnvelope.Wrap(_root, _map.Write(changed)), changed.Id ?? "");
            await Context.Api.SendAsync(request, cancel).ConfigureAwait(false);
            return changed.Copy();
        });
    }

    public Task RemoveAsync(T item, CancellationToken cancellationToken = default) =>
        Context.Api.SendAsync(RemoveOperation.Request(null, item.Id ?? ""), cancellationToken);

    /// <summary>Fills in what the provider needs and the caller need not know.</summary>
    protected virtual Task FillAsync(T item, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Refuses what is not fit to be sent.</summary>
    protected virtual void Check(T item)
    {
    }

    /// <summary>Does to an object that was read what the table cannot.</summary>
    protected virtual T Finish(T item) => Context.Own(item);

    /// <summary>
    /// Finds what was made when the answer was lost. Names are unique at the provider, so what has the name is it, or it could not have
    /// been made.
    /// </summary>
    protected virtual Task<T?> FindMadeAsync(T item, CancellationToken cancel) => FirstAsync(row => row.ToString() == item.ToString(), cancel);

    /// <summary>The first of the list that is like one; the list ends there.</summary>
    protected async Task<T?> FirstAsync(Func<T, bool> isIt, CancellationToken cancel)
    {
        Listing<T>.Enumerator rows = List(new ListQuery()).GetAsyncEnumerator(cancel);
        try
        {
            while (await rows.MoveNextAsync().ConfigureAwait(false))
            {
                if (isIt(rows.Current))
                {
                    return rows.Current;
                }
            }

            return null;
        }
        finally
        {
            await rows.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Sends a new object that was prepared.</summary>
    protected virtual Task<T> SendNewAsync(T item, CancellationToken cancel)
    {
        ApiRequest request = CreateOperation.Request(InvoiceXpressEnvelope.Wrap(_root, _map.Write(item)));
        return new IdempotentSender(Context) { IsHarmless = true }.DoAsync(
            $"{_root} '{item}'", () => ReadAsync(request, cancel), () => FindMadeAsync(item, cancel), cancel);
    }

    protected Task<T> ReadAsync(ApiRequest request, CancellationToken cancel) => Context.Api.SendAsync(request, Read, cancel);

    private T Read(JsonReader reader) => Finish(InvoiceXpressEnvelope.ReadObject(reader, _map));
}

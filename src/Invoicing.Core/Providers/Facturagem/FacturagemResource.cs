using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Engine.Fields;
using Invoicing.Http;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.Facturagem;

/// <summary>The common part of clients and invoices: reading, paging, changing, deleting.</summary>
internal abstract class FacturagemResource<T>
    where T : InvoiceRecord, new()
{
    /// <summary>No limit is documented; four at once is polite (docs/facts/facturagem.md#lists, assumption).</summary>
    protected const int AtOnce = 4;

    private const int MostPages = 10_000;

    private readonly FieldOwner _owner;

    protected FacturagemResource(Caller caller, FieldOwner owner)
    {
        Caller = caller;
        _owner = owner;
    }

    protected Caller Caller { get; }

    protected abstract FieldMap<T> Map { get; }

    protected abstract Endpoint GetOperation { get; }

    protected abstract Endpoint UpdateOperation { get; }

    protected abstract Endpoint RemoveOperation { get; }

    private string Root => _owner.ToString().ToLowerInvariant();

    public async Task<T> GetAsync(string id, CancellationToken cancellationToken = default) => Caller.Context.Asked(
        await GetAsync(await Caller.RequestAsync(GetOperation, cancellationToken, id).ConfigureAwait(false), cancellationToken).ConfigureAwait(false), id);

    public virtual Task<PreparedChange<T>> PrepareUpdateAsync(T item, CancellationToken cancellationToken = default)
    {
        T own = item.Copy();
        Check(own);
        return Task.FromResult(Caller.Context.Prepared(own, [], SendUpdateAsync));
    }

    /// <summary>Sends a changed record that was prepared, and gives it as it was sent.</summary>
    protected async Task<T> SendUpdateAsync(T item, CancellationToken cancel)
    {
        await Caller.ChangeAsync<bool>(
            _owner,
            FieldOperation.Update,
            async () =>
            {
                JObject body = await WriteAsync(item, cancel).ConfigureAwait(false);
                DropReadOnly(body, item);
                return Caller.WithBody(
                    await Caller.FollowAsync(UpdateOperation, item, "self", cancel, item.Id ?? "").ConfigureAwait(false), _owner, body);
            },
            null,
            cancel).ConfigureAwait(false);
        return item.Copy();
    }

    /// <summary>A record that is gone was deleted, with or without an answer.</summary>
    public async Task RemoveAsync(T item, CancellationToken cancellationToken = default)
    {
        ApiRequest request = await Caller.FollowAsync(RemoveOperation, item, "self", cancellationToken, item.Id ?? "").ConfigureAwait(false);
        await new IdempotentSender(Caller.Context) { IsHarmless = true }.DoAsync(
            $"the deletion of {Root} {item}",
            async () =>
            {
                await Caller.Context.Api.SendAsync(request, cancellationToken).ConfigureAwait(false);
                return item;
            },
            async () =>
            {
                try
                {
                    await GetAsync(item, cancellationToken).ConfigureAwait(false);
                    return null;
                }
                catch (ProviderException fault) when (fault.Kind == ErrorKind.NotFound)
                {
                    return item;
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets the whole of a record, by its own link where it has one.</summary>
    protected async Task<T> GetAsync(T summary, CancellationToken cancel) => Caller.Context.Asked(
        await GetAsync(await Caller.FollowAsync(GetOperation, summary, "self", cancel, summary.Id ?? "").ConfigureAwait(false), cancel).ConfigureAwait(false),
        summary.Id);

    /// <summary>
    /// Pages until an empty one comes (docs/facts/facturagem.md#lists, official), or one that brings what the one before brought, or so
    /// many that something is wrong.
    /// </summary>
    protected Listing<T> Pages(Func<CancellationToken, Task<ApiRequest>> make) => new(() =>
    {
        List<string?> before = [];
        return async (count, cancel) =>
        {
            FirstPage learned = Caller.Context.Session.Cache.Notes<FirstPage>();
            int first = Caller.Choices.FirstPage ?? learned.Number ?? 1;
            List<T> rows = await FetchAsync(first + count - 1, count, cancel).ConfigureAwait(false);
            if (count == 1 && (Caller.Choices.FirstPage ?? learned.Number) is null)
            {
                rows = await LearnAsync(learned, rows, cancel).ConfigureAwait(false);
            }

            List<string?> ids = [.. rows.Select(row => row.Id)];
            if (rows.Count == 0 || ids.SequenceEqual(before))
            {
                return new Page<T> { Items = [] };
            }

            before = ids;
            foreach (T row in rows)
            {
                row.IsPartial = true;
                await FinishAsync(row, cancel).ConfigureAwait(false);
            }

            return new Page<T> { Items = rows, HasMore = count < MostPages };
        };

        async Task<List<T>> FetchAsync(int number, int count, CancellationToken cancel, HttpStatusCode? lastWord = null)
        {
            ApiRequest request = (await make(cancel).ConfigureAwait(false))
                .With("page", number.ToString(CultureInfo.InvariantCulture)).OfPage(count);
            request.LastWord = lastWord;
            return await Caller.SendAsync(
                request, answer => FacturagemEnvelope.Rows(answer, Root).Select(ReadRow).ToList(), cancel).ConfigureAwait(false);
        }

        // Where pages begin with 0, the first rows are missing from page 1, all of them where there is one page (docs/facts/facturagem.md#lists).
        async Task<List<T>> LearnAsync(FirstPage learned, List<T> rows, CancellationToken cancel)
        {
            List<T> before = [];
            try
            {
                before = await FetchAsync(0, 1, cancel, HttpStatusCode.InternalServerError).ConfigureAwait(false);
            }
            catch (ProviderException fault) when (fault.StatusCode is not null)
            {
                // Where pages begin with 1, page 0 may be refused.
            }

            bool isOther = before.Count > 0 && !before.Select(row => row.Id).SequenceEqual(rows.Select(row => row.Id));
            learned.Number = isOther ? 0 : rows.Count > 0 ? 1 : null;
            return isOther ? before : rows;
        }
    });

    /// <summary>The number of the first page, as the session learned it.</summary>
    private sealed class FirstPage
    {
        public int? Number { get; set; }
    }

    protected T Read(JToken answer)
    {
        T item = Caller.ReadShown(answer, _owner, Map);
        Complete(item);
        return item;
    }

    /// <summary>Refuses what is not fit to be sent.</summary>
    protected abstract void Check(T item);

    /// <summary>Makes the body.</summary>
    protected abstract Task<JObject> WriteAsync(T item, CancellationToken cancel);

    /// <summary>Does to a record, while its answer is read, what the table cannot.</summary>
    protected virtual void Complete(T item)
    {
    }

    /// <summary>Does to a record that was read what takes another request.</summary>
    protected abstract Task<T> FinishAsync(T item, CancellationToken cancel);

    private T ReadRow(JObject row)
    {
        T item = Caller.Context.Own(FacturagemEnvelope.Read(row, Map));
        Complete(item);
        return item;
    }

    private async Task<T> GetAsync(ApiRequest request, CancellationToken cancel) =>
        await FinishAsync(await Caller.SendAsync(request, Read, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);

    /// <summary>The unknown fields of an answer go back, unless the provider says that it does not take it.</summary>
    private void DropReadOnly(JObject body, T item)
    {
        foreach (string name in item.Extra.Keys)
        {
            if (Caller.Known.Takes(_owner, FieldOperation.Update, name) == false)
            {
                body.Remove(name);
            }
        }
    }
}

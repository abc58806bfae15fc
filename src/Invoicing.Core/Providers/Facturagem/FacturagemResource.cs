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
using Invoicing.Journal;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.Facturagem;

/// <summary>The common part of clients and invoices: reading, paging, changing, deleting.</summary>
internal abstract class FacturagemResource<T>(Caller caller, FieldOwner owner, RecordEndpoints endpoints) : RecordResource<T>(caller.Context)
    where T : InvoiceRecord, new()
{
    /// <summary>No limit is documented; four at once is polite (docs/facts/facturagem.md#lists, assumption).</summary>
    protected const int AtOnce = 4;

    private const int MostPages = 10_000;

    protected Caller Caller => caller;

    protected abstract FieldMap<T> Map { get; }

    protected override string Kind { get; } = owner.ToString().ToLowerInvariant();

    public override async Task<T> GetAsync(string id, CancellationToken cancellationToken = default) => Context.Asked(
        await GetAsync(await caller.RequestAsync(endpoints.Get, cancellationToken, id).ConfigureAwait(false), cancellationToken).ConfigureAwait(false), id);

    public override async Task<T> SendNewAsync(T item, ChangeSubject subject, CancellationToken cancel)
    {
        T made = await SendOnceAsync(
            item,
            subject,
            () => caller.ChangeAsync(
                owner,
                FieldOperation.Create,
                () => caller.RequestAsync(endpoints.Create!, cancel),
                () => WriteAsync(item, cancel),
                Read,
                cancel,
                () => LookAsync(cancel)),
            cancel).ConfigureAwait(false);
        return await FinishAsync(made, cancel).ConfigureAwait(false);
    }

    public override async Task<T> SendUpdateAsync(T item, CancellationToken cancel)
    {
        await caller.ChangeAsync<bool>(
            owner,
            FieldOperation.Update,
            () => caller.FollowAsync(endpoints.Update!, item, "self", cancel, item.Id ?? ""),
            async () => caller.Known.WithoutRefused(await WriteAsync(item, cancel).ConfigureAwait(false), owner, FieldOperation.Update, item.Extra.Keys),
            null,
            cancel).ConfigureAwait(false);
        return item.Copy();
    }

    /// <summary>A record that is gone was deleted, with or without an answer.</summary>
    public override async Task RemoveAsync(T item, CancellationToken cancellationToken = default)
    {
        ApiRequest request = await caller.FollowAsync(endpoints.Delete!, item, "self", cancellationToken, item.Id ?? "").ConfigureAwait(false);
        await new IdempotentSender(Context) { IsHarmless = true }.DoAsync(
            $"the deletion of {Kind} {item}",
            async () =>
            {
                await Context.Api.SendAsync(request, cancellationToken).ConfigureAwait(false);
                return item;
            },
            async () => await FindAsync(item, cancellationToken).ConfigureAwait(false) is null ? item : null,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets the whole of a record; <c>null</c> if it is gone.</summary>
    protected Task<T?> FindAsync(T summary, CancellationToken cancel) => FirstFound.OrNullAsync(() => GetAsync(summary, cancel));

    /// <summary>Any record shows how fields are called.</summary>
    private async Task LookAsync(CancellationToken cancel)
    {
        if (await List(new ListQuery()).FirstOrDefaultAsync(cancel).ConfigureAwait(false) is { } any)
        {
            await GetAsync(any, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Gets the whole of a record, by its own link where it has one.</summary>
    protected async Task<T> GetAsync(T summary, CancellationToken cancel) => Context.Asked(
        await GetAsync(await caller.FollowAsync(endpoints.Get, summary, "self", cancel, summary.Id ?? "").ConfigureAwait(false), cancel).ConfigureAwait(false),
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
            FirstPage learned = Context.Session.Cache.Notes<FirstPage>();
            int first = caller.Choices.FirstPage ?? learned.Number ?? 1;
            List<T> rows = await FetchAsync(first + count - 1, count, cancel).ConfigureAwait(false);
            if (count == 1 && (caller.Choices.FirstPage ?? learned.Number) is null)
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
            return await caller.SendAsync(
                request, answer => FacturagemEnvelope.Rows(answer, Kind).Select(ReadRow).ToList(), cancel).ConfigureAwait(false);
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
        T item = caller.ReadShown(answer, owner, Map);
        Complete(item);
        return item;
    }

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
        T item = Context.Own(FacturagemEnvelope.Read(row, Map));
        Complete(item);
        return item;
    }

    private async Task<T> GetAsync(ApiRequest request, CancellationToken cancel) =>
        await FinishAsync(await caller.SendAsync(request, Read, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
}

using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Journal;

namespace Invoicing.Engine;

/// <summary>
/// Lists, gets, creates, changes and deletes records of one kind. A connector gives the requests, a kind of record its checks; by its
/// interfaces a resource says which of these methods the provider has.
/// </summary>
internal abstract class RecordResource<T> : ILossTeller<T>
    where T : InvoiceRecord, new()
{
    protected RecordResource(ConnectorContext context) => Context = context;

    protected ConnectorContext Context { get; }

    /// <summary>The word for the record in errors and in the journal.</summary>
    protected abstract string Kind { get; }

    /// <summary>True if a change is checked as a new record is.</summary>
    protected virtual bool ChecksChanges => true;

    public abstract Listing<T> List(ListQuery query);

    public abstract Task<T> GetAsync(string id, CancellationToken cancellationToken = default);

    public abstract Task RemoveAsync(T item, CancellationToken cancellationToken = default);

    public virtual async Task<PreparedChange<T>> PrepareAsync(T item, CancellationToken cancellationToken = default)
    {
        T own = await FillCopyAsync(item, isNew: true, cancellationToken).ConfigureAwait(false);
        Check(own);
        return Context.Prepared(own, LeftOut(own, isNew: true), SendNewAsync);
    }

    public virtual async Task<PreparedChange<T>> PrepareUpdateAsync(T item, CancellationToken cancellationToken = default)
    {
        T own = await FillCopyAsync(item, isNew: false, cancellationToken).ConfigureAwait(false);
        if (ChecksChanges)
        {
            Check(own);
        }

        // What was filled in is nobody's value.
        return Context.Prepared(own, LeftOut(item, isNew: false), SendUpdateAsync);
    }

    /// <summary>Sends a new record that was prepared.</summary>
    public virtual Task<T> SendNewAsync(T item, CancellationToken cancel) => SendNewAsync(item, Subject(item), cancel);

    /// <summary>Sends a new record that was prepared, once.</summary>
    /// <param name="item">The record.</param>
    /// <param name="subject">Identifies it in the journal.</param>
    /// <param name="cancel">Stops the requests.</param>
    public abstract Task<T> SendNewAsync(T item, ChangeSubject subject, CancellationToken cancel);

    /// <summary>Sends a changed record that was prepared, and gives it as it was sent.</summary>
    public abstract Task<T> SendUpdateAsync(T item, CancellationToken cancel);

    /// <summary>A copy of a record, filled in.</summary>
    public async Task<T> FillCopyAsync(T item, bool isNew, CancellationToken cancel)
    {
        T own = item.Copy();
        await FillAsync(own, isNew, cancel).ConfigureAwait(false);
        return own;
    }

    /// <summary>Refuses what is not fit to be sent.</summary>
    public virtual void Check(T item)
    {
    }

    /// <summary>The values that the provider has no field for.</summary>
    public virtual IReadOnlyList<LeftOutValue> LeftOut(T item, bool isNew) => [];

    /// <summary>Fills in what the provider needs and the caller need not know.</summary>
    protected virtual void Fill(T item, bool isNew)
    {
    }

    /// <summary>Fills in what takes a request.</summary>
    protected virtual Task FillAsync(T item, bool isNew, CancellationToken cancel)
    {
        Fill(item, isNew);
        return Task.CompletedTask;
    }

    /// <summary>
    /// The function that finds the record whose answer was lost; <c>null</c> where it could not be told from another one, so that its outcome
    /// stays in doubt and nothing is sent again.
    /// </summary>
    protected virtual Func<Task<T?>>? LookUp(T item, CancellationToken cancel) => null;

    /// <summary>Gets what was made of the same record before, where a key of the caller's identifies it.</summary>
    protected virtual Func<string, Task<T?>>? GetBefore(T item, CancellationToken cancel) => null;

    /// <summary>Identifies a new record in the journal.</summary>
    protected virtual ChangeSubject Subject(T item) => new(Kind, Words(item));

    /// <summary>The name of a record in errors.</summary>
    protected virtual string Words(T item) => $"{Kind} '{item}'";

    /// <summary>A new record with the checks of its provider, sent once.</summary>
    protected Task<T> SendOnceAsync(T item, ChangeSubject subject, Func<Task<T>> send, CancellationToken cancel, TimeSpan lag = default, bool isHarmless = false) =>
        new IdempotentSender(Context) { Lag = lag, IsHarmless = isHarmless }
            .DoAsync(subject, send, LookUp(item, cancel), cancel, GetBefore(item, cancel));
}

using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>Records of one kind that can be read, created, changed and deleted, as far as the provider does.</summary>
/// <typeparam name="T">The kind of record.</typeparam>
public class RecordSet<T> : RecordList<T>
    where T : InvoiceRecord
{
    internal RecordSet(AccountRecords account)
        : base(account)
    {
    }

    /// <summary>Prepares the creation of a record: copies it, fills it in and checks it. Nothing is created yet.</summary>
    /// <param name="record">The record; its identifier is ignored. It is not written to.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The plan. Sending it gives the record as the provider stored it.</returns>
    /// <exception cref="InvoicingException">The record is not fit to be sent (<see cref="ErrorKind.InvalidInput"/>).</exception>
    public async Task<ChangePlan<T>> PrepareAsync(T record, CancellationToken cancellationToken = default)
    {
        ICreator<T> creator = Account.Use<ICreator<T>>();
        PreparedChange<T> ready = await creator.PrepareAsync(record, cancellationToken).ConfigureAwait(false);
        return new ChangePlan<T>(ChangeAction.Create, "Create", Account.Target(ready.Record), ready.SendAsync)
        {
            LeftOut = ready.LeftOut,
            IsBinding = ready.IsBinding,
        };
    }

    /// <summary>Prepares a change of a record. Nothing is changed yet.</summary>
    /// <param name="record">The whole record as it shall be, with its identifier. It is not written to.</param>
    /// <param name="before">
    /// The record as the provider has it, for the old values of the plan; it is read, which costs a request, if it is <c>null</c>.
    /// </param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The plan. Sending it gives the record as it was sent.</returns>
    /// <exception cref="InvoicingException">
    /// The record is not fit to be sent, has no identifier, or came out of another session (<see cref="ErrorKind.InvalidInput"/>).
    /// </exception>
    public async Task<ChangePlan<T>> PrepareUpdateAsync(T record, T? before = null, CancellationToken cancellationToken = default)
    {
        IUpdater<T> updater = Account.Use<IUpdater<T>>();
        T own = Account.Own(record);
        T known = before ?? await GetAsync(own.Id!, cancellationToken).ConfigureAwait(false);
        PreparedChange<T> ready = await updater.PrepareUpdateAsync(own, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<FieldChange> changes = FieldChanges.Between(known, own);
        ready = Losses.Add(Account, updater, ready, own, changes);
        return new ChangePlan<T>(ChangeAction.Change, "Change", Account.Target(known), ready.SendAsync)
        {
            Changes = changes,
            LeftOut = ready.LeftOut,
            IsBinding = ready.IsBinding,
        };
    }

    /// <summary>Prepares the deletion of a record. Nothing is deleted yet.</summary>
    /// <param name="record">The record; its identifier counts. It is not written to.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The plan. Sending it gives a copy of the record that was deleted.</returns>
    /// <exception cref="InvoicingException">The record has no identifier, or came out of another session.</exception>
    public Task<ChangePlan<T>> PrepareRemoveAsync(T record, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Removal.Of(Account, Account.Use<IRemover<T>>(), record));
    }
}

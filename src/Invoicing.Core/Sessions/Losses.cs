using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>Adds to a change of a record what the provider shows and does not change.</summary>
internal static class Losses
{
    /// <summary>
    /// A value that the provider shows, and that is another one than before, is left out with a warning. One that stays as it was is none: a record
    /// that was read has many of them.
    /// </summary>
    public static PreparedChange<T> Add<T>(AccountRecords account, object updater, PreparedChange<T> ready, T own, IReadOnlyList<FieldChange> changes)
        where T : InvoiceRecord
    {
        LeftOutValue[] lost = updater is not ILossTeller<T> teller
            ? []
            : [.. teller.LeftOut(own, isNew: true).Where(value =>
                changes.Any(change => change.Field == value.Field) && ready.LeftOut.All(known => known.Field != value.Field))];
        return lost.Length == 0 ? ready : new PreparedChange<T>(ready.Record, (_, cancel) =>
        {
            account.Observer.Warn(lost);
            return ready.SendAsync(cancel);
        })
        {
            LeftOut = [.. ready.LeftOut, .. lost],
            IsBinding = ready.IsBinding,
            Totals = ready.Totals,
        };
    }
}

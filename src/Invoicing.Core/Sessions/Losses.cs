using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>Adds to a change of a record what the provider shows and does not change.</summary>
internal static class Losses
{
    /// <summary>Values of a document that not every provider has a field for (docs/fields.md).</summary>
    private static readonly string[] Doubtful =
    [
        nameof(Invoice.DueDate), nameof(Invoice.Sequence), nameof(Invoice.SequenceId), nameof(Invoice.Currency), nameof(Invoice.ExchangeRate), nameof(Invoice.PricesIncludeTax),
        nameof(Invoice.GlobalDiscount), nameof(Invoice.GlobalDiscountType), nameof(Invoice.Withholding), nameof(Invoice.Surcharge), nameof(Invoice.TaxExemption),
        nameof(Invoice.RequestMultibanco), nameof(Invoice.LinkRelated), nameof(Invoice.LoadedAt), nameof(Invoice.AddressFrom), nameof(Invoice.AddressTo),
        nameof(Invoice.LoadSite), nameof(Invoice.DeliverySite), nameof(Invoice.LicensePlate),
    ];

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

    /// <summary>
    /// A changed value of a document goes by the rules of a new one: what a creation refuses for want of a field, or leaves out with a warning, a change refuses
    /// or leaves out, too. Only values that some provider lacks are looked at, so that an ordinary change costs nothing.
    /// </summary>
    public static async Task<PreparedChange<Invoice>> AddAsync(
        AccountRecords account, PreparedChange<Invoice> ready, Invoice known, Invoice own, IReadOnlyList<FieldChange> changes, CancellationToken cancel)
    {
        string[] doubtful = [.. Doubtful.Where(name => changes.Any(change => change.Field == name || change.Field.StartsWith(name + " ", StringComparison.Ordinal)))];
        if (doubtful.Length == 0 || !account.Owner.Provider.Can(typeof(IInvoiceCreator)))
        {
            return ready;
        }

        IReadOnlyList<LeftOutValue> wouldLose;
        try
        {
            Invoice anew = own.Copy();
            anew.Id = null;
            anew.Lines = [.. known.Lines.Select(line => line.Copy())];
            wouldLose = (await account.Use<IInvoiceCreator>().PrepareAsync(anew, cancel).ConfigureAwait(false)).LeftOut;
        }
        catch (InvoicingException refusal) when (refusal.Kind == ErrorKind.InvalidInput)
        {
            FieldError[] errors = [.. refusal.FieldErrors.Where(error => Array.IndexOf(doubtful, error.Field) >= 0)];
            return errors.Length > 0 ? throw InvoicingException.InvalidInput(CommonRules.Name(own), errors) : ready;
        }

        LeftOutValue[] lost = [.. wouldLose.Where(value => Array.IndexOf(doubtful, value.Field) >= 0 && ready.LeftOut.All(one => one.Field != value.Field))];
        return lost.Length == 0 ? ready : new PreparedChange<Invoice>(ready.Record, (_, stop) =>
        {
            account.Observer.Warn(lost);
            return ready.SendAsync(stop);
        })
        {
            LeftOut = [.. ready.LeftOut, .. lost],
            IsBinding = ready.IsBinding,
            Totals = ready.Totals,
        };
    }
}

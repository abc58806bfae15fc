using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>Looks at the date of a document before it is issued: it may lie in the future, or before a document that was issued already.</summary>
internal static class DateCautions
{
    /// <summary>A date in the future.</summary>
    public static IReadOnlyList<string> Future(AccountRecords account, Invoice invoice) => invoice.Date is { } date && date.Date > account.Owner.Today
        ? [FormattableString.Invariant($"its date {date:yyyy-MM-dd} is in the future")]
        : [];

    /// <summary>A date in the future, or before that of a document of the type that was issued. Only a past date costs a request.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(AccountRecords account, Invoice invoice, CancellationToken cancel)
    {
        if (invoice.Date is not { } date || date.Date >= account.Owner.Today)
        {
            return Future(account, invoice);
        }

        var query = new InvoiceQuery { Types = [invoice.Type], States = [InvoiceState.Final, InvoiceState.Settled], DateFrom = date.Date.AddDays(1) };
        Invoice? later = await account.Use<IInvoiceReader>().List(query).FirstAsync(IsLater, cancel).ConfigureAwait(false);
        return later is null
            ? []
            : [FormattableString.Invariant($"its date {date:yyyy-MM-dd} is before that of {later} ({later.Date:yyyy-MM-dd}), which was issued already")];

        bool IsLater(Invoice other) =>
            other.Id != invoice.Id && other.Date?.Date > date.Date && other.State is InvoiceState.Final or InvoiceState.Settled
            && (other.SequenceId is null || invoice.SequenceId is null || other.SequenceId == invoice.SequenceId);
    }
}

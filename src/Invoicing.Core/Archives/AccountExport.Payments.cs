using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Archives;

/// <summary>The payments of an account, and the documents that they change.</summary>
internal sealed partial class AccountExport
{
    private async Task PaymentsAsync(WorkPool pool, CancellationToken cancel)
    {
        if (!Provider.Can(typeof(IPaymentReader)))
        {
            return;
        }

        Listing<Payment> rows = _account.Use<IPaymentReader>().List(new RecordQuery { DateFrom = _options.From, DateTo = _options.To });
        var loose = new List<(Payment Payment, string Source, bool IsNew)>();
        await EachAsync(ArchiveKind.Payments, rows, PaymentAsync, pool, cancel, row => _options.IsWithin(row.Date)).ConfigureAwait(false);
        await _links.FindAsync([.. loose.Select(one => (one.Payment, one.IsNew))], cancel).ConfigureAwait(false);
        foreach ((Payment payment, string source, bool isNew) in loose)
        {
            if (isNew || payment.InvoiceId is not null)
            {
                Keep(payment, source);
            }
            else
            {
                Count(isOther: false);
            }
        }

        async Task PaymentAsync(Payment row, CancellationToken token)
        {
            string source = RecordJson.Fingerprint(row);
            ArchiveFile? known = _options.Refresh ? null : _target.Current(nameof(Payment), row.Id!, ArchiveRole.Record);
            bool isNew = known?.Source != source;
            if (row.InvoiceId is null && (isNew || known!.Document is null))
            {
                lock (_turn)
                {
                    loose.Add((row, source, isNew));
                }
            }
            else
            {
                await KeepAsync(row, _ => Task.FromResult(row), token).ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// Reads the documents again whose payments are others than before, where the list of documents does not show what is paid.
    /// </summary>
    private async Task PaidAsync(CancellationToken cancel)
    {
        IInvoiceReader reader = _account.Use<IInvoiceReader>();
        IEnumerable<string?> gone = _target.Files
            .Where(file => file is { Kind: nameof(Payment), Role: ArchiveRole.Record, IsGone: false } && Complete.Contains(ArchiveKind.Payments) && !IsSeen(file))
            .Select(file => file.Document);
        foreach (string id in _paid.Concat(gone).OfType<string>().Distinct().ToArray())
        {
            if (_short.TryGetValue(id, out Invoice? row))
            {
                Invoice document = await reader.GetAsync(row.Type, id, cancel).ConfigureAwait(false);
                _summary.Unchanged--;
                Count(_target.Keep(document, RecordJson.Fingerprint(row)));
            }
        }
    }
}

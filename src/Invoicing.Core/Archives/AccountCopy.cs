using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Archives;

namespace Invoicing;

/// <summary>A copy of the records of an account in memory.</summary>
public sealed class AccountCopy : IRecordSource
{
    private readonly List<InvoiceRecord> _records;

    private AccountCopy(InvoiceSession session, List<InvoiceRecord> records)
    {
        Provider = session.Provider.Name;
        Account = session.Account;
        _records = records;
    }

    /// <inheritdoc/>
    public string Provider { get; }

    /// <inheritdoc/>
    public string Account { get; }

    /// <summary>Reads an account: every record, and no file. Nothing is changed at the provider.</summary>
    /// <param name="account">The records of a session.</param>
    /// <param name="progress">Hears of each record.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The copy.</returns>
    public static async Task<AccountCopy> ReadAsync(
        AccountRecords account, IProgress<ArchiveProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var target = new Target();
        var options = new ArchiveOptions { Pdf = false, Xml = false, QrCode = false, Saft = false };
        await new AccountExport(account, target, options, progress, new ArchiveSummary("")).RunAsync(cancellationToken).ConfigureAwait(false);
        return new AccountCopy(account.Owner, target.Records);
    }

    /// <inheritdoc/>
    public IEnumerable<T> Read<T>()
        where T : InvoiceRecord => _records.OfType<T>();

    private sealed class Target : IArchiveTarget
    {
        public List<InvoiceRecord> Records { get; } = [];

        public IReadOnlyCollection<ArchiveFile> Files => [];

        public ArchiveFile? Current(string kind, string id, ArchiveRole role) => null;

        public bool? Keep(InvoiceRecord record, string source)
        {
            lock (Records)
            {
                Records.Add(record);
            }

            return null;
        }

        public Task FetchAsync(ArchiveFile file, ProviderOperation operation, OperationPoller poller, CancellationToken cancel) => Task.CompletedTask;

        public void NoteAbsence(ArchiveFile file)
        {
        }
    }
}

using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Archives;

/// <summary>
/// Reads an account into a target. The lists of the provider are read; what a list shows to be as it was is not asked for again. It sends no
/// request that changes anything.
/// </summary>
internal sealed partial class AccountExport
{
    private readonly AccountRecords _account;
    private readonly IArchiveTarget _target;
    private readonly ArchiveOptions _options;
    private readonly IProgress<ArchiveProgress>? _progress;
    private readonly ArchiveSummary _summary;
    private readonly DocumentFiles _files;
    private readonly PaymentLinks _links;
    private readonly HashSet<(string Kind, string Id)> _seen = [];

    /// <summary>Documents that are as they were by a list that does not show everything.</summary>
    private readonly Dictionary<string, Invoice> _short = new(StringComparer.Ordinal);

    /// <summary>Documents of payments that were added or changed.</summary>
    private readonly HashSet<string> _paid = new(StringComparer.Ordinal);

    private readonly object _turn = new();

    public AccountExport(AccountRecords account, IArchiveTarget target, ArchiveOptions options, IProgress<ArchiveProgress>? progress, ArchiveSummary summary)
    {
        _account = account;
        _target = target;
        _options = options;
        _progress = progress;
        _summary = summary;
        _files = new DocumentFiles(account, target, options);
        _links = new PaymentLinks(account);
    }

    /// <summary>Files that could not be fetched.</summary>
    public IReadOnlyList<ArchiveFault> Faults => _files.Faults;

    private InvoiceProvider Provider => _account.Owner.Provider;

    /// <summary>The kinds of records that were read whole, so that what was not among them is gone.</summary>
    public HashSet<ArchiveKind> Complete { get; } = [];

    public bool IsSeen(ArchiveFile file) => _seen.Contains((file.Kind, file.RecordId));

    public async Task RunAsync(CancellationToken cancel)
    {
        using var pool = new WorkPool(cancel);
        try
        {
            await AccountAsync(cancel).ConfigureAwait(false);
            await ListAsync<Tax>(ArchiveKind.Taxes, pool, cancel).ConfigureAwait(false);
            await ListAsync<Sequence>(ArchiveKind.Series, pool, cancel).ConfigureAwait(false);
            await ListAsync<BankAccount>(ArchiveKind.BankAccounts, pool, cancel).ConfigureAwait(false);
            await ListAsync<Client>(ArchiveKind.Clients, pool, cancel).ConfigureAwait(false);
            await ListAsync<Item>(ArchiveKind.Items, pool, cancel).ConfigureAwait(false);
            await DocumentsAsync(pool, cancel).ConfigureAwait(false);
            await PaymentsAsync(pool, cancel).ConfigureAwait(false);
            await PaidAsync(cancel).ConfigureAwait(false);
        }
        catch
        {
            await pool.StopAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Fetches the SAF-T files of months that are over, once the documents are known.</summary>
    public Task SaftAsync(IReadOnlyCollection<ArchiveFile> files, CancellationToken cancel) => _files.SaftAsync(files, cancel);

    /// <summary>The account of the session, at providers that tell it.</summary>
    private async Task AccountAsync(CancellationToken cancel)
    {
        if (!Provider.Can(typeof(IAccountReader)))
        {
            return;
        }

        try
        {
            InvoiceAccount account = await _account.Use<IAccountReader>().GetAsync(null, cancel).ConfigureAwait(false);
            account = account.Copy();

            // Nobody knows what else an answer about the account holds, and a key may be among it.
            account.Extra.Clear();
            await KeepAsync(account, _ => Task.FromResult(account), cancel).ConfigureAwait(false);
        }
        catch (InvoicingException unknown) when (unknown.Kind == ErrorKind.InvalidInput)
        {
            // The provider does not tell a key its account.
        }
    }

    private Task ListAsync<T>(ArchiveKind kind, WorkPool pool, CancellationToken cancel)
        where T : InvoiceRecord
    {
        if (!Provider.Can(typeof(IReader<T>)))
        {
            return Task.CompletedTask;
        }

        IReader<T> reader = _account.Use<IReader<T>>();
        return EachAsync(
            kind,
            reader.List(new ListQuery()),
            (row, token) => KeepAsync(row, whole => row.IsPartial ? reader.GetAsync(row.Id!, whole) : Task.FromResult(row), token),
            pool,
            cancel);
    }

    private Task DocumentsAsync(WorkPool pool, CancellationToken cancel)
    {
        IInvoiceReader reader = _account.Use<IInvoiceReader>();
        var query = new InvoiceQuery { Types = reader.Types, DateFrom = _options.From, DateTo = _options.To, IncludeArchived = true };
        return EachAsync(ArchiveKind.Documents, reader.List(query), DocumentAsync, pool, cancel);

        async Task DocumentAsync(Invoice row, CancellationToken token)
        {
            (Invoice document, bool isChanged) = await KeepAsync(
                row, whole => row.IsPartial ? reader.GetAsync(row.Type, row.Id!, whole) : Task.FromResult(row), token).ConfigureAwait(false);
            _links.Add(document, isChanged);
            if (document.IsPartial)
            {
                lock (_turn)
                {
                    _short[document.Id!] = document;
                }
            }

            await _files.FetchAsync(document, token).ConfigureAwait(false);
        }
    }

    private async Task EachAsync<T>(
        ArchiveKind kind, Listing<T> rows, Func<T, CancellationToken, Task> work, WorkPool pool, CancellationToken cancel, Func<T, bool>? isWanted = null)
        where T : InvoiceRecord
    {
        int done = 0;
        Listing<T>.Enumerator row = rows.GetAsyncEnumerator(cancel);
        try
        {
            while (await row.MoveNextAsync().ConfigureAwait(false))
            {
                T current = row.Current;
                int? total = row.TotalCount;

                // A list that grows while it is read shows a row twice.
                if (current.Id is null || !_seen.Add((ArchiveKind.NameOf(current), current.Id)) || isWanted?.Invoke(current) == false)
                {
                    continue;
                }

                await pool.AddAsync(async token =>
                {
                    await work(current, token).ConfigureAwait(false);
                    _progress?.Report(new ArchiveProgress(kind.Folder, Interlocked.Increment(ref done), total, _summary.Files));
                }).ConfigureAwait(false);
            }

            await pool.EndAsync().ConfigureAwait(false);
            Complete.Add(kind);
        }
        finally
        {
            await row.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Keeps a record, unless its row is as it was. The record is what a document's files are fetched by.</summary>
    private async Task<(T Record, bool IsChanged)> KeepAsync<T>(T row, Func<CancellationToken, Task<T>> get, CancellationToken cancel)
        where T : InvoiceRecord
    {
        string source = RecordJson.Fingerprint(row);
        if (!_options.Refresh && _target.Current(ArchiveKind.NameOf(row), row.Id ?? "", ArchiveRole.Record)?.Source == source)
        {
            Count(isOther: false);
            return (row, false);
        }

        T whole = await get(cancel).ConfigureAwait(false);
        Keep(whole, source);
        return (whole, true);
    }

    private void Keep(InvoiceRecord record, string source)
    {
        Count(_target.Keep(record, source));
        if (record is Payment { InvoiceId: { } paid })
        {
            lock (_turn)
            {
                _paid.Add(paid);
            }
        }
    }

    /// <param name="isOther">True if the record was changed, <c>null</c> if it is new.</param>
    private void Count(bool? isOther)
    {
        lock (_turn)
        {
            switch (isOther)
            {
                case null:
                    _summary.Added++;
                    break;
                case true:
                    _summary.Changed++;
                    break;
                default:
                    _summary.Unchanged++;
                    break;
            }
        }
    }
}

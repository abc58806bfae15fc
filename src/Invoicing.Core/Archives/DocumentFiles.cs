using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Journal;

namespace Invoicing.Archives;

/// <summary>Fetches the files of issued documents and the SAF-T files of months: those that are not there, and those whose source was changed.</summary>
internal sealed class DocumentFiles
{
    /// <summary>Each kind of file, the capability that it needs and the request for it.</summary>
    private static readonly (ArchiveRole Role, string Ending, Type Capability, Func<ArchiveOptions, bool> IsWanted, Func<AccountRecords, Invoice, ProviderOperation> Start)[] Table =
    [
        (ArchiveRole.Pdf, ".pdf", typeof(IPdfExporter), options => options.Pdf, (account, document) => account.StartPdf(document)),
        (ArchiveRole.Xml, ".xml", typeof(IXmlExchange), options => options.Xml, (account, document) => account.Use<IXmlExchange>().StartXml(document)),
        (ArchiveRole.QrCode, ".png", typeof(IQrCodeExporter), options => options.QrCode, (account, document) => account.Use<IQrCodeExporter>().StartQrCode(document)),
    ];

    /// <summary>So many faults one after the other are no longer those of single files.</summary>
    private const int MostInARow = 12;

    private readonly AccountRecords _account;
    private readonly IArchiveTarget _target;
    private readonly ArchiveOptions _options;
    private readonly List<ArchiveFault> _faults = [];
    private int _inARow;

    public DocumentFiles(AccountRecords account, IArchiveTarget target, ArchiveOptions options)
    {
        _account = account;
        _target = target;
        _options = options;
    }

    public IReadOnlyList<ArchiveFault> Faults => _faults;

    /// <summary>Fetches the files of a document that was kept.</summary>
    public async Task FetchAsync(Invoice document, CancellationToken cancel)
    {
        string kind = ArchiveKind.NameOf(document);
        if (_target.Current(kind, document.Id!, ArchiveRole.Record)?.Print is not { } print)
        {
            // A draft is no document yet.
            return;
        }

        foreach (var row in Table.Where(row => row.IsWanted(_options) && _account.Owner.Provider.Can(row.Capability)))
        {
            var file = new ArchiveFile(kind, document.Id!, row.Role) { Path = ArchivePath.Of(document, row.Ending), Date = document.Date, Source = print, Time = _account.Owner.Clock.Now };
            await FetchAsync(file, document, () => row.Start(_account, document), cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Fetches the SAF-T file of each month that is over and within the range, from the month of the first document on.</summary>
    public async Task SaftAsync(IReadOnlyCollection<ArchiveFile> files, CancellationToken cancel)
    {
        if (!_options.Saft || !_account.Owner.Provider.Can(typeof(ISaftExporter)))
        {
            return;
        }

        var months = files.Where(file => file is { Print: not null, Date: not null, IsGone: false })
            .GroupBy(file => TaxPeriod.OfMonth(file.Date!.Value).First)
            .OrderBy(month => month.Key);
        foreach (var month in months)
        {
            var period = TaxPeriod.OfMonth(month.Key);
            if (!_options.IsWithin(period.First) || !_options.IsWithin(period.Last) || period.Last >= _account.Owner.Today)
            {
                continue;
            }

            string source = ChangeSubject.Hash(string.Join("\n", month.Select(file => file.Print).OrderBy(print => print, StringComparer.Ordinal)));
            var file = new ArchiveFile(nameof(ArchiveRole.Saft), period.Name, ArchiveRole.Saft) { Path = ArchivePath.OfSaft(period.Name), Date = period.First, Source = source, Time = _account.Owner.Clock.Now };
            await FetchAsync(file, null, () => _account.StartSaft(period.First.Year, period.First.Month), cancel).ConfigureAwait(false);
        }
    }

    private async Task FetchAsync(ArchiveFile file, InvoiceRecord? record, Func<ProviderOperation> start, CancellationToken cancel)
    {
        if (!_options.Refresh && _target.Current(file.Kind, file.RecordId, file.Role)?.Source == file.Source)
        {
            return;
        }

        try
        {
            await _target.FetchAsync(file, start(), _options.Poller, cancel).ConfigureAwait(false);
            Interlocked.Exchange(ref _inARow, 0);
        }
        catch (InvoicingException fault) when (fault.Kind == ErrorKind.NotSupported || (fault.Kind == ErrorKind.NotFound && file.Role == ArchiveRole.QrCode))
        {
            // Documents of some types have no such file, and nothing tells before which types have a QR code.
            _target.NoteAbsence(Absent(file, file.Source, fault));
        }
        catch (InvoicingException fault) when (IsOfThisFile(fault.Kind) && Interlocked.Increment(ref _inARow) <= MostInARow)
        {
            lock (_faults)
            {
                _faults.Add(new ArchiveFault(record, file.Path!, fault));
            }

            // What may be there later has no source, so that it is asked for again.
            bool isFinal = IsFinal(fault.Kind);
            if (isFinal || _target.Current(file.Kind, file.RecordId, file.Role)?.Path is null)
            {
                _target.NoteAbsence(Absent(file, isFinal ? file.Source : "", fault));
            }
        }
    }

    private static ArchiveFile Absent(ArchiveFile file, string source, InvoicingException fault) =>
        new(file.Kind, file.RecordId, file.Role) { Source = source, Date = file.Date, Time = file.Time, Reason = fault.Message };

    /// <summary>True if other files may be fetched all the same; any other fault, or too many of these, ends the export, which goes on next time.</summary>
    private static bool IsOfThisFile(ErrorKind kind) =>
        IsFinal(kind) || kind is ErrorKind.OperationFailed or ErrorKind.OperationTimeout or ErrorKind.UnexpectedAnswer or ErrorKind.Conflict
            or ErrorKind.ProviderUnavailable or ErrorKind.RequestTimeout;

    /// <summary>True if the provider has no such file, so that it is not asked for again until the document is changed.</summary>
    private static bool IsFinal(ErrorKind kind) => kind is ErrorKind.NotFound or ErrorKind.ValidationFailed;
}

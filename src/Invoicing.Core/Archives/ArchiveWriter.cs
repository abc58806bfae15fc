using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Http;
using Invoicing.Journal;
using Newtonsoft.Json.Linq;

namespace Invoicing.Archives;

/// <summary>
/// Writes an archive. One process at a time has it. A file is written beside its place and renamed, then its line is appended to the manifest, then the
/// file that it takes the place of is deleted: a kill between two of these steps costs one request of the next export.
/// </summary>
internal sealed class ArchiveWriter : IArchiveTarget, IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly object _turn = new();
    private readonly FileStream _lock;
    private readonly FileStream _file;
    private readonly IClock _clock;
    private readonly ArchiveSummary _summary;

    private ArchiveWriter(ArchiveManifest manifest, FileStream held, IClock clock, ArchiveSummary summary)
    {
        Manifest = manifest;
        _lock = held;
        _clock = clock;
        _summary = summary;
        _file = new FileStream(ArchiveManifest.PathIn(manifest.Folder), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        _file.SetLength(manifest.Length);
        _file.Position = manifest.Length;
    }

    public ArchiveManifest Manifest { get; }

    /// <summary>Opens the archive of a folder, or begins one in an empty folder.</summary>
    /// <exception cref="InvoicingException">The folder holds something else, another account, or is in use.</exception>
    public static ArchiveWriter Open(string folder, InvoiceSession session, ArchiveSummary summary)
    {
        try
        {
            Directory.CreateDirectory(folder);
            FileStream held = ArchiveFolder.Hold(folder);
            try
            {
                bool isThere = File.Exists(ArchiveManifest.PathIn(folder));
                OutputFile.Refuse(ArchiveManifest.PathIn(folder), overwrite: true);
                ArchiveManifest manifest = isThere ? ArchiveManifest.Read(folder) : ArchiveManifest.Empty(folder);
                ArchiveFolder.Check(manifest, isThere, session);
                var writer = new ArchiveWriter(manifest, held, session.Clock, summary);
                writer.Begin(session);
                return writer;
            }
            catch
            {
                held.Dispose();
                throw;
            }
        }
        catch (Exception fault) when (FileFault.IsOf(fault))
        {
            throw FileFault.Writing(folder, fault);
        }
    }

    public IReadOnlyCollection<ArchiveFile> Files => Manifest.Files;

    public ArchiveFile? Current(string kind, string id, ArchiveRole role)
    {
        lock (_turn)
        {
            return Manifest.Find(kind, id, role) is { IsGone: false } file && (file.Path is null || IsThere(file)) ? file : null;
        }
    }

    public bool? Keep(InvoiceRecord record, string source)
    {
        byte[] content = Utf8.GetBytes(RecordJson.Text(record));
        string path = ArchivePath.Of(record, ".json");
        OutputFile.Write(PlaceOf(path), overwrite: true, partial => File.WriteAllBytes(partial, content));
        return Add(new ArchiveFile(ArchiveKind.NameOf(record), record.Id ?? "", ArchiveRole.Record)
        {
            Path = path,
            Sha256 = ChangeSubject.Hash(content),
            Bytes = content.Length,
            Date = ArchiveKind.DateOf(record),
            Time = _clock.Now,
            Source = source,
            Print = record is Invoice { State: not (InvoiceState.Draft or InvoiceState.Deleted) } issued ? RecordJson.PrintFingerprint(issued) : null,
            Document = (record as Payment)?.InvoiceId,
        });
    }

    public async Task FetchAsync(ArchiveFile file, ProviderOperation operation, OperationPoller poller, CancellationToken cancel)
    {
        await poller.WaitAsync(operation, null, cancel).ConfigureAwait(false);
        string place = PlaceOf(file.Path!);
        await operation.SaveAsync(place, overwrite: true, null, cancel).ConfigureAwait(false);
        Add(new ArchiveFile(file.Kind, file.RecordId, file.Role)
        {
            Path = file.Path,
            Sha256 = InvoiceArchive.HashOf(place),
            Bytes = new FileInfo(place).Length,
            Date = file.Date,
            Time = _clock.Now,
            Source = file.Source,
        });
    }

    public void NoteAbsence(ArchiveFile file) => Append(ArchiveLine.Of(file));

    /// <summary>Notes that the provider no longer has a record.</summary>
    public void NoteGone(ArchiveFile file) => Append(ArchiveLine.Of(ArchiveLine.Gone, _clock.Now, ("kind", file.Kind), ("id", file.RecordId)));

    /// <summary>Notes that the export got to its end.</summary>
    public void Complete()
    {
        Append(ArchiveLine.Of(ArchiveLine.End, _clock.Now, ("added", _summary.Added), ("changed", _summary.Changed), ("unchanged", _summary.Unchanged), ("gone", _summary.Gone)));
        _file.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        _file.Dispose();
        _lock.Dispose();
    }

    private void Begin(InvoiceSession session)
    {
        if (Manifest.Lines == 0)
        {
            Append(ArchiveLine.Of(
                ArchiveLine.Archive,
                _clock.Now,
                ("format", ArchiveLine.Format),
                ("provider", session.Provider.Name),
                ("account", session.Account),
                ("key", session.AccountKey),
                ("origin", RecordOrigin.TextOf(session))));
        }

        Append(ArchiveLine.Of(ArchiveLine.Begin, _clock.Now));
        foreach (string left in Manifest.Left.ToArray())
        {
            Delete(left);
        }

        foreach (string half in ArchiveCheck.Names(Manifest.Folder).Where(name => name.EndsWith(".part", StringComparison.Ordinal)).ToArray())
        {
            Delete(half);
        }
    }

    /// <summary>Adds a file to the manifest.</summary>
    private bool? Add(ArchiveFile file)
    {
        ArchiveFile? before;
        lock (_turn)
        {
            before = Manifest.Find(file.Kind, file.RecordId, file.Role);
            _summary.Files++;
            _summary.Bytes += file.Bytes;
            Append(ArchiveLine.Of(file));
        }

        if (before?.Path is { } path && path != file.Path)
        {
            Delete(path);
        }

        return before is null ? null : before.Sha256 != file.Sha256;
    }

    private void Append(JObject line)
    {
        lock (_turn)
        {
            byte[] bytes = Utf8.GetBytes(Manifest.Add(line) + "\n");
            _file.Write(bytes, 0, bytes.Length);
            _file.Flush();
        }
    }

    /// <summary>The length alone is compared: a start that reads the whole archive would take as long as a check.</summary>
    private bool IsThere(ArchiveFile file) => ArchivePath.Within(Manifest.Folder, file.Path!) is { } place && new FileInfo(place) is { Exists: true } found && found.Length == file.Bytes;

    private string PlaceOf(string path)
    {
        string place = ArchivePath.Within(Manifest.Folder, path)!;
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        return place;
    }

    private void Delete(string path)
    {
        if (ArchivePath.Within(Manifest.Folder, path) is { } place && File.Exists(place))
        {
            File.Delete(place);
        }
    }
}

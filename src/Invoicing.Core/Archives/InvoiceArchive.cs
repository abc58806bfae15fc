using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Archives;
using Invoicing.Journal;
using Newtonsoft.Json;

namespace Invoicing;

/// <summary>
/// An archive of an account in a folder: records as JSON, files of documents, and a manifest with the SHA-256 of each. It is read without the
/// provider. See docs/archive.md.
/// </summary>
public sealed class InvoiceArchive : IRecordSource
{
    private readonly ArchiveManifest _manifest;
    private readonly IRecordOwner? _origin;

    private InvoiceArchive(ArchiveManifest manifest)
    {
        _manifest = manifest;
        Provider = JournalLine.Text(manifest.Head!, "provider") ?? "";
        Account = JournalLine.Text(manifest.Head!, "account") ?? "";
        _origin = RecordOrigin.Of(JournalLine.Text(manifest.Head!, "origin"));
    }

    /// <summary>Full path of the folder.</summary>
    public string Path => _manifest.Folder;

    /// <inheritdoc/>
    public string Provider { get; }

    /// <inheritdoc/>
    public string Account { get; }

    /// <summary>Moment at which the last export that was completed ended; <c>null</c> if the last one was not completed.</summary>
    public DateTimeOffset? CompletedAt => _manifest.LastEnd is { } end ? JournalLine.Time(end, "time") : null;

    /// <summary>The files. What the provider does not have for a document is among them, without a path.</summary>
    public IReadOnlyCollection<ArchiveFile> Files => _manifest.Files;

    /// <summary>Documents that the provider still has.</summary>
    public IEnumerable<Invoice> Documents => Read<Invoice>();

    /// <summary>Clients that the provider still has.</summary>
    public IEnumerable<Client> Clients => Read<Client>();

    /// <summary>Items that the provider still has.</summary>
    public IEnumerable<Item> Items => Read<Item>();

    /// <summary>Payments that the provider still has.</summary>
    public IEnumerable<Payment> Payments => Read<Payment>();

    internal ArchiveManifest Manifest => _manifest;

    /// <summary>Opens an archive to read it.</summary>
    /// <param name="path">Path of the folder.</param>
    /// <returns>The archive. An export that goes on meanwhile does not change it.</returns>
    /// <exception cref="InvoicingException">The folder is not an archive (<see cref="ErrorKind.InvalidFile"/>), or cannot be read.</exception>
    public static InvoiceArchive Open(string path)
    {
        string folder = LocalPath.Full(path);
        if (!File.Exists(ArchiveManifest.PathIn(folder)))
        {
            throw new InvoicingException(ErrorKind.FileFailed, $"The folder '{folder}' is not an archive: it has no {ArchiveManifest.FileName}.")
            {
                Advice = "Name the folder that Export-InvoiceArchive wrote.",
            };
        }

        try
        {
            var manifest = ArchiveManifest.Read(folder);
            return new InvoiceArchive(manifest.Head is { } head && JournalLine.Text(head, "format") == ArchiveLine.Format.ToString(System.Globalization.CultureInfo.InvariantCulture)
                ? manifest
                : throw new InvoicingException(ErrorKind.InvalidFile, $"The manifest of '{folder}' begins with no line that this version can read.")
                {
                    Advice = "Use the version of this module that wrote it, or restore the folder from a backup.",
                });
        }
        catch (Exception fault) when (FileFault.IsOf(fault))
        {
            throw FileFault.Reading(ArchiveManifest.PathIn(folder), fault);
        }
    }

    /// <summary>
    /// Exports an account to a folder: what is new or changed since the last export. A run that is stopped or killed leaves an archive that is true as far as
    /// it goes; the next one goes on.
    /// </summary>
    /// <param name="account">The records of a session.</param>
    /// <param name="path">Path of the folder: an archive of this account, an empty folder, or one that does not exist.</param>
    /// <param name="options">Options; the usual ones if <c>null</c>.</param>
    /// <param name="progress">Hears of each record.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The counts, and the files that could not be fetched.</returns>
    /// <exception cref="InvoicingException">The folder is not fit, or the provider cannot be reached.</exception>
    public static async Task<ArchiveSummary> ExportAsync(
        AccountRecords account, string path, ArchiveOptions? options = null, IProgress<ArchiveProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        string folder = LocalPath.Full(path);
        var chosen = options ?? new ArchiveOptions();
        var summary = new ArchiveSummary(folder);
        using var writer = ArchiveWriter.Open(folder, account.Owner, summary);
        var export = new AccountExport(account, writer, chosen, progress, summary);
        await export.RunAsync(cancellationToken).ConfigureAwait(false);
        foreach (ArchiveFile gone in writer.Manifest.Files.Where(IsGoneNow).ToArray())
        {
            writer.NoteGone(gone);
            summary.Gone++;
        }

        await export.SaftAsync(writer.Manifest.Files, cancellationToken).ConfigureAwait(false);
        summary.Faults = export.Faults;
        writer.Complete();
        return summary;

        bool IsGoneNow(ArchiveFile file) => file is { Role: ArchiveRole.Record, IsGone: false } && !export.IsSeen(file)
            && ArchiveKind.Of(file.Kind) is var kind && export.Complete.Contains(kind)
            && (kind != ArchiveKind.Documents && kind != ArchiveKind.Payments || !chosen.HasRange || (file.Date is not null && chosen.IsWithin(file.Date)));
    }

    /// <inheritdoc/>
    public IEnumerable<T> Read<T>()
        where T : InvoiceRecord => Files
            .Where(file => file is { Role: ArchiveRole.Record, IsGone: false } && ArchiveKind.Of(file.Kind).Type == typeof(T))
            .Select(file => (T)Read(file));

    /// <summary>Reads the record of a file.</summary>
    /// <param name="file">A file of the role <see cref="ArchiveRole.Record"/>.</param>
    /// <returns>The record. Its origin is the account that it was read from.</returns>
    /// <exception cref="InvoicingException">The file is missing or was changed (<see cref="ErrorKind.InvalidFile"/>).</exception>
    public InvoiceRecord Read(ArchiveFile file)
    {
        string path = PathOf(file);
        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            if (ChangeSubject.Hash(bytes) != file.Sha256)
            {
                throw Damaged(path, "it was changed after it was written");
            }

            InvoiceRecord record = RecordJson.Read(System.Text.Encoding.UTF8.GetString(bytes), ArchiveKind.Of(file.Kind).Type);
            if (_origin is not null)
            {
                record.Stamp(_origin);
            }

            return record;
        }
        catch (JsonException fault)
        {
            throw Damaged(path, fault.Message.TrimEnd('.'), fault);
        }
        catch (Exception fault) when (FileFault.IsOf(fault))
        {
            throw Damaged(path, FileFault.Reason(path, fault), fault);
        }
    }

    /// <summary>Gives the full path of a file.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The path.</returns>
    /// <exception cref="InvoicingException">It has none, or one that leads out of the archive (<see cref="ErrorKind.InvalidFile"/>).</exception>
    public string PathOf(ArchiveFile file) => file.Path is { } path && ArchivePath.Within(Path, path) is { } whole
        ? whole
        : throw new InvoicingException(ErrorKind.InvalidFile, $"The manifest of '{Path}' names no file within the archive for {file}.");

    /// <summary>Gives the JSON form that a record has in an archive.</summary>
    /// <param name="record">The record.</param>
    /// <returns>A JSON object. Secrets and links of the session are not in it.</returns>
    public static string ToJson(InvoiceRecord record) => RecordJson.Text(record);

    /// <summary>Checks every file against the manifest, and the manifest against itself.</summary>
    /// <param name="progress">Hears of each file.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>The files that are missing, changed or damaged; nothing for an archive that is as it was written.</returns>
    public IReadOnlyList<ArchiveFinding> Check(IProgress<ArchiveProgress>? progress = null, CancellationToken cancellationToken = default) =>
        ArchiveCheck.Run(this, progress, cancellationToken);

    /// <summary>Provider, account and folder.</summary>
    public override string ToString() => $"{Provider}/{Account} in {Path}";

    internal static string HashOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return ChangeSubject.Hash(file);
    }

    private static InvoicingException Damaged(string path, string reason, Exception? cause = null) =>
        new(ErrorKind.InvalidFile, $"The file '{path}' of the archive cannot be used: {reason}.", cause)
        {
            Advice = "Test-InvoiceArchive finds every such file; delete it and run Export-InvoiceArchive again.",
        };
}

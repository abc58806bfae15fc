using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace Invoicing.Archives;

/// <summary>Compares an archive with its manifest.</summary>
internal static class ArchiveCheck
{
    private const string Again = "Delete it and run Export-InvoiceArchive again, or restore it from a backup.";

    public static IReadOnlyList<ArchiveFinding> Run(InvoiceArchive archive, IProgress<ArchiveProgress>? progress, CancellationToken cancel)
    {
        var findings = new List<ArchiveFinding>();
        ArchiveManifest manifest = archive.Manifest;
        findings.AddRange(manifest.Faults.Select(fault => Found(
            ArchiveFindingKind.ManifestDamaged, ArchiveManifest.FileName, $"{ArchiveManifest.FileName}, {fault}. Restore the folder from a backup, or export into an empty folder.")));
        if (manifest.LastEnd is null)
        {
            findings.Add(Found(ArchiveFindingKind.Unfinished, null, "The last export did not get to its end. Run Export-InvoiceArchive again: it goes on where it stopped."));
        }

        int done = 0;
        ArchiveFile[] files = [.. archive.Files.Where(file => file.Path is not null)];
        var names = new HashSet<string>(StringComparer.Ordinal) { ArchiveManifest.FileName, ArchiveFolder.LockName };
        foreach (ArchiveFile file in files)
        {
            cancel.ThrowIfCancellationRequested();
            names.Add(file.Path!);
            if (FaultOf(archive, file) is { } fault)
            {
                findings.Add(new ArchiveFinding(fault.Kind, archive.Path, file.Path, fault.Message, file));
            }

            progress?.Report(new ArchiveProgress("files", ++done, files.Length, 0));
        }

        foreach (ArchiveFile file in archive.Files.Where(file => !file.IsGone && file.Role is not (ArchiveRole.Record or ArchiveRole.Saft)))
        {
            string name = $"The {file.Role} of {file.Kind} {file.RecordId}";
            if (file is { Path: null, Source: "" })
            {
                findings.Add(new ArchiveFinding(ArchiveFindingKind.Missing, archive.Path, null, $"{name} could not be fetched: {file.Reason} Run Export-InvoiceArchive again.", file));
            }
            else if (file.Path is not null && manifest.Find(file.Kind, file.RecordId, ArchiveRole.Record)?.Print is { } print && print != file.Source)
            {
                findings.Add(new ArchiveFinding(ArchiveFindingKind.Outdated, archive.Path, file.Path, $"{name} was made before the document was changed. Run Export-InvoiceArchive again.", file));
            }
        }

        findings.AddRange(Names(archive.Path).Where(name => !names.Contains(name)).Select(name => Found(
            ArchiveFindingKind.Unexpected, name, $"The manifest does not name '{name}'. The next export removes what a killed one left behind; other files do not belong here.")));
        return findings;

        ArchiveFinding Found(ArchiveFindingKind kind, string? path, string message) => new(kind, archive.Path, path, message);
    }

    private static (ArchiveFindingKind Kind, string Message)? FaultOf(InvoiceArchive archive, ArchiveFile file)
    {
        if (ArchivePath.Within(archive.Path, file.Path!) is not { } path)
        {
            return (ArchiveFindingKind.ManifestDamaged, $"The manifest names '{file.Path}', which is not a path within the archive.");
        }

        if (!File.Exists(path))
        {
            return (ArchiveFindingKind.Missing, $"'{file.Path}' is missing. Run Export-InvoiceArchive again: it fetches what is missing.");
        }

        try
        {
            long length = new FileInfo(path).Length;
            if (length != file.Bytes || InvoiceArchive.HashOf(path) != file.Sha256)
            {
                string size = length == file.Bytes ? "" : FormattableString.Invariant($" ({length} bytes instead of {file.Bytes})");
                return (ArchiveFindingKind.Changed, $"'{file.Path}' was changed after it was written{size}. {Again}");
            }

            if (file.Role == ArchiveRole.Record)
            {
                archive.Read(file);
            }

            return null;
        }
        catch (InvoicingException fault)
        {
            return (ArchiveFindingKind.Damaged, $"{fault.Message} {Again}");
        }
        catch (Exception fault) when (FileFault.IsOf(fault))
        {
            return (ArchiveFindingKind.Damaged, $"'{file.Path}' could not be read: {FileFault.Reason(path, fault)}. {Again}");
        }
    }

    /// <summary>The paths of all files of a folder, with slashes.</summary>
    public static IEnumerable<string> Names(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => path.Substring(folder.Length).TrimStart(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Replace(Path.DirectorySeparatorChar, '/'));
}

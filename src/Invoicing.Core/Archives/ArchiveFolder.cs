using System.IO;
using System.Linq;

namespace Invoicing.Archives;

/// <summary>The folder of an archive, before anything is written to it.</summary>
internal static class ArchiveFolder
{
    /// <summary>A file that is open while an export goes on; the system unlocks it when the process ends, however it ends.</summary>
    public const string LockName = "archive.lock";

    /// <summary>Takes the folder for this process.</summary>
    /// <exception cref="InvoicingException">Another process has it.</exception>
    public static FileStream Hold(string folder)
    {
        string path = Path.Combine(folder, LockName);
        OutputFile.Refuse(path, overwrite: true);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException fault) when (File.Exists(path))
        {
            throw new InvoicingException(ErrorKind.Conflict, $"Another process is exporting to the archive '{folder}'.", fault)
            {
                Advice = "Wait until it has ended, or use another folder.",
            };
        }
    }

    /// <summary>Refuses a folder that is not fit for an export of a session.</summary>
    /// <exception cref="InvoicingException">It holds something else, another account, or a manifest that is damaged.</exception>
    public static void Check(ArchiveManifest manifest, bool isThere, InvoiceSession session)
    {
        if (!isThere || manifest.Lines == 0)
        {
            if (ArchiveCheck.Names(manifest.Folder).FirstOrDefault(name => name is not (LockName or ArchiveManifest.FileName)) is { } other)
            {
                throw new InvoicingException(ErrorKind.FileFailed, $"The folder '{manifest.Folder}' is not an archive and not empty: it holds '{other}'.")
                {
                    Advice = "Use an empty folder, or one that does not exist.",
                };
            }

            return;
        }

        if (manifest.Faults.Count > 0 || manifest.Head is null)
        {
            throw new InvoicingException(ErrorKind.InvalidFile, $"The manifest of '{manifest.Folder}' is damaged: {manifest.Faults.FirstOrDefault() ?? "it has no first line"}.")
            {
                Advice = "Restore the folder from a backup, or export into an empty folder.",
            };
        }

        if (Journal.JournalLine.Text(manifest.Head, "key") is var key && key != session.AccountKey)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, $"The archive '{manifest.Folder}' is of {key}, and not of {session.AccountKey}.")
            {
                Advice = "Use another folder for this account, or the session of the other one.",
            };
        }
    }
}

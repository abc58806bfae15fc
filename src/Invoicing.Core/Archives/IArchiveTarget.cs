using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Archives;

/// <summary>The place that records of an account are read into: a folder, or memory.</summary>
internal interface IArchiveTarget
{
    /// <summary>Every file that was kept, in this run and before.</summary>
    IReadOnlyCollection<ArchiveFile> Files { get; }

    /// <summary>The file that is kept; <c>null</c> if there is none, or it is not there any more.</summary>
    ArchiveFile? Current(string kind, string id, ArchiveRole role);

    /// <summary>Keeps a record.</summary>
    /// <param name="record">The record, whole.</param>
    /// <param name="source">The hash of the row that it was listed with.</param>
    /// <returns>True if it is another one than before; <c>null</c> if there was none.</returns>
    bool? Keep(InvoiceRecord record, string source);

    /// <summary>Fetches a file of a document, or of a month, to its place.</summary>
    Task FetchAsync(ArchiveFile file, ProviderOperation operation, OperationPoller poller, CancellationToken cancel);

    /// <summary>Notes that the provider has no such file.</summary>
    void NoteAbsence(ArchiveFile file);
}

using System.Collections.Generic;

namespace Invoicing;

/// <summary>The result of an export to an archive.</summary>
public sealed class ArchiveSummary
{
    internal ArchiveSummary(string path) => Path = path;

    /// <summary>Full path of the folder.</summary>
    public string Path { get; }

    /// <summary>Number of records that were not in the archive before.</summary>
    public int Added { get; internal set; }

    /// <summary>Number of records that were changed at the provider.</summary>
    public int Changed { get; internal set; }

    /// <summary>Number of records that are as they were.</summary>
    public int Unchanged { get; internal set; }

    /// <summary>Number of records that the provider no longer has. Their files are kept.</summary>
    public int Gone { get; internal set; }

    /// <summary>Number of files that were written.</summary>
    public int Files { get; internal set; }

    /// <summary>Bytes that were written.</summary>
    public long Bytes { get; internal set; }

    /// <summary>Files that could not be fetched. The next export tries those again that the provider may have later.</summary>
    public IReadOnlyList<ArchiveFault> Faults { get; internal set; } = [];

    /// <summary>Folder and counts.</summary>
    public override string ToString() => $"{Path}: {Added} added, {Changed} changed, {Unchanged} unchanged, {Gone} gone";
}

/// <summary>A file of an archive that could not be fetched.</summary>
public sealed class ArchiveFault
{
    internal ArchiveFault(InvoiceRecord? record, string file, InvoicingException error)
    {
        Record = record;
        File = file;
        Error = error;
    }

    /// <summary>The document; <c>null</c> for a SAF-T file.</summary>
    public InvoiceRecord? Record { get; }

    /// <summary>Path of the file within the archive.</summary>
    public string File { get; }

    /// <summary>The reason.</summary>
    public InvoicingException Error { get; }

    /// <summary>The file and the reason.</summary>
    public override string ToString() => $"{File}: {Error.Message}";
}

namespace Invoicing;

/// <summary>A fault of an archive.</summary>
public sealed class ArchiveFinding
{
    internal ArchiveFinding(ArchiveFindingKind kind, string archive, string? path, string message, ArchiveFile? file = null)
    {
        Kind = kind;
        Archive = archive;
        Path = path;
        Message = message;
        File = file;
    }

    /// <summary>Kind of the fault.</summary>
    public ArchiveFindingKind Kind { get; }

    /// <summary>Path of the file within the archive.</summary>
    public string? Path { get; }

    /// <summary>The fault, and what to do.</summary>
    public string Message { get; }

    /// <summary>The file as the manifest tells of it; <c>null</c> where the fault is another one.</summary>
    public ArchiveFile? File { get; }

    /// <summary>Folder of the archive.</summary>
    public string Archive { get; }

    /// <summary>The kind and the message.</summary>
    public override string ToString() => $"{Kind}: {Message}";
}

using System;

namespace Invoicing;

/// <summary>A file of an archive, as the manifest tells of it.</summary>
public sealed class ArchiveFile
{
    internal ArchiveFile(string kind, string id, ArchiveRole role)
    {
        Kind = kind;
        RecordId = id;
        Role = role;
    }

    /// <summary>Path within the archive, with slashes; <c>null</c> where the provider has no such file for the document.</summary>
    public string? Path { get; internal init; }

    /// <summary>Content of the file.</summary>
    public ArchiveRole Role { get; }

    /// <summary>Kind of the record, such as <c>Client</c>; for a document its type, such as <c>CreditNote</c>.</summary>
    public string Kind { get; }

    /// <summary>The provider's identifier of the record; the month for a SAF-T file.</summary>
    public string RecordId { get; }

    /// <summary>SHA-256 of the file in hexadecimal digits.</summary>
    public string Sha256 { get; internal init; } = "";

    /// <summary>Length in bytes.</summary>
    public long Bytes { get; internal init; }

    /// <summary>Date of the document or payment.</summary>
    public DateTime? Date { get; internal init; }

    /// <summary>Moment at which the file was written.</summary>
    public DateTimeOffset Time { get; internal init; }

    /// <summary>True if the provider no longer had the record at a later export. The file is kept.</summary>
    public bool IsGone { get; internal set; }

    /// <summary>The provider's reason for having no such file.</summary>
    public string? Reason { get; internal init; }

    /// <summary>Hash of what the file was made from: the row of the list for a record, the printed values for a PDF, the documents for a SAF-T file.</summary>
    internal string Source { get; init; } = "";

    /// <summary>Hash of the printed values of a document.</summary>
    internal string? Print { get; init; }

    /// <summary>Identifier of the document that a payment is for.</summary>
    internal string? Document { get; init; }

    internal (string Kind, string Id, ArchiveRole Role) Key => (Kind, RecordId, Role);

    /// <summary>The path.</summary>
    public override string ToString() => Path ?? $"{Role} of {Kind} {RecordId}";
}

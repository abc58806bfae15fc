using System.ComponentModel;
using System;

namespace Invoicing;

/// <summary>A note on a client, or on one of its documents.</summary>
public sealed class ClientNote : InvoiceRecord
{
    /// <summary>Identifier of the client.</summary>
    public string? ClientId { get; set; }

    /// <summary>Name of the client; read only.</summary>
    [ReadOnly(true)]
    public string? ClientName { get; set; }

    /// <summary>Text of the note. The only field that can be changed.</summary>
    public string? Note { get; set; }

    /// <summary>The provider's name for the kind of document, such as <c>Invoice</c>; <c>null</c> for a note on the client.</summary>
    public string? DocumentType { get; set; }

    /// <summary>Identifier of the document.</summary>
    public string? DocumentId { get; set; }

    /// <summary>Moment of writing, in the provider's local time; read only.</summary>
    [ReadOnly(true)]
    public DateTime? CreatedAt { get; set; }

    /// <summary>Name of the author; read only.</summary>
    [ReadOnly(true)]
    public string? CreatedBy { get; set; }

    /// <summary>Identifier of the author; read only.</summary>
    [ReadOnly(true)]
    public string? CreatedById { get; set; }

    /// <summary>The beginning of the text.</summary>
    public override string ToString() => Note is { Length: > 40 } ? Note.Substring(0, 40) + "..." : Note ?? Id ?? "";
}

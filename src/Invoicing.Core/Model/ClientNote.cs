using System;

namespace Invoicing;

/// <summary>A note on a client, or on one of its documents.</summary>
public sealed class ClientNote : InvoiceRecord
{
    /// <summary>Identifier of the client.</summary>
    public string? ClientId { get; set; }

    /// <summary>Name of the client; read only.</summary>
    public string? ClientName { get; set; }

    /// <summary>The text. It is all that can be changed.</summary>
    public string? Note { get; set; }

    /// <summary>The provider's word for the kind of document that it is on, such as <c>Invoice</c>; <c>null</c> if it is on the client.</summary>
    public string? DocumentType { get; set; }

    /// <summary>Identifier of that document.</summary>
    public string? DocumentId { get; set; }

    /// <summary>When it was written, in the provider's own time of day; read only.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>Name of the user who wrote it; read only.</summary>
    public string? CreatedBy { get; set; }

    /// <summary>Identifier of that user; read only.</summary>
    public string? CreatedById { get; set; }

    /// <summary>How the text begins.</summary>
    public override string ToString() => Note is { Length: > 40 } ? Note.Substring(0, 40) + "..." : Note ?? Id ?? "";
}

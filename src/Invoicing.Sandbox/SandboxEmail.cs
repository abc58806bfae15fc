using System;

namespace Invoicing.Sandbox;

/// <summary>An email that the server was asked to send. The server records it and sends nothing.</summary>
public sealed class SandboxEmail
{
    internal SandboxEmail(DateTimeOffset at, long documentId, string to)
    {
        At = at;
        DocumentId = documentId;
        To = to;
    }

    /// <summary>Moment of the request, by the server's clock.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The provider's id of the document that was to be sent.</summary>
    public long DocumentId { get; }

    /// <summary>The recipient's address.</summary>
    public string To { get; }

    /// <summary>The address that gets a copy, or null.</summary>
    public string? Cc { get; internal set; }

    /// <summary>The address that gets a hidden copy, or null.</summary>
    public string? Bcc { get; internal set; }

    /// <summary>The subject, or null for the provider's own.</summary>
    public string? Subject { get; internal set; }

    /// <summary>The text, or null for the provider's own.</summary>
    public string? Body { get; internal set; }
}

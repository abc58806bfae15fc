namespace Invoicing;

/// <summary>An e-mail that the provider sends with a document.</summary>
public sealed class EmailMessage
{
    /// <summary>Recipient; the client's e-mail address if <c>null</c>.</summary>
    public string? To { get; set; }

    /// <summary>Recipient of a copy.</summary>
    public string? Cc { get; set; }

    /// <summary>Recipient of a blind copy.</summary>
    public string? Bcc { get; set; }

    /// <summary>Subject; the provider's default if <c>null</c>.</summary>
    public string? Subject { get; set; }

    /// <summary>Text; the provider's default if <c>null</c>.</summary>
    public string? Body { get; set; }

    /// <summary>True to store <see cref="To"/> as the client's address at the provider.</summary>
    public bool SaveAddress { get; set; }

    /// <summary>True to show the company's logo, if the plan allows it.</summary>
    public bool IncludeLogo { get; set; } = true;

    /// <summary>True to send nothing if the journal of this machine knows that the same e-mail was sent.</summary>
    public bool SkipIfSent { get; set; }

    internal EmailMessage Copy() => (EmailMessage)MemberwiseClone();
}

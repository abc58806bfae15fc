namespace Invoicing;

/// <summary>An e-mail that the provider sends with a document.</summary>
public sealed class EmailMessage
{
    /// <summary>Recipient; the client's own address if <c>null</c>.</summary>
    public string? To { get; set; }

    /// <summary>Recipient of a copy.</summary>
    public string? Cc { get; set; }

    /// <summary>Recipient of a blind copy.</summary>
    public string? Bcc { get; set; }

    /// <summary>Subject; the provider's own text if <c>null</c>.</summary>
    public string? Subject { get; set; }

    /// <summary>Body; the provider's own text if <c>null</c>.</summary>
    public string? Body { get; set; }

    /// <summary>Whether the provider keeps <see cref="To"/> as the client's address.</summary>
    public bool SaveAddress { get; set; }

    /// <summary>Whether the company's logo is shown, where the plan allows it.</summary>
    public bool IncludeLogo { get; set; } = true;

    internal EmailMessage Copy() => (EmailMessage)MemberwiseClone();
}

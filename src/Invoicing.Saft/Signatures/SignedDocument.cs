namespace Invoicing.Saft.Signatures;

/// <summary>The result of a check of a signature.</summary>
internal enum SignatureResult
{
    Verified,

    Failed,

    /// <summary>The predecessor is in an earlier file.</summary>
    Unverifiable,
}

/// <summary>A document and its signature. It may wait for its predecessor: an export need not be in the order of the numbers.</summary>
internal sealed class SignedDocument(SaftDocument document, long number, string message, string hash)
{
    public SaftTable Table { get; } = document.Table;

    public string? DocumentNumber { get; } = document.Number;

    public string? SourceBilling { get; } = document.SourceBilling;

    public int Line { get; } = document.SourceLine;

    public long Number { get; } = number;

    /// <summary>The signed text up to the signature of the predecessor.</summary>
    public string Message { get; } = message;

    public string Hash { get; } = hash;

    /// <summary>The signature of the predecessor; empty for the first of a series; null while it is not known.</summary>
    public string? Before { get; set; }

    public SignatureResult Verify(SignatureKey key)
        => Before is null ? SignatureResult.Unverifiable
            : key.Verify(Message + Before, Hash) ? SignatureResult.Verified
            : SignatureResult.Failed;
}

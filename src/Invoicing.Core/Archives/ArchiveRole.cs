namespace Invoicing;

/// <summary>The content of a file of an archive.</summary>
public enum ArchiveRole
{
    /// <summary>The record as JSON.</summary>
    Record,

    /// <summary>The printed document.</summary>
    Pdf,

    /// <summary>The E-invoice.</summary>
    Xml,

    /// <summary>The QR code as a picture.</summary>
    QrCode,

    /// <summary>The SAF-T (PT) file of a month.</summary>
    Saft,
}

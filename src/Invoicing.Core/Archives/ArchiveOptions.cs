using System;

namespace Invoicing;

/// <summary>Options of an export to an archive.</summary>
public sealed class ArchiveOptions
{
    /// <summary>First date of documents and payments; all from the beginning if <c>null</c>. Clients, items and taxes are always read whole.</summary>
    public DateTime? From { get; init; }

    /// <summary>Last date of documents and payments; all to the end if <c>null</c>.</summary>
    public DateTime? To { get; init; }

    /// <summary>True to fetch the PDF of each issued document, at providers that print.</summary>
    public bool Pdf { get; init; } = true;

    /// <summary>True to fetch each issued document as an E-invoice, at providers that have them.</summary>
    public bool Xml { get; init; } = true;

    /// <summary>True to fetch the QR code of each issued document, at providers that have them.</summary>
    public bool QrCode { get; init; } = true;

    /// <summary>True to fetch the SAF-T (PT) file of each month that is over, at providers that make it.</summary>
    public bool Saft { get; init; } = true;

    /// <summary>True to read every record and fetch every file again, also where the list of the provider shows no change.</summary>
    public bool Refresh { get; init; }

    /// <summary>The wait for files that the provider makes in its own time.</summary>
    public OperationPoller Poller { get; init; } = new();

    internal bool IsWithin(DateTime? date) => (From is null || date >= From.Value.Date) && (To is null || date <= To.Value.Date);

    internal bool HasRange => From is not null || To is not null;
}

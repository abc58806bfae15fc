using System;

namespace Invoicing.Sandbox;

/// <summary>
/// A record of a company that a server starts with, as JSON: the form of the records in an archive (docs/archive.md). Countries are two-letter codes.
/// </summary>
public sealed class SandboxRecord
{
    /// <summary>Makes a record.</summary>
    /// <param name="kind">
    /// The kind: <c>InvoiceAccount</c>, <c>Tax</c>, <c>Sequence</c>, <c>BankAccount</c>, <c>Client</c>, <c>Item</c>, <c>Invoice</c> (a document of any
    /// type) or <c>Payment</c>. Others are ignored.
    /// </param>
    /// <param name="json">The record, a JSON object.</param>
    public SandboxRecord(string kind, string json)
    {
        Kind = kind ?? throw new ArgumentNullException(nameof(kind));
        Json = json ?? throw new ArgumentNullException(nameof(json));
    }

    /// <summary>The kind of the record.</summary>
    public string Kind { get; }

    /// <summary>The record, a JSON object.</summary>
    public string Json { get; }
}

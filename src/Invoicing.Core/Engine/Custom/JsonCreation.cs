using System;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Engine;

/// <summary>Facts about the creation of a record.</summary>
/// <typeparam name="T">The kind of record.</typeparam>
public sealed class JsonCreation<T>
    where T : InvoiceRecord
{
    /// <summary>
    /// Finds what was created where the answer was lost, by a key of the caller's; <c>null</c> if the record has none, so that its creation stays in doubt.
    /// </summary>
    public Func<CancellationToken, Task<T?>>? Find { get; init; }

    /// <summary>The totals of a document, computed as the provider does.</summary>
    public InvoiceTotals? Totals { get; init; }

    /// <summary>Tells whether the creation issues a legal document.</summary>
    public bool IsBinding { get; init; }
}

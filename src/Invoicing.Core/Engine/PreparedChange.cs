using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Engine;

/// <summary>
/// A change that a provider's connector has prepared: a copy of the record, filled in and checked, and the step that sends it.
/// The caller's own record is never written to.
/// </summary>
/// <typeparam name="T">The kind of record.</typeparam>
public sealed class PreparedChange<T>
    where T : class
{
    private readonly Func<T, CancellationToken, Task<T>> _send;

    /// <summary>Makes a prepared change.</summary>
    /// <param name="record">The connector's own copy of the record.</param>
    /// <param name="send">Sends the record and returns a new one, as the provider stored it.</param>
    public PreparedChange(T record, Func<T, CancellationToken, Task<T>> send)
    {
        Record = record;
        _send = send;
    }

    /// <summary>The record that is sent. A client or an item that is created in between is entered here.</summary>
    public T Record { get; }

    /// <summary>The totals of a document.</summary>
    public InvoiceTotals? Totals { get; init; }

    /// <summary>The values that the provider has no field for.</summary>
    public IReadOnlyList<LeftOutValue> LeftOut { get; init; } = [];

    /// <summary>Tells whether the change issues a legal document or a receipt, or sends an e-mail.</summary>
    public bool IsBinding { get; init; }

    /// <summary>Sends the change.</summary>
    /// <param name="cancellationToken">Stops the request; the outcome is unknown then.</param>
    /// <returns>A new record, as the provider stored it.</returns>
    public Task<T> SendAsync(CancellationToken cancellationToken = default) => _send(Record, cancellationToken);
}

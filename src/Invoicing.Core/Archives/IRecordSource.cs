using System.Collections.Generic;

namespace Invoicing;

/// <summary>The records of an account outside of a session: an archive, or a copy in memory.</summary>
public interface IRecordSource
{
    /// <summary>Name of the provider.</summary>
    string Provider { get; }

    /// <summary>Name of the account.</summary>
    string Account { get; }

    /// <summary>Reads the records of a kind: <c>Invoice</c>, <c>Client</c>, <c>Item</c>, <c>Payment</c>, <c>Tax</c>, <c>Sequence</c>, <c>BankAccount</c>, <c>InvoiceAccount</c>.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    /// <returns>The records that the provider still has, each whole, in the order in which they were read first.</returns>
    IEnumerable<T> Read<T>()
        where T : InvoiceRecord;
}

using System;

namespace Invoicing;

/// <summary>A long-running export was not ready in time. The provider continues it, and it can be waited for again.</summary>
public sealed class OperationTimeoutException : InvoicingException
{
    /// <summary>Creates an exception for an export.</summary>
    /// <param name="operation">The unfinished export; use it to wait again.</param>
    /// <param name="limit">Time waited.</param>
    public OperationTimeoutException(ProviderOperation operation, TimeSpan limit)
        : base(
            ErrorKind.OperationTimeout,
            FormattableString.Invariant($"{operation.Name} was not ready within {limit.TotalSeconds:0.###} seconds ({operation.PollCount} times asked)."))
    {
        Operation = operation;
        Limit = limit;
    }

    /// <summary>The unfinished export.</summary>
    public ProviderOperation Operation { get; }

    /// <summary>Time waited.</summary>
    public TimeSpan Limit { get; }
}

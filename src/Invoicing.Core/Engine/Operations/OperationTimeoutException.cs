using System;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>A long-running operation was not done in time. It goes on at the provider and can be waited for again.</summary>
public sealed class OperationTimeoutException : InvoicingException
{
    /// <summary>Makes an exception for an operation.</summary>
    /// <param name="operation">What is still under way; wait for it again with this.</param>
    /// <param name="limit">How long was waited.</param>
    public OperationTimeoutException(ProviderOperation operation, TimeSpan limit)
        : base(
            ErrorKind.OperationTimeout,
            FormattableString.Invariant($"{operation.Name} was not ready within {limit.TotalSeconds:0.###} seconds ({operation.PollCount} times asked)."))
    {
        Operation = operation;
        Limit = limit;
    }

    /// <summary>What is still under way.</summary>
    public ProviderOperation Operation { get; }

    /// <summary>How long was waited.</summary>
    public TimeSpan Limit { get; }
}

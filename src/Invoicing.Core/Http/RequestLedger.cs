using System;

namespace Invoicing.Http;

/// <summary>Stores the times of an account's requests, with exclusive access.</summary>
internal abstract class RequestLedger
{
    /// <summary>Runs an action with exclusive access to the times and stores its changes.</summary>
    public abstract T Use<T>(Func<RequestTimes, T> work);
}

/// <summary>Request ledger in the memory of this process.</summary>
internal sealed class MemoryLedger : RequestLedger
{
    private readonly RequestTimes _times = new();

    public override T Use<T>(Func<RequestTimes, T> work)
    {
        lock (_times)
        {
            return work(_times);
        }
    }
}

using System;
using Invoicing.Engine.Fields;

namespace Invoicing.Http;

/// <summary>Keeps the times of an account's requests, for one user of it at a time.</summary>
internal abstract class RequestLedger
{
    /// <summary>Works on the times alone; what it changes stays changed.</summary>
    public abstract T Use<T>(Func<RequestTimes, T> work);
}

/// <summary>Keeps them for this process.</summary>
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

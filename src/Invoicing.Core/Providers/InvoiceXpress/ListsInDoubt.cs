using System;
using Invoicing.Engine;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>
/// Until when lists may not show what was made: by a run that was killed right before this session began to look, or by this session when
/// it did not wait for the answer.
/// </summary>
internal sealed class ListsInDoubt
{
    private readonly object _lock = new();
    private TimeSpan? _since;

    /// <summary>A record that was made a moment ago does not show yet.</summary>
    public void Begin(ConnectorContext context)
    {
        lock (_lock)
        {
            _since = context.Api.Endpoint.Clock.Elapsed;
        }
    }

    /// <summary>The time to wait until lists show it; the first to ask begins the time.</summary>
    public TimeSpan Remaining(ConnectorContext context, TimeSpan lag)
    {
        TimeSpan now = context.Api.Endpoint.Clock.Elapsed;
        lock (_lock)
        {
            TimeSpan wait = (_since ??= now) + lag - now;
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
    }
}

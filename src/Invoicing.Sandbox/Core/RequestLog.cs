using System.Collections.Generic;

namespace Invoicing.Sandbox.Core;

/// <summary>The latest requests, bounded in number and in text.</summary>
internal sealed class RequestLog
{
    private const int MaxCount = 100_000;
    private const long MaxBodyChars = 64L * 1024 * 1024;

    private readonly Queue<SandboxRequest> _requests = new();
    private long _bodyChars;

    public void Add(SandboxRequest request)
    {
        lock (_requests)
        {
            _requests.Enqueue(request);
            _bodyChars += request.Body?.Length ?? 0;
            while (_requests.Count > MaxCount || (_bodyChars > MaxBodyChars && _requests.Count > 1))
            {
                _bodyChars -= _requests.Dequeue().Body?.Length ?? 0;
            }
        }
    }

    public IReadOnlyList<SandboxRequest> Snapshot()
    {
        lock (_requests)
        {
            return _requests.ToArray();
        }
    }

    public void Clear()
    {
        lock (_requests)
        {
            _requests.Clear();
            _bodyChars = 0;
        }
    }
}

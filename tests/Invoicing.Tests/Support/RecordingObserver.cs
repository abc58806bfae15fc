using System;
using System.Collections.Concurrent;
using System.Linq;
using Invoicing.Http;

namespace Invoicing.Tests.Support;

/// <summary>Keeps everything that it is told.</summary>
internal sealed class RecordingObserver : IRequestObserver
{
    public bool WantsBodies { get; set; }

    public ConcurrentQueue<RequestTrace> Traces { get; } = new();

    public ConcurrentQueue<(string Reason, TimeSpan Time)> Waits { get; } = new();

    public ConcurrentQueue<string> Warnings { get; } = new();

    /// <summary>Everything as one text, to look for what must not be there.</summary>
    public string Text => string.Join(
        "\n",
        Traces.Select(
            trace => $"{trace} {trace.RequestBody} {trace.ResponseBody}").Concat(Waits.Select(wait => wait.Reason)).Concat(Warnings));

    public void OnRequest(RequestTrace trace) => Traces.Enqueue(trace);

    public void OnWait(string reason, TimeSpan time) => Waits.Enqueue((reason, time));

    public void OnWarning(string message) => Warnings.Enqueue(message);
}

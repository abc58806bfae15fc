using System;
using System.Collections.Generic;
using Invoicing.Sandbox.Http;

namespace Invoicing.Sandbox.Core;

/// <summary>
/// Jobs that are polled until their result is ready. No clock is involved: the number of polls
/// alone decides, so that tests need no clock.
/// </summary>
internal sealed class JobBoard
{
    private readonly Dictionary<string, Job> _jobs = new();
    private readonly int _pollsUntilReady;

    public JobBoard(int pollsUntilReady) => _pollsUntilReady = pollsUntilReady;

    /// <summary>Asks for a job, and starts it if need be.</summary>
    /// <param name="call">The request that asks.</param>
    /// <param name="key">Name of the job's result.</param>
    /// <param name="version">Version of the data. A result of an older version is discarded, and the job restarts.</param>
    /// <param name="make">Makes the result and returns its path.</param>
    /// <param name="path">The path of the result when it is ready.</param>
    public JobState Ask(HttpCall call, string key, long version, Func<string> make, out string path)
    {
        if (!_jobs.TryGetValue(key, out var job) || (job.Path != null && job.Version != version))
        {
            _jobs[key] = job = new Job();
        }

        path = "";
        if (job.Path is null)
        {
            if (_pollsUntilReady < 0 || job.Polls < _pollsUntilReady || call.Strikes(SandboxFaultKind.NeverReady))
            {
                job.Polls++;
                return JobState.NotReady;
            }

            if (call.Strikes(SandboxFaultKind.FailingGeneration))
            {
                _jobs.Remove(key);
                return JobState.Failed;
            }

            job.Path = make();
            job.Version = version;
        }

        path = job.Path;
        return JobState.Ready;
    }

    private sealed class Job
    {
        public int Polls { get; set; }

        public long Version { get; set; }

        public string? Path { get; set; }
    }
}

using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Sandbox.Core;

/// <summary>Decides which fault strikes which request: a pure function of the seed, the request's ordinal and the fault's place.</summary>
internal sealed class FaultPlan
{
    private readonly int _seed;
    private volatile State[] _states = Array.Empty<State>();

    public FaultPlan(int seed) => _seed = seed;

    public IReadOnlyList<SandboxFault> Faults => Array.ConvertAll(_states, s => s.Fault);

    public void Set(IEnumerable<SandboxFault> faults) => _states = faults.Select((fault, place) => new State(fault, place)).ToArray();

    /// <summary>The first fault of the given kinds that strikes this request.</summary>
    /// <param name="path">The path of the request.</param>
    /// <param name="ordinal">The request's place in the order of arrival.</param>
    /// <param name="wanted">The kinds in question.</param>
    /// <param name="turn">Number of times that this fault has struck before.</param>
    public SandboxFault? Strike(string path, long ordinal, Func<SandboxFaultKind, bool> wanted, out int turn)
    {
        foreach (var state in _states)
        {
            var fault = state.Fault;
            if (wanted(fault.Kind)
                && (fault.PathPart is null || path.IndexOf(fault.PathPart, StringComparison.OrdinalIgnoreCase) >= 0)
                && (fault.Rate >= 1 || Mixer.Fraction(_seed, ordinal, state.Place) < fault.Rate)
                && state.TryTake(out turn))
            {
                return fault;
            }
        }

        turn = 0;
        return null;
    }

    private sealed class State
    {
        private readonly object _gate = new();
        private int _struck;

        public State(SandboxFault fault, int place)
        {
            Fault = fault;
            Place = place;
        }

        public SandboxFault Fault { get; }

        public int Place { get; }

        public bool TryTake(out int turn)
        {
            lock (_gate)
            {
                turn = _struck;
                if (Fault.Times is { } times && _struck >= times)
                {
                    return false;
                }

                _struck++;
                return true;
            }
        }
    }
}

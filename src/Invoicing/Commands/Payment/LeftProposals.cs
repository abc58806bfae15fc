using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Commands;

/// <summary>Counts the proposals that nothing is entered for, by the reason, and tells of them once at the end.</summary>
internal sealed class LeftProposals
{
    private readonly Dictionary<string, int> _left = [];

    public void Add(PaymentProposal proposal)
    {
        string? why = proposal.State switch
        {
            ProposalState.Matched => $"of {proposal.Confidence} confidence",
            ProposalState.Entered => "entered before",
            ProposalState.InDoubt => "in doubt",
            ProposalState.NotIncoming => null,
            _ => proposal.State.ToString().ToLowerInvariant(),
        };
        if (why is not null)
        {
            _left[why] = _left.TryGetValue(why, out int count) ? count + 1 : 1;
        }
    }

    public void Say(Action<string> write)
    {
        if (_left.Count > 0)
        {
            write($"Bank entries that nothing was entered for: {string.Join(", ", _left.Select(one => $"{one.Value} {one.Key}"))}. Resolve-InvoicePayment shows their reasons and candidates.");
        }
    }
}

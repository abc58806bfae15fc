using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Invoicing.Commands;

/// <summary>
/// The sessions of a runspace. Each runspace has its own, so that parallel scripts and jobs do not change each other's default; a
/// session object can be used in any of them.
/// </summary>
internal sealed class SessionRegistry
{
    private static readonly ConditionalWeakTable<Runspace, SessionRegistry> Registries = new();

    private readonly List<InvoiceSession> _sessions = [];

    public static SessionRegistry Current => Registries.GetValue(Runspace.DefaultRunspace, _ => new SessionRegistry());

    /// <summary>The sessions, oldest first. The last one is the default.</summary>
    public IReadOnlyList<InvoiceSession> Sessions => _sessions;

    /// <exception cref="InvoicingException">No session is connected.</exception>
    public InvoiceSession Default => _sessions.LastOrDefault() ?? throw new InvoicingException(ErrorKind.AuthenticationFailed, "No session is connected.")
    {
        Advice = "Run Connect-InvoiceProvider first. With -Sandbox it requires no account.",
    };

    public InvoiceSession? Find(string name) =>
        _sessions.LastOrDefault(session => string.Equals(session.Name, name, StringComparison.OrdinalIgnoreCase));

    public IEnumerable<InvoiceSession> Match(string pattern)
    {
        var wildcard = Wildcards.Parse(pattern);
        return _sessions.Where(session => wildcard.IsMatch(session.Name));
    }

    /// <summary>Makes a session the default. A session of the same name is replaced and disposed.</summary>
    public void Add(InvoiceSession session)
    {
        if (Find(session.Name) is { } before)
        {
            Remove(before);
        }

        _sessions.Add(session);
    }

    /// <summary>Removes a session and its key, and stops a sandbox that was started for it.</summary>
    public void Remove(InvoiceSession session)
    {
        _sessions.Remove(session);
        session.Dispose();
        SandboxRegistry.StopFor(session);
    }
}

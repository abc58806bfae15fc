using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Invoicing.Commands;

/// <summary>
/// The sessions of one runspace. Each runspace has its own, so that parallel scripts and jobs do not change each other's default; a
/// session object itself can be handed to any of them.
/// </summary>
internal sealed class SessionRegistry
{
    private static readonly ConditionalWeakTable<Runspace, SessionRegistry> Registries = new();

    private readonly List<InvoiceSession> _sessions = [];
    private InvoiceSession? _default;

    public static SessionRegistry Current => Registries.GetValue(Runspace.DefaultRunspace, _ => new SessionRegistry());

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<InvoiceSession> Sessions => _sessions;

    /// <summary>The session that was connected last; <c>null</c> after it was disconnected, and after a connection that failed.</summary>
    public InvoiceSession? DefaultOrNone => _default;

    /// <exception cref="InvoicingException">There is no default session.</exception>
    public InvoiceSession Default => _default ?? throw (_sessions.Count == 0
        ? new InvoicingException(ErrorKind.NotConnected, "Nothing is connected.")
        {
            Advice = "Run Connect-InvoiceProvider first; with -Sandbox it needs no account.",
        }
        : new InvoicingException(
            ErrorKind.NotConnected,
            $"There is no default session: the last one was disconnected, or its connection failed. Connected: {string.Join(", ", _sessions.Select(session => $"'{session.Name}'"))}.")
        {
            Advice = "Name the session with -Session, or run Connect-InvoiceProvider again.",
        });

    public InvoiceSession? Find(string name) =>
        _sessions.LastOrDefault(session => string.Equals(session.Name, name, StringComparison.OrdinalIgnoreCase));

    public IEnumerable<InvoiceSession> Match(string pattern)
    {
        WildcardPattern wildcard = Wildcards.Parse(pattern);
        return _sessions.Where(session => wildcard.IsMatch(session.Name));
    }

    /// <summary>The session of an account that a record came from: that of the name, else another one; the origin itself if none is connected.</summary>
    public IRecordOwner OwnerOf(IRecordOwner origin) => SessionOf(origin) ?? origin;

    /// <summary>The connected session of the account of an origin; <c>null</c> if there is none.</summary>
    public InvoiceSession? SessionOf(IRecordOwner origin)
    {
        if (origin is InvoiceSession { IsConnected: true } own)
        {
            return own;
        }

        List<InvoiceSession> same = _sessions.FindAll(session => session.AccountKey == origin.AccountKey);
        return same.Find(session => string.Equals(session.Name, origin.Name, StringComparison.OrdinalIgnoreCase)) ?? same.LastOrDefault();
    }

    /// <exception cref="InvoicingException">The name is in use, and may not be taken over.</exception>
    public void RequireFree(string name, bool force)
    {
        if (!force && Find(name) is { } before)
        {
            throw new InvoicingException(ErrorKind.Conflict, $"A session with the name '{before.Name}' is connected to {before.AccountKey}.")
            {
                Advice = "Give the new session another -Name, or use -Force to disconnect the other one.",
            };
        }
    }

    /// <summary>Makes a session the default. One of the same name is replaced and forgotten.</summary>
    public void Add(InvoiceSession session)
    {
        if (Find(session.Name) is { } before)
        {
            Remove(before);
        }

        _sessions.Add(session);
        _default = session;
    }

    /// <summary>Leaves no default session: nobody shall work with an older company because a connection failed.</summary>
    public void ClearDefault() => _default = null;

    /// <summary>Forgets a session and its key, and ends the sandbox that was started for it. If it was the default, there is none.</summary>
    public void Remove(InvoiceSession session)
    {
        _sessions.Remove(session);
        if (ReferenceEquals(_default, session))
        {
            _default = null;
        }

        session.Dispose();
        SandboxRegistry.StopFor(session);
    }
}

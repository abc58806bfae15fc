using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Invoicing.Sandbox;

namespace Invoicing.Commands;

/// <summary>The sandboxes of this process, shared by all runspaces.</summary>
internal static class SandboxRegistry
{
    private static readonly List<SandboxServer> Servers = [];
    private static readonly ConditionalWeakTable<SandboxServer, Runspace> Starters = new();
    private static readonly ConditionalWeakTable<InvoiceSession, SandboxServer> Owned = new();

    public static IReadOnlyList<SandboxServer> Running
    {
        get
        {
            lock (Servers)
            {
                Servers.RemoveAll(server => !server.IsRunning);
                return [.. Servers];
            }
        }
    }

    /// <param name="options">Makes the options; they may hold what a person wrote.</param>
    /// <exception cref="InvoicingException">The options are not fit, or the port is in use.</exception>
    public static SandboxServer Start(Func<SandboxOptions> options)
    {
        SandboxServer server;
        try
        {
            server = SandboxServer.Start(options());
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or IOException)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, $"The sandbox did not start. {fault.Message}", fault);
        }

        lock (Servers)
        {
            Servers.Add(server);
            Starters.Add(server, Runspace.DefaultRunspace);
        }

        return server;
    }

    /// <summary>Tells whether an address is that of a sandbox of this process.</summary>
    public static bool IsAt(Uri? address) => address is not null && Running.Any(server => server.BaseUri.Authority == address.Authority);

    /// <summary>Binds a sandbox to the session that it was started for.</summary>
    public static void Own(InvoiceSession session, SandboxServer server) => Owned.Add(session, server);

    /// <summary>Tells whether a sandbox was started for a session.</summary>
    public static bool IsOwned(InvoiceSession session) => Owned.TryGetValue(session, out _);

    public static void StopFor(InvoiceSession session)
    {
        if (Owned.TryGetValue(session, out SandboxServer? server))
        {
            Owned.Remove(session);
            server.Stop();
        }
    }

    /// <summary>Stops the sandboxes that this runspace started; those of others are still in use there.</summary>
    public static void StopOwn()
    {
        foreach (SandboxServer server in Running)
        {
            if (Starters.TryGetValue(server, out Runspace? starter) && starter == Runspace.DefaultRunspace)
            {
                server.Stop();
            }
        }
    }
}

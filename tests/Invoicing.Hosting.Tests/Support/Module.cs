using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Invoicing.Hosting.Tests.Support;

/// <summary>What the module exports, read once.</summary>
internal static class Module
{
    private static readonly Lazy<(Dictionary<string, CmdletInfo> Cmdlets, List<(string Name, string[] Commands)> Providers)> Known = new(Read);

    /// <summary>Names of the cmdlets, in order.</summary>
    public static IEnumerable<string> Cmdlets => Known.Value.Cmdlets.Keys.Order(StringComparer.Ordinal);

    /// <summary>A cmdlet by its name.</summary>
    public static CmdletInfo Find(string name) => Known.Value.Cmdlets[name];

    /// <summary>Names of the providers.</summary>
    public static IEnumerable<string> Providers => Known.Value.Providers.Select(provider => provider.Name);

    /// <summary>The first provider that a cmdlet works with.</summary>
    public static string ProviderOf(string cmdlet) => Known.Value.Providers.First(provider => provider.Commands.Contains(cmdlet)).Name;

    private static (Dictionary<string, CmdletInfo> Cmdlets, List<(string Name, string[] Commands)> Providers) Read()
    {
        using Runspace runspace = HostedModule.Open();
        var cmdlets = runspace.Run("Get-Command -Module Invoicing").As<CmdletInfo>().ToDictionary(cmdlet => cmdlet.Name);
        var providers = runspace.Run("Get-InvoiceProvider").Good
            .Select(provider => ((string)provider.Properties["Name"].Value, (string[])provider.Properties["Command"].Value))
            .ToList();
        return (cmdlets, providers);
    }
}

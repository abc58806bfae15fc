using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Invoicing.Hosting.Tests.Support;

/// <summary>What the module exports, read once.</summary>
internal static class Module
{
    private static readonly Lazy<(Dictionary<string, CmdletInfo> Cmdlets, Dictionary<string, string> Providers)> Known = new(Read);

    /// <summary>Names of the cmdlets, in order.</summary>
    public static IEnumerable<string> Cmdlets => Known.Value.Cmdlets.Keys.Order(StringComparer.Ordinal);

    /// <summary>A cmdlet by its name.</summary>
    public static CmdletInfo Find(string name) => Known.Value.Cmdlets[name];

    /// <summary>The first provider that a cmdlet works with.</summary>
    public static string ProviderOf(string cmdlet) => Known.Value.Providers[cmdlet];

    private static (Dictionary<string, CmdletInfo> Cmdlets, Dictionary<string, string> Providers) Read()
    {
        using Runspace runspace = HostedModule.Open();
        var cmdlets = runspace.Run("Get-Command -Module Invoicing").As<CmdletInfo>().ToDictionary(cmdlet => cmdlet.Name);
        var providers = new Dictionary<string, string>();
        foreach (PSObject provider in runspace.Run("Get-InvoiceProvider").Good)
        {
            foreach (string name in (IEnumerable<string>)provider.Properties["Command"].Value)
            {
                providers.TryAdd(name, (string)provider.Properties["Name"].Value);
            }
        }

        return (cmdlets, providers);
    }
}

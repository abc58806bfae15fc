using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Invoicing.Http;

namespace Invoicing.Commands;

/// <summary>Shows the providers and their capabilities.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceProvider")]
[OutputType(typeof(InvoiceProviderInfo), typeof(PSObject))]
public sealed class GetInvoiceProviderCommand : InvoicingCmdlet
{
    /// <summary>Names of providers. Wildcards are allowed.</summary>
    [ValidateNotNull]
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    [Completes]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Shows which provider can do what these cmdlets do, a row for each cmdlet. Wildcards are allowed.</summary>
    [ValidateNotNull]
    [Parameter]
    [SupportsWildcards]
    [Completes]
    public string[]? Cmdlet { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        InvoiceProvider[] providers = [.. InvoiceProvider.All.Where(provider => Matches(Name, provider.Name))];
        if (Cmdlet is null)
        {
            WriteObject(providers.Select(provider => new InvoiceProviderInfo(provider)), enumerateCollection: true);
            return;
        }

        foreach ((string name, Type? capability) in CommandTable.All.Where(row => Matches(Cmdlet, row.Name)))
        {
            var row = new PSObject();
            row.Properties.Add(new PSNoteProperty(nameof(Cmdlet), name));
            foreach (InvoiceProvider provider in providers)
            {
                row.Properties.Add(new PSNoteProperty(provider.Name, capability is null || provider.Can(capability)));
            }

            WriteObject(row);
        }
    }

    private static bool Matches(string[] patterns, string name) => patterns.Any(pattern => Wildcards.Parse(pattern).IsMatch(name));
}

/// <summary>A provider as <c>Get-InvoiceProvider</c> shows it.</summary>
public sealed class InvoiceProviderInfo
{
    internal InvoiceProviderInfo(InvoiceProvider provider)
    {
        Name = provider.Name;
        Market = provider.Market;
        Stability = provider.Stability;
        Limit = [.. provider.Limits];
        PageSize = provider.PageSize;
        Setting = [.. provider.Settings];
        Command = [.. CommandTable.All.Where(row => row.Capability is null || provider.Can(row.Capability)).Select(row => row.Name)];
        Missing = [.. CommandTable.All.Select(row => row.Name).Except(Command)];
    }

    /// <summary>Name of the provider.</summary>
    public string Name { get; }

    /// <summary>Market of the provider.</summary>
    public string Market { get; }

    /// <summary>Reliability of the support: Stable or Experimental.</summary>
    public ProviderStability Stability { get; }

    /// <summary>Documented rate limits of every account.</summary>
    public RateLimit[] Limit { get; }

    /// <summary>Largest documented page.</summary>
    public int PageSize { get; }

    /// <summary>Settings for <c>Connect-InvoiceProvider -Setting</c>.</summary>
    public ProviderSetting[] Setting { get; }

    /// <summary>Cmdlets that work with it.</summary>
    public string[] Command { get; }

    /// <summary>Cmdlets that it does not support.</summary>
    public string[] Missing { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>The cmdlets of this module and the capability that each needs, read from their types.</summary>
internal static class CommandTable
{
    public static readonly IReadOnlyList<(string Name, Type? Capability)> All =
    [
        .. typeof(CommandTable).Assembly.GetTypes()
            .Select(type => (Type: type, Cmdlet: (CmdletAttribute?)Attribute.GetCustomAttribute(type, typeof(CmdletAttribute), inherit: false)))
            .Where(row => row.Cmdlet is not null)
            .Select(row => ($"{row.Cmdlet!.VerbName}-{row.Cmdlet.NounName}", CapabilityOf(row.Type)))
            .OrderBy(row => row.Item1, StringComparer.Ordinal),
    ];

    private static Type? CapabilityOf(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ConnectorCmdlet<>))
            {
                return type.GetGenericArguments()[0];
            }
        }

        return null;
    }
}

using System.Management.Automation;
using Invoicing.Sandbox;

namespace Invoicing.Commands;

/// <summary>Shows the sandboxes that run in this process, and what was asked of them.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceSandbox")]
[OutputType(typeof(SandboxServer))]
public sealed class GetInvoiceSandboxCommand : InvoicingCmdlet
{
    /// <summary>Names of sandboxes; wildcards are understood.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    public string Name { get; set; } = "*";

    /// <inheritdoc/>
    protected override void Execute()
    {
        var pattern = Wildcards.Parse(Name);
        foreach (SandboxServer server in SandboxRegistry.Running)
        {
            if (pattern.IsMatch(server.Name))
            {
                WriteObject(server);
            }
        }
    }
}

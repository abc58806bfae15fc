using System.Management.Automation;
using Invoicing.Sandbox;

namespace Invoicing.Commands;

/// <summary>Shows the sandboxes of this process, with the requests they received.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceSandbox")]
[OutputType(typeof(SandboxServer))]
public sealed class GetInvoiceSandboxCommand : InvoicingCmdlet
{
    /// <summary>Names of sandboxes. Wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [Completes]
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

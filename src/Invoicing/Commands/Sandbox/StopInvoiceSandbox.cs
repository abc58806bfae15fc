using System.Management.Automation;
using Invoicing.Sandbox;

namespace Invoicing.Commands;

/// <summary>Stops sandboxes. Their data is lost.</summary>
[Cmdlet(VerbsLifecycle.Stop, "InvoiceSandbox", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class StopInvoiceSandboxCommand : InvoicingCmdlet
{
    /// <summary>The sandbox. Default: all sandboxes of this process.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public SandboxServer[]? Sandbox { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        foreach (SandboxServer server in Sandbox ?? [.. SandboxRegistry.Running])
        {
            if (ShouldProcess(server.Name, "Stop"))
            {
                server.Stop();
            }
        }
    }
}

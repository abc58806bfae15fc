using System.Linq;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Leaves nothing behind when the module is removed: no key, and no server that this runspace started.</summary>
public sealed class ModuleCleanup : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        foreach (InvoiceSession session in SessionRegistry.Current.Sessions.ToList())
        {
            SessionRegistry.Current.Remove(session);
        }

        SandboxRegistry.StopOwn();
    }
}

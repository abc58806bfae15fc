using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Deletes clients, if the provider allows it.</summary>
[Cmdlet(VerbsCommon.Remove, "InvoiceClient", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveInvoiceClientCommand : ClientCmdlet<IRemover<Client>>
{
    /// <inheritdoc/>
    protected override void Execute(Client client) => Send(Await(Records(client).Clients.PrepareRemoveAsync(client, Cancel)));
}

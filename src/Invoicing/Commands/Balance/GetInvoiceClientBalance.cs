using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Gets the balances of clients.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceClientBalance")]
[OutputType(typeof(ClientBalance))]
public sealed class GetInvoiceClientBalanceCommand : ClientCmdlet<IBalanceKeeper>
{
    /// <inheritdoc/>
    protected override void Execute(Client client) => WriteObject(Await(Provider(client).GetAsync(client.Id!, Cancel)));
}

using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Gets adjustments of clients' balances.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceClientAdjustment")]
[OutputType(typeof(ClientAdjustment))]
public sealed class GetInvoiceClientAdjustmentCommand : ClientCmdlet<IAdjustmentKeeper>
{
    /// <summary>Rows per request. Default: the largest page that the provider documents.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    [CountTransformation(Now = true)]
    [Completes]
    public int? PageSize { get; set; }

    /// <inheritdoc/>
    protected override void Execute(Client client) =>
        WriteListing(Provider(client).List(client.Id!, new ListQuery { PageSize = PageSize }), "adjustments");
}

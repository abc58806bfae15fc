using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Gets the corrections of clients' balances.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceClientAdjustment")]
[OutputType(typeof(ClientAdjustment))]
public sealed class GetInvoiceClientAdjustmentCommand : ClientCmdlet<IAdjustmentKeeper>
{
    /// <summary>Rows that are asked for at once; the largest page that the provider documents if it is not given.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    [CountTransformation]
    public int? PageSize { get; set; }

    /// <inheritdoc/>
    protected override void Execute(Client client) =>
        WriteListing(Provider(client).List(client.Id!, new ListQuery { PageSize = PageSize }), "adjustments");
}

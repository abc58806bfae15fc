using System;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Adjusts clients' balances.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceClientAdjustment", SupportsShouldProcess = true)]
[OutputType(typeof(ClientAdjustment))]
public sealed class NewInvoiceClientAdjustmentCommand : ClientCmdlet<IAdjustmentKeeper>
{
    /// <summary>Amount of the adjustment. The provider refuses more than the remaining balance.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    [Needed]
    [Completes]
    public Input<decimal>? Amount { get; set; }

    /// <summary>Day, as a date or as text such as 2026-03-31.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    [Needed]
    [Completes]
    public Input<DateTime>? Date { get; set; }

    /// <summary>Free text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Notes { get; set; }

    /// <inheritdoc/>
    protected override void Execute(Client client)
    {
        ClientAdjustment adjustment = Fill(new ClientAdjustment { ClientId = client.Id });
        ChangePlan<ClientAdjustment> plan = Await(Records(client).ClientAdjustments.PrepareAsync(adjustment, Cancel));
        if (ShouldProcess($"balance of client '{client}' in session '{SessionFor(client)}'", FormattableString.Invariant($"Correct by {adjustment.Amount:0.00}")))
        {
            WriteObject(Await(plan.SendAsync(Cancel)));
        }
    }
}

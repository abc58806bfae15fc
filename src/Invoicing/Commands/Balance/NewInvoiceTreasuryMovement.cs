using System;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Records money paid by or to a client without a document.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceTreasuryMovement", SupportsShouldProcess = true)]
[OutputType(typeof(TreasuryMovement))]
public sealed class NewInvoiceTreasuryMovementCommand : ClientCmdlet<ICreator<TreasuryMovement>>
{
    /// <summary>Amount.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    [Needed]
    [Completes]
    public Input<decimal>? Amount { get; set; }

    /// <summary>Direction: from the client (payment) or to the client (reimbursement).</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [Completes]
    [Needed]
    [MemberTransformation(typeof(TreasuryMovementType))]
    public Input<TreasuryMovementType>? Type { get; set; }

    /// <summary>Day, as a date or as text such as 2026-03-31.</summary>
    [Parameter(Position = 3, ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    [Needed]
    [Completes]
    public Input<DateTime>? Date { get; set; }

    /// <summary>Payment method.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [MemberTransformation(typeof(PaymentMethod))]
    [Completes]
    public Input<PaymentMethod>? Method { get; set; }

    /// <summary>Name of the series.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Series { get; set; }

    /// <summary>Free text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Notes { get; set; }

    /// <inheritdoc/>
    protected override void Execute(Client client)
    {
        TreasuryMovement movement = Fill(new TreasuryMovement { ClientId = client.Id });
        ChangePlan<TreasuryMovement> plan = Await(Records(client).TreasuryMovements.PrepareAsync(movement, Cancel));
        if (ShouldProcess($"client '{client}' in session '{SessionFor(client)}'", $"Enter {movement}"))
        {
            WriteObject(Await(plan.SendAsync(Cancel)));
        }
    }
}

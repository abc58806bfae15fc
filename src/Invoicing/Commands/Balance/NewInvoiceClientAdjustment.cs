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
    [Parameter(Mandatory = true, Position = 1)]
    [AmountTransformation]
    public decimal? Amount { get; set; }

    /// <summary>Day, as a date or as text such as 2026-03-31.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [DateTransformation]
    public DateTime? Date { get; set; }

    /// <summary>Free text.</summary>
    [Parameter]
    public string? Notes { get; set; }

    /// <inheritdoc/>
    protected override void Execute(Client client)
    {
        var adjustment = new ClientAdjustment { ClientId = client.Id, Amount = Amount, Date = Date, Notes = Notes };
        if (ShouldProcess($"balance of client '{client}' in session '{SessionFor(client)}'", FormattableString.Invariant($"Correct by {Amount:0.00}")))
        {
            WriteObject(Await(Provider(client).CreateAsync(adjustment, Cancel)));
        }
    }
}

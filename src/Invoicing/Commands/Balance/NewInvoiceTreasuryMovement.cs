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
    [Parameter(Mandatory = true, Position = 1)]
    [AmountTransformation]
    public decimal? Amount { get; set; }

    /// <summary>Direction: from the client (payment) or to the client (reimbursement).</summary>
    [Parameter(Mandatory = true, Position = 2)]
    public TreasuryMovementType Type { get; set; }

    /// <summary>Day, as a date or as text such as 2026-03-31.</summary>
    [Parameter(Mandatory = true, Position = 3)]
    [DateTransformation]
    public DateTime? Date { get; set; }

    /// <summary>Payment method.</summary>
    [Parameter]
    [MemberTransformation(typeof(PaymentMethod))]
    public PaymentMethod? Method { get; set; }

    /// <summary>Name of the series.</summary>
    [Parameter]
    public string? Series { get; set; }

    /// <summary>Free text.</summary>
    [Parameter]
    public string? Notes { get; set; }

    /// <inheritdoc/>
    protected override void Execute(Client client)
    {
        var movement = new TreasuryMovement
        {
            ClientId = client.Id,
            Amount = Amount,
            Type = Type,
            Date = Date,
            Method = Method,
            Series = Series,
            Notes = Notes,
        };
        if (ShouldProcess($"client '{client}' in session '{SessionFor(client)}'", $"Enter {movement}"))
        {
            WriteObject(Await(Provider(client).CreateAsync(movement, Cancel)));
        }
    }
}

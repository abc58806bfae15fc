using System;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Enters money that changed hands with clients without a document.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceTreasuryMovement", SupportsShouldProcess = true)]
[OutputType(typeof(TreasuryMovement))]
public sealed class NewInvoiceTreasuryMovementCommand : ClientCmdlet<ICreator<TreasuryMovement>>
{
    /// <summary>Amount.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [AmountTransformation]
    public decimal? Amount { get; set; }

    /// <summary>Which way the money went.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    public TreasuryMovementType Type { get; set; }

    /// <summary>Day, as a date or as year-month-day.</summary>
    [Parameter(Mandatory = true, Position = 3)]
    [DateTransformation]
    public DateTime? Date { get; set; }

    /// <summary>How it was paid.</summary>
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

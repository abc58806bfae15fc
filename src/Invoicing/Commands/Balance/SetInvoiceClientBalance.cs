using System;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Sets the opening balance of clients.</summary>
[Cmdlet(VerbsCommon.Set, "InvoiceClientBalance", SupportsShouldProcess = true)]
[OutputType(typeof(ClientBalance))]
public sealed class SetInvoiceClientBalanceCommand : ClientCmdlet<IBalanceKeeper>
{
    /// <summary>Opening balance; positive if the client owes.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [AmountTransformation]
    public decimal? Amount { get; set; }

    /// <summary>Day of the opening balance, as a date or as text such as 2026-03-31.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [DateTransformation]
    public DateTime? Date { get; set; }

    /// <summary>Free text.</summary>
    [Parameter]
    public string? Notes { get; set; }

    /// <inheritdoc/>
    protected override void Execute(Client client)
    {
        if (ShouldProcess($"client '{client}' in session '{SessionFor(client)}'", FormattableString.Invariant($"Set the initial balance to {Amount:0.00}")))
        {
            WriteObject(Await(Provider(client).SetInitialAsync(client.Id!, Amount!.Value, Date!.Value, Notes, Cancel)));
        }
    }
}

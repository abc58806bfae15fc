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
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    [Needed]
    [Completes]
    public Input<decimal>? Amount { get; set; }

    /// <summary>Day of the opening balance, as a date or as text such as 2026-03-31.</summary>
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
        if (ShouldProcess($"client '{client}' in session '{SessionFor(client)}'", FormattableString.Invariant($"Set the initial balance to {Amount.Get():0.00}")))
        {
            WriteObject(Await(Provider(client).SetInitialAsync(client.Id!, Amount.Get()!.Value, Date.Get()!.Value, Notes.Get(), Cancel)));
        }
    }
}

using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Takes a payment back: its receipt is cancelled and the invoice is open again.</summary>
[Cmdlet(VerbsCommon.Remove, "InvoicePayment", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Payment))]
public sealed class RemoveInvoicePaymentCommand : ConnectorCmdlet<IPaymentCanceler>
{
    /// <summary>The payment.</summary>
    [Parameter(ParameterSetName = nameof(Payment), Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public Payment[] Payment { get; set; } = [];

    /// <summary>The provider's identifier of the payment: that of the receipt, not of the invoice.</summary>
    [Parameter(ParameterSetName = nameof(Id), Mandatory = true)]
    public string[] Id { get; set; } = [];

    /// <summary>The identifier is that of a payment that went out, to a supplier.</summary>
    [Parameter(ParameterSetName = nameof(Id))]
    public SwitchParameter Outgoing { get; set; }

    /// <summary>Why; some providers need it.</summary>
    [Parameter(Position = 1)]
    public string Reason { get; set; } = "";

    /// <summary>Write the payment as it stands then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() =>
        ForEach(ParameterSetName == nameof(Id)
            ? System.Array.ConvertAll(Id, id => new Payment { Id = id, IsOutgoing = Outgoing }) : Payment, TakeBack);

    private void TakeBack(Payment payment)
    {
        Target = payment;
        if (!ShouldProcess($"payment {payment} in session '{SessionFor(payment)}'", "Cancel"))
        {
            return;
        }

        Payment canceled = Await(Provider(payment).CancelAsync(payment, Reason, Cancel));
        if (PassThru)
        {
            WriteObject(canceled);
        }
    }
}

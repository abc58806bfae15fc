using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Changes payments. Fields that are not given stay as they are.</summary>
[Cmdlet(VerbsCommon.Set, "InvoicePayment", SupportsShouldProcess = true)]
[OutputType(typeof(Payment))]
public sealed class SetInvoicePaymentCommand : PaymentParameters<IUpdater<Payment>>
{
    /// <summary>The payment: the object, or the provider's identifier of it.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [RecordTransformation(Many = true)]
    [Completes]
    public Input<RecordIdentity>? Payment { get; set; }

    /// <summary>The provider's identifier of the payment.</summary>
    [Parameter]
    [RecordTransformation(Many = true, Kind = RecordKeyKind.Id)]
    [Completes]
    public Input<RecordIdentity>? Id { get; set; }

    /// <summary>The identifier is that of an outgoing payment to a supplier.</summary>
    [Parameter]
    public SwitchParameter Outgoing { get; set; }

    /// <summary>Amount with tax, such as 49.20.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    [Completes]
    public Input<decimal>? Amount { get; set; }

    /// <summary>Writes the changed payment.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEach(OneWay("payment", Payment, Id), identity =>
    {
        Target = identity.Source;
        Change(Outgoing && identity.Record is null
            ? Await(Use<IPurchasePayer>().GetOutgoingAsync(identity.ToString(), Cancel)) : FindRecord<Payment>(identity));
    });

    private void Change(Payment payment)
    {
        Target = payment;
        Payment wanted = Fill(payment.Copy());
        wanted.Method = MethodName.Get() is null ? wanted.Method : null;
        if (Send(Await(Records(payment).Payments.PrepareUpdateAsync(wanted, Before(payment), Cancel))) is { } changed && PassThru)
        {
            WriteObject(changed);
        }
    }
}

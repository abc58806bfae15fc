using System;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Changes payments. Fields that are not given stay as they are.</summary>
[Cmdlet(VerbsCommon.Set, "InvoicePayment", SupportsShouldProcess = true, DefaultParameterSetName = nameof(Payment))]
[OutputType(typeof(Payment))]
public sealed class SetInvoicePaymentCommand : ConnectorCmdlet<IUpdater<Payment>>
{
    /// <summary>The payment.</summary>
    [Parameter(ParameterSetName = nameof(Payment), Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public Payment[] Payment { get; set; } = [];

    /// <summary>The provider's identifier of the payment.</summary>
    [Parameter(ParameterSetName = nameof(Id), Mandatory = true)]
    public string[] Id { get; set; } = [];

    /// <summary>The identifier is that of an outgoing payment to a supplier.</summary>
    [Parameter(ParameterSetName = nameof(Id))]
    public SwitchParameter Outgoing { get; set; }

    /// <summary>Amount with tax, such as 49.20.</summary>
    [Parameter]
    [AmountTransformation]
    public decimal? Amount { get; set; }

    /// <summary>Day of the payment.</summary>
    [Parameter]
    [DateTransformation]
    public DateTime? Date { get; set; }

    /// <summary>Payment method.</summary>
    [Parameter]
    [Alias("PaymentMethod")]
    [MemberTransformation(typeof(PaymentMethod))]
    public PaymentMethod? Method { get; set; }

    /// <summary>The provider's own name of the payment method, at providers that accept any (SalenGo).</summary>
    [Parameter]
    [TextTransformation]
    public string? MethodName { get; set; }

    /// <summary>The provider's identifier of the bank account or cash register.</summary>
    [Parameter]
    [TextTransformation]
    public string? AccountId { get; set; }

    /// <summary>Free text.</summary>
    [Parameter]
    public string? Notes { get; set; }

    /// <summary>Writes the changed payment.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        if (ParameterSetName == nameof(Id))
        {
            ForEach(Id, id => Change(Await(Outgoing
                ? Use<IPurchasePayer>().GetOutgoingAsync(id, Cancel) : Use<IPaymentReader>().GetAsync(id, Cancel))));
        }
        else
        {
            ForEach(Payment, Change);
        }
    }

    private void Change(Payment payment)
    {
        Target = payment;
        string name = payment.ToString();
        FieldParameters.Apply(MyInvocation.BoundParameters, payment);
        payment.Method = MethodName is null ? payment.Method : null;
        if (!ShouldProcess($"payment {name} in session '{SessionFor(payment)}'", "Change"))
        {
            return;
        }

        Await(Provider(payment).UpdateAsync(payment, Cancel));
        if (PassThru)
        {
            WriteObject(payment);
        }
    }
}

using System;
using System.Management.Automation;
using Invoicing.Connectors;

namespace Invoicing.Commands;

/// <summary>Changes a payment: what is given is changed, everything else stays.</summary>
[Cmdlet(VerbsCommon.Set, "InvoicePayment", SupportsShouldProcess = true)]
[OutputType(typeof(Payment))]
public sealed class SetInvoicePaymentCommand : RecordCmdlet<IUpdater<Payment>, Payment>
{
    /// <summary>What shall be changed: the payment or its identifier.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Payment")]
    [RecordTransformation]
    public RecordIdentity[] InputObject { get; set; } = [];

    /// <summary>Amount with tax.</summary>
    [Parameter]
    [AmountTransformation]
    public decimal? Amount { get; set; }

    /// <summary>Day of the payment, as a date or as year-month-day.</summary>
    [Parameter]
    [DateTransformation]
    public DateTime? Date { get; set; }

    /// <summary>How it was paid.</summary>
    [Parameter]
    [Alias("PaymentMethod")]
    [MemberTransformation(typeof(PaymentMethod))]
    public PaymentMethod? Method { get; set; }

    /// <summary>How it was paid in the provider's own word, for providers that take any (SalenGo).</summary>
    [Parameter]
    public string? MethodName { get; set; }

    /// <summary>Free text.</summary>
    [Parameter]
    public string? Notes { get; set; }

    /// <summary>Write the payment as it is afterwards, which costs a request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(InputObject, record => Change(record, PassThru));

    private protected override void Prepare(Payment record)
    {
        if (MethodName is not null)
        {
            record.Method = null;
        }
    }
}

using System;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The parameters of a payment that is entered or changed.</summary>
/// <typeparam name="TCapability">The kind of work that the cmdlet needs.</typeparam>
public abstract class PaymentParameters<TCapability> : RowCmdlet<TCapability>
    where TCapability : class, ICapability
{
    private protected PaymentParameters()
    {
    }

    /// <summary>Day of the payment, as a date or as text such as 2026-03-31.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DateTransformation]
    [Completes]
    public Input<DateTime>? Date { get; set; }

    /// <summary>Payment method.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PaymentMethod")]
    [MemberTransformation(typeof(PaymentMethod))]
    [Completes]
    public Input<PaymentMethod>? Method { get; set; }

    /// <summary>The provider's own name of the payment method, at providers that accept any (SalenGo).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? MethodName { get; set; }

    /// <summary>The provider's identifier of the bank account or cash register: see Get-InvoiceBankAccount.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? AccountId { get; set; }

    /// <summary>Free text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Notes { get; set; }
}

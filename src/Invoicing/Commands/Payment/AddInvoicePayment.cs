using System;
using System.Linq;
using System.Management.Automation;
using Invoicing.Connectors;

namespace Invoicing.Commands;

/// <summary>Enters a payment for an invoice. A payment of all that is open settles it.</summary>
[Cmdlet(VerbsCommon.Add, "InvoicePayment", SupportsShouldProcess = true)]
[OutputType(typeof(Payment))]
public sealed class AddInvoicePaymentCommand : InvoiceCmdlet<IPaymentTaker>
{
    /// <summary>Amount with tax; else all that is open, which costs a request to find out.</summary>
    [Parameter(Position = 1)]
    [AmountTransformation]
    public decimal? Amount { get; set; }

    /// <summary>Day of the payment, as a date or as year-month-day; the provider takes today if it is not given.</summary>
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

    /// <summary>Name of the series for the receipt; else the invoice's.</summary>
    [Parameter]
    public string? Series { get; set; }

    /// <summary>Free text.</summary>
    [Parameter]
    public string? Notes { get; set; }

    /// <inheritdoc/>
    protected override bool NeedsWhole => Amount is null;

    /// <inheritdoc/>
    protected override void Execute(Invoice invoice)
    {
        var payment = new Payment { Amount = Amount ?? OpenAmount(invoice), Date = Date, Method = Method, MethodName = MethodName, Series = Series, Notes = Notes };
        if (ShouldProcess(FormattableString.Invariant($"{invoice} of '{invoice.ClientName}': {payment.Amount:0.00}"), "Enter a payment"))
        {
            WriteObject(Await(Provider(invoice).AddAsync(invoice, payment, Cancel)));
        }
    }

    private decimal OpenAmount(Invoice invoice)
    {
        // Where payments cannot be listed, the provider knows better whether the total is still open.
        decimal total = invoice.Total ?? 0;
        decimal open = SessionFor(invoice).Provider.Can(typeof(IPaymentReader)) ? total - PaidAmount(invoice)
            : invoice.State == InvoiceState.Settled ? 0
            : total;
        return open > 0 ? open : throw new InvoicingException(ErrorKind.Conflict, $"Nothing is open on {invoice}.");
    }

    private decimal PaidAmount(Invoice invoice) => Await(Use<IPaymentReader>(invoice).GetForInvoiceAsync(invoice, Cancel))
        .Where(payment => payment.State != InvoiceState.Canceled)
        .Sum(payment => payment.Amount ?? 0);
}

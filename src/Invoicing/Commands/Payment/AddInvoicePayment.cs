using System;
using System.Management.Automation;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>
/// Enters a payment for an invoice or a purchase. A payment of the whole outstanding amount settles it. An existing payment is bound
/// to it with -PaymentId. A payment with the same document, amount, day and notes as one that the journal of this machine knows is entered with
/// -Force alone.
/// </summary>
[Cmdlet(VerbsCommon.Add, "InvoicePayment", SupportsShouldProcess = true, DefaultParameterSetName = nameof(Invoice))]
[OutputType(typeof(Payment))]
public sealed class AddInvoicePaymentCommand : PaymentParameters<IPaymentTaker>
{
    /// <summary>The document: its object, a row, or text that is looked for as number and reference, and as an id last.</summary>
    [Parameter(ParameterSetName = nameof(Invoice), Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [InvoiceTransformation(Many = true)]
    [Completes]
    public Input<InvoiceIdentity>? Invoice { get; set; }

    /// <summary>The provider's identifier of the document.</summary>
    [Parameter(ParameterSetName = nameof(Invoice))]
    [InvoiceTransformation(Many = true, Kind = RecordKeyKind.Id)]
    [Completes]
    public Input<InvoiceIdentity>? Id { get; set; }

    /// <summary>Number of the document with its series, such as FT 2026/14.</summary>
    [Parameter(ParameterSetName = nameof(Invoice))]
    [InvoiceTransformation(Many = true, Kind = RecordKeyKind.Number)]
    [Completes]
    public Input<InvoiceIdentity>? Number { get; set; }

    /// <summary>Your own key of the document, such as an order number.</summary>
    [Parameter(ParameterSetName = nameof(Invoice))]
    [InvoiceTransformation(Many = true, Kind = RecordKeyKind.Reference)]
    [Completes]
    public Input<InvoiceIdentity>? Reference { get; set; }

    /// <summary>The paid purchase: its object or identifier.</summary>
    [Parameter(ParameterSetName = nameof(Purchase), Mandatory = true, ValueFromPipeline = true)]
    [RecordTransformation(Many = true)]
    [Completes]
    public Input<RecordIdentity>? Purchase { get; set; }

    /// <summary>A proposal of Resolve-InvoicePayment: each of its payments is entered, if it is certain enough.</summary>
    [Parameter(ParameterSetName = nameof(Proposal), Mandatory = true, ValueFromPipeline = true)]
    [ProposalTransformation]
    [Completes]
    public Input<PaymentProposal>? Proposal { get; set; }

    /// <summary>The least confidence of a proposal that is entered: Low, Medium or High. The others are left, and counted at the end. Default: High.</summary>
    [Parameter(ParameterSetName = nameof(Proposal), ValueFromPipelineByPropertyName = true)]
    [MemberTransformation(typeof(PaymentConfidence))]
    [Completes]
    public Input<PaymentConfidence>? MinimumConfidence { get; set; }

    /// <summary>Amount with tax, such as 49.20. Default: the outstanding amount, which may cost requests.</summary>
    [Parameter(ParameterSetName = nameof(Invoice), Position = 1, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Purchase), Position = 1, ValueFromPipelineByPropertyName = true)]
    [AmountTransformation]
    [Completes]
    public Input<decimal>? Amount { get; set; }

    /// <summary>Name of the series of the receipt. Default: the invoice's series.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Series { get; set; }

    /// <summary>Identifier of an existing payment. It is bound to the document, and no payment is entered.</summary>
    [Parameter(ParameterSetName = nameof(Invoice), ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Purchase), ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? PaymentId { get; set; }

    /// <summary>With -PaymentId: marks the invoice as paid, whatever the amount.</summary>
    [Parameter(ParameterSetName = nameof(Invoice))]
    public SwitchParameter FullCover { get; set; }

    /// <summary>Type of the document if only its identifier or number is given. Saves requests.</summary>
    [Parameter(ParameterSetName = nameof(Invoice), ValueFromPipelineByPropertyName = true)]
    [MemberTransformation(typeof(InvoiceType))]
    [Completes]
    public Input<InvoiceType>? Type { get; set; }

    /// <summary>Enters it although the same amount of the same day, with the same notes, was entered for the document before.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private readonly RepeatedChanges _enteredBefore = new();
    private readonly LeftProposals _left = new();

    /// <inheritdoc/>
    protected override void End()
    {
        _enteredBefore.Say("entered before and not entered again", WriteWarning);
        _left.Say(WriteWarning);
    }

    /// <inheritdoc/>
    protected override void Execute()
    {
        if (ParameterSetName == nameof(Purchase))
        {
            ForEach(Purchase, identity =>
            {
                Target = identity.Source;
                Pay(FindRecord<Purchase>(identity, whole: false));
            });
            return;
        }

        if (Proposal.Get() is { } proposal)
        {
            Target = proposal;
            Pay(proposal);
            return;
        }

        ForEach(OneWay("document", Invoice, Id, Number, Reference), identity =>
        {
            Target = identity.Source;
            Pay(FindInvoice(identity, Type.Get(), whole: false));
        });
    }

    private void Pay(Invoice invoice)
    {
        PaymentSet payments = Records(invoice).Payments;
        if (PaymentId.Get() is { } id)
        {
            Send(Await(payments.PrepareBindAsync(id, invoice, FullCover, Cancel)));
        }
        else
        {
            Enter(invoice, Fill(new Payment()), payment => payments.PrepareAsync(invoice, payment, Cancel));
        }
    }

    /// <summary>Enters the payments of a proposal. One that fails does not keep the others.</summary>
    private void Pay(PaymentProposal proposal)
    {
        if (proposal.Payments.Count == 0 || proposal.Confidence < (MinimumConfidence.Get() ?? PaymentConfidence.High))
        {
            _left.Add(proposal);
            return;
        }

        ForEach(proposal.Payments, part => Enter(
            part.Invoice, Fill(proposal.ToPayment(part, Force)), payment => Records(part.Invoice).Payments.PrepareAsync(part.Invoice, payment, Cancel)));
    }

    private void Pay(Purchase purchase)
    {
        PaymentSet payments = Records(purchase).Payments;
        if (PaymentId.Get() is { } id)
        {
            Send(Await(payments.PrepareBindAsync(id, purchase, Cancel)));
        }
        else
        {
            Enter(purchase, Fill(new Payment()), payment => payments.PrepareAsync(purchase, payment, Cancel));
        }
    }

    /// <summary>Enters a payment that was not entered before.</summary>
    private void Enter(InvoiceRecord document, Payment payment, Func<Payment, Task<ChangePlan<Payment>>> prepare)
    {
        // Without amount and day, one payment cannot be told from another.
        if (!Force && payment is { Amount: not null, Date: not null } && SessionFor(document).GetJournal().HasEntered(document, payment))
        {
            _enteredBefore.Add(payment.InWords(document));
            return;
        }

        try
        {
            if (Send(Await(prepare(payment))) is { } made)
            {
                WriteObject(made);
            }
        }
        catch (InvoicingException repeat) when (repeat.IsRepeat)
        {
            // Another process was faster.
            _enteredBefore.Add(payment.InWords(document));
        }
    }
}

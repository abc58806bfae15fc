using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>
/// Proposes payments: matches bank entries with open documents by number, reference, client and amount. Each proposal has its reasons and a confidence;
/// where several documents fit, they are the candidates and nothing is proposed. The oldest entry comes first. Nothing is changed.
/// </summary>
[Cmdlet(VerbsDiagnostic.Resolve, "InvoicePayment")]
[OutputType(typeof(PaymentProposal))]
public sealed class ResolveInvoicePaymentCommand : ConnectorCmdlet<IPaymentTaker>
{
    private readonly List<BankEntry> _entries = [];

    /// <summary>The entries of Import-InvoiceBankStatement. An entry that comes twice counts once.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ObjectTransformation(typeof(BankEntry), Many = true)]
    public BankEntry[] Entry { get; set; } = [];

    /// <summary>The documents that may be paid, as objects of Get-Invoice. Default: all that is open, in one listing.</summary>
    [Parameter]
    [ObjectTransformation(typeof(Invoice), Many = true)]
    [Completes]
    public Invoice[]? Invoice { get; set; }

    /// <summary>Most that an entry may be below what is open and still count as paying all of it, such as the fee of a bank: 0.50.</summary>
    [Parameter]
    [AmountTransformation(Needed = true)]
    [Completes]
    public decimal Tolerance { get; set; }

    /// <summary>Reads the payments since the first entry at the provider, too, and finds what another machine entered. Costs one listing more.</summary>
    [Parameter]
    public SwitchParameter CheckPayment { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        if (Tolerance < 0)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, "-Tolerance cannot be negative: it says how much less than what is open counts as all of it.");
        }

        _entries.AddRange(Entry);
    }

    /// <inheritdoc/>
    protected override void End()
    {
        if (_entries.Count == 0)
        {
            return;
        }

        var options = new PaymentMatchOptions { Tolerance = Tolerance, CheckPayments = CheckPayment };
        foreach (PaymentProposal proposal in Await(Records(Invoice?.FirstOrDefault()).Payments.ResolveAsync(_entries, options, Invoice, Cancel)))
        {
            WriteObject(proposal);
        }
    }
}

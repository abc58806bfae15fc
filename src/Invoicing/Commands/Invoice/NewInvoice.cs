using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>
/// Creates a draft of an invoice or another document, from parameters or from a CSV row with these column names. A row has one line, or
/// the lines of -Line.
/// </summary>
[Cmdlet(VerbsCommon.New, "Invoice", SupportsShouldProcess = true)]
[OutputType(typeof(Invoice))]
public sealed class NewInvoiceCommand : NewInvoiceParameters
{
    private readonly Dictionary<InvoiceSession, InvoiceSet> _sets = [];
    private readonly OrderReferences _references = new();
    private ProgressReporter? _progress;
    private int _count;

    /// <summary>
    /// Creates no document whose -Reference exists already, and writes the one that is there, with IsExisting set, so that the pipeline
    /// continues with it. One with another client, day, total or other lines is an error.
    /// </summary>
    [Parameter]
    public SwitchParameter SkipExisting { get; set; }

    /// <summary>Rewrites a draft that has the -Reference and differs. It includes -SkipExisting. An issued document is never changed.</summary>
    [Parameter]
    public SwitchParameter Update { get; set; }

    /// <summary>
    /// Creates a missing client and, at providers whose lines refer to items, missing items. Each is created once.
    /// </summary>
    [Parameter]
    public SwitchParameter CreateMissing { get; set; }

    /// <summary>
    /// Rows that follow each other and have the same reference are the lines of one document. Without it each row is a document, and a second row
    /// with the reference of an earlier one is refused.
    /// </summary>
    [Parameter]
    [ValidateSet(nameof(Reference))]
    public string? GroupBy { get; set; }

    /// <summary>
    /// Taxes of another account, by name or rate, and the taxes of this one that take their place in a document from the pipeline, such as
    /// @{ 'IVA23' = '24' }. Default: the one tax of this account that has the same rate.
    /// </summary>
    [Parameter]
    public IDictionary? TaxMap { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        InvoiceOrder order = Order();
        if (GroupBy is null)
        {
            _references.CheckSingle(order);
            Make(order);
            return;
        }

        string reference = order.Invoice.Reference
            ?? throw InvoicingException.InvalidInput("document", [new FieldError(nameof(Reference), "is missing; -GroupBy needs it in every row")]);
        if (_references.IsOpen(reference))
        {
            _references.Add(order);
        }
        else
        {
            MakeCollected();
            _references.Open(reference, order);
        }
    }

    /// <inheritdoc/>
    protected override void End()
    {
        MakeCollected();
        _progress?.End();
    }

    /// <inheritdoc/>
    private protected override void OnBadRow()
    {
        if (GroupBy is null || InputValue.Text(Reference?.Raw) is not { } reference)
        {
            return;
        }

        if (!_references.IsOpen(reference))
        {
            MakeCollected();
            _references.Open(reference, null);
        }

        _references.Break(Row);
    }

    /// <summary>Creates the document whose rows are complete. What goes wrong is an error of its first row.</summary>
    private void MakeCollected()
    {
        if (_references.Close(out Row? broken) is not { } order)
        {
            return;
        }

        using (As(order.Row, order.Target))
        {
            try
            {
                if (broken is not null)
                {
                    throw new InvoicingException(ErrorKind.InvalidInput, $"The document was not created: its {broken} is wrong.") { Advice = "Correct that row and run all rows of the document again." };
                }

                Make(order);
            }
            catch (InvoicingException failure)
            {
                WriteFailure(failure, Target);
            }
        }
    }

    private void Make(InvoiceOrder order)
    {
        Target = order.Target;
        Destination = null;
        Destination = SessionFor(OwnOrNone(order.Source));
        if (order.Source is Invoice piped)
        {
            // The lines become lines of a new document, which have no identifiers yet.
            order.Invoice.Lines.ToList().ForEach(line => line.Extra.Clear());
            WarnOfLoss(piped);
        }

        Settle(order.Invoice.Lines, TaxMap);
        order.Invoice.Client = order.Client.Client is not { } client ? order.NewClient : IsForeign(client) ? Whole(client) : client;
        order.Invoice.CorrectedInvoiceId = order.Corrected is { } note ? note.Id ?? Corrected(note).Id : null;
        var options = new InvoiceOptions { SkipExisting = SkipExisting, UpdateDraft = Update, IsMoved = order.Source is Invoice other && IsForeign(other), CreateMissing = CreateMissing, ClientKey = order.Client.Key };
        InvoicePlan plan = Await(InvoicesOf(OwnOrNone(order.Source)).PrepareAsync(order.Invoice, options, Cancel));
        if (plan.Existing is { } there)
        {
            // Nothing goes to the provider; what the journal had in doubt about it ends.
            WriteVerbose($"{there} with reference '{order.Invoice.Reference}' is there already ({there.State}).");
            WriteObject(Send(plan));
            return;
        }

        if (plan.CreatesFirst.OfType<Client>().Any())
        {
            WarnOfLoss(order.Client.Client);
        }

        if (Send(plan) is { } made)
        {
            WriteObject(made);
            (_progress ??= new ProgressReporter(this, "Creating documents")).Count(++_count, null, "created");
        }
    }

    /// <summary>The document that a note corrects. No provider has a field for one of another program.</summary>
    private Invoice Corrected(InvoiceIdentity note)
    {
        try
        {
            return FindInvoice(note, null, whole: false);
        }
        catch (InvoicingException missing) when (missing.Kind == ErrorKind.NotFound)
        {
            throw new InvoicingException(ErrorKind.NotFound, $"For: {missing.Message}", missing)
            {
                Advice = $"A note corrects a document of its own account: {SessionFor().Provider.Name} has no field for the number of a document of another program. Give the note in that program, or name the document in -Notes and leave out -For.",
            };
        }
    }

    /// <summary>The documents of the session of a record. What they remember holds for the command: one pipeline can carry objects of several sessions.</summary>
    private InvoiceSet InvoicesOf(InvoiceRecord? record)
    {
        InvoiceSession session = SessionFor(record);
        if (!_sets.TryGetValue(session, out InvoiceSet? set))
        {
            _sets[session] = set = Records(record).Invoices;
        }

        return set;
    }
}

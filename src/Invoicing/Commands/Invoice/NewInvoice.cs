using System.Collections.Generic;
using System.Management.Automation;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Commands;

/// <summary>
/// Creates a draft of an invoice or another document, from parameters or from a CSV row with these column names. A row has one line, or
/// the lines of -Line.
/// </summary>
[Cmdlet(VerbsCommon.New, "Invoice", SupportsShouldProcess = true)]
[OutputType(typeof(Invoice))]
public sealed class NewInvoiceCommand : NewInvoiceParameters
{
    private readonly Dictionary<InvoiceSession, (InvoiceSet Invoices, ClientResolver Clients)> _sets = [];
    private readonly OrderReferences _references = new();
    private ProgressReporter? _progress;
    private int _count;

    /// <summary>
    /// Creates no document whose -Reference exists already. An existing draft is written, so that the pipeline continues with it;
    /// an issued document is skipped.
    /// </summary>
    [Parameter]
    public SwitchParameter SkipExisting { get; set; }

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
        (InvoiceSet invoices, ClientResolver clients) = SetsFor(order.Source);
        order.Invoice.Client = Named(order, clients);
        var options = new InvoiceOptions
        {
            SkipExisting = SkipExisting,
            CreateMissing = CreateMissing,
            CorrectedInvoice = order.Corrected is { } note
                ? note.Invoice ?? new Invoice { Id = note.Id, Number = note.Number, Type = note.Type ?? InvoiceType.Invoice } : null,
        };
        InvoicePlan plan = Await(invoices.PrepareAsync(order.Invoice, options, Cancel));
        if (plan.Existing is { } there)
        {
            WriteVerbose($"{there} with reference '{order.Invoice.Reference}' is there already ({there.State}).");
            if (there.State == InvoiceState.Draft)
            {
                WriteObject(there);
            }
        }
        else if (Send(plan) is { } made)
        {
            WriteObject(made);
            (_progress ??= new ProgressReporter(this, "Creating documents")).Count(++_count, null, "created");
        }
    }

    /// <summary>
    /// The client as the document names it. A code, a name and an identifier are looked up as such by the plan; text that may be any of them is
    /// looked up here.
    /// </summary>
    private Client Named(InvoiceOrder order, ClientResolver clients)
    {
        if (order.Client.Client is { } client)
        {
            return client;
        }

        order.NewClient.Id = order.Client.Id;
        return order.Client.Text is not null && Await(clients.FindAsync(order.Client, Cancel)) is { } found ? found : order.NewClient;
    }

    /// <summary>What a command remembers of a session: one pipeline can carry objects of several sessions.</summary>
    private (InvoiceSet Invoices, ClientResolver Clients) SetsFor(InvoiceRecord? source)
    {
        InvoiceSession session = SessionFor(source);
        if (!_sets.TryGetValue(session, out (InvoiceSet Invoices, ClientResolver Clients) sets))
        {
            _sets[session] = sets = (Records(source).Invoices, new ClientResolver(Use<IReader<Client>>(source), Use<IFinder<Client>>(source)));
        }

        return sets;
    }
}

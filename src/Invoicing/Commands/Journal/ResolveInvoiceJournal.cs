using System.Linq;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>
/// Asks the provider about changes that are in doubt and writes the answers into the journal. Of payments and e-mails that the provider
/// cannot be asked about, a person gives the answer with -Answer.
/// </summary>
[Cmdlet(VerbsDiagnostic.Resolve, "InvoiceJournal", SupportsShouldProcess = true)]
[OutputType(typeof(JournalEntry))]
public sealed class ResolveInvoiceJournalCommand : JournalCmdlet
{
    /// <summary>Identifiers of entries. Default: all that are in doubt.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Completes]
    public string[]? Id { get; set; }

    /// <summary>The answer that you found yourself: Done, or Absent to have it sent at the next run. The provider is not asked.</summary>
    [Parameter]
    [ValidateSet(nameof(JournalOutcome.Done), nameof(JournalOutcome.Absent))]
    public JournalOutcome? Answer { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        InvoiceJournal journal = Chosen.GetJournal();
        JournalEntry[] all = [.. journal.Read()];
        foreach (string id in (Id ?? []).Where(id => all.All(entry => entry.Id != id)))
        {
            WriteFailure(new InvoicingException(ErrorKind.NotFound, $"There is no entry '{id}' in the journal of '{Chosen}'."), id);
        }

        if (Answer is not null && Id is null)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, "-Answer needs -Id: name the entries that you know the answer of.");
        }

        foreach (JournalEntry entry in all.Where(entry => entry.IsInDoubt && Id?.Contains(entry.Id) != false))
        {
            Target = entry;
            if (ShouldProcess($"{entry.Name} in session '{Chosen}'", Answer is { } answer ? $"Write down as {answer}" : "Ask the provider and write down the answer"))
            {
                Resolve(journal, entry);
            }
        }
    }

    private void Resolve(InvoiceJournal journal, JournalEntry entry)
    {
        try
        {
            JournalEntry resolved = Answer is { } outcome
                ? journal.Resolve(entry, outcome == JournalOutcome.Done)
                : Await(journal.ResolveAsync(entry, Pump, Cancel));
            if (resolved.IsInDoubt)
            {
                throw new InvoicingException(ErrorKind.OutcomeUnknown, $"{Chosen.Provider.Name} cannot be asked about {entry.Name}.")
                {
                    Advice = $"Look at the provider, then run Resolve-InvoiceJournal -Id {entry.Id} -Answer Done, or -Answer Absent.",
                };
            }

            WriteObject(resolved);
        }
        catch (InvoicingException failure)
        {
            WriteFailure(failure, entry);
        }
    }
}

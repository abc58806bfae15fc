using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Checks that no line of the journal was changed or taken away since it was written.</summary>
[Cmdlet(VerbsDiagnostic.Test, "InvoiceJournal")]
[OutputType(typeof(JournalCheck))]
public sealed class TestInvoiceJournalCommand : JournalCmdlet
{
    /// <inheritdoc/>
    protected override void Execute() => WriteObject(Chosen.GetJournal().Check());
}

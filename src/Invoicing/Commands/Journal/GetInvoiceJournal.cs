using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Gets the changes of an account that this machine has sent, with their outcomes, oldest first.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceJournal")]
[OutputType(typeof(JournalEntry))]
public sealed class GetInvoiceJournalCommand : JournalQueryCmdlet
{
    /// <inheritdoc/>
    protected override void Execute() => WriteObject(Entries(), enumerateCollection: true);
}

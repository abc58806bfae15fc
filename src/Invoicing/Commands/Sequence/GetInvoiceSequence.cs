using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Gets the series of document numbers, with a counter for each type of document.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceSequence", DefaultParameterSetName = NameSet)]
[OutputType(typeof(Sequence))]
public sealed class GetInvoiceSequenceCommand : GetRecordCmdlet<Sequence>
{
}

using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Gets the taxes that lines can name.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceTax", DefaultParameterSetName = NameSet)]
[OutputType(typeof(Tax))]
public sealed class GetInvoiceTaxCommand : GetRecordCmdlet<Tax>
{
}

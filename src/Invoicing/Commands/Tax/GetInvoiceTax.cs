using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Gets the taxes of the account.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceTax", DefaultParameterSetName = NameSet)]
[OutputType(typeof(Tax))]
public sealed class GetInvoiceTaxCommand : GetRecordCmdlet<Tax>
{
}

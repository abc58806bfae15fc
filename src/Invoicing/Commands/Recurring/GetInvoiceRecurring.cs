using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Gets recurring invoices.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceRecurring", DefaultParameterSetName = NameSet)]
[OutputType(typeof(Recurring))]
public sealed class GetInvoiceRecurringCommand : GetRecordCmdlet<Recurring>
{
}

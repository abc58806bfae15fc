using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Gets items of the provider's catalogue.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceItem", DefaultParameterSetName = NameSet)]
[OutputType(typeof(Item))]
public sealed class GetInvoiceItemCommand : GetRecordCmdlet<Item>
{
}

using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Gets categories of expenses.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceCategory", DefaultParameterSetName = NameSet)]
[OutputType(typeof(Category))]
public sealed class GetInvoiceCategoryCommand : GetRecordCmdlet<Category>
{
}

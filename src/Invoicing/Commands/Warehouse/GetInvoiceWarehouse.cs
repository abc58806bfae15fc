using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Gets warehouses. Their ledger accounts come with -Id only.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceWarehouse", DefaultParameterSetName = NameSet)]
[OutputType(typeof(Warehouse))]
public sealed class GetInvoiceWarehouseCommand : GetRecordCmdlet<Warehouse>
{
}

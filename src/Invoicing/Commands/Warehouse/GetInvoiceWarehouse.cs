using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Gets warehouses. Only -Id shows their ledger accounts.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceWarehouse", DefaultParameterSetName = NameSet)]
[OutputType(typeof(Warehouse))]
public sealed class GetInvoiceWarehouseCommand : GetRecordCmdlet<Warehouse>
{
}

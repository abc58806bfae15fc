using System;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Gets expenses: those that match the filters, or those with an identifier.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceExpense", DefaultParameterSetName = NameSet)]
[OutputType(typeof(Expense))]
public sealed class GetInvoiceExpenseCommand : GetRecordCmdlet<Expense>
{
    /// <summary>Only expenses of this supplier.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [Alias("Vendor")]
    [Completes]
    public string? Supplier { get; set; }

    /// <summary>Only expenses of this category: its name, its identifier or its object.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [RecordTransformation(Now = true)]
    [Completes]
    public RecordIdentity? Category { get; set; }

    /// <summary>Only expenses for this client: the object, its id or its name.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [ClientTransformation(Now = true)]
    [Completes]
    public ClientIdentity? Client { get; set; }

    /// <summary>Only expenses for the project with this identifier.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [Completes]
    public string? ProjectId { get; set; }

    /// <summary>First day.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [DateTransformation(Now = true)]
    [Completes]
    public DateTime? DateFrom { get; set; }

    /// <summary>Last day.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [DateTransformation(Now = true)]
    [Completes]
    public DateTime? DateTo { get; set; }

    private protected override ListQuery Query()
    {
        Destination = SessionFor();
        return new ExpenseQuery
        {
            PageSize = PageSize,
            Supplier = Supplier,
            CategoryId = Category is { } category ? FindRecord<Category>(category, whole: false).Id : null,
            ClientId = Client is { } client ? FindClient(client).Id : null,
            ProjectId = ProjectId,
            DateFrom = DateFrom,
            DateTo = DateTo,
        };
    }
}

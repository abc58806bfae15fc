using System;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Gets unbilled work: work that is not invoiced yet.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceTask", DefaultParameterSetName = NameSet)]
[OutputType(typeof(InvoiceTask))]
public sealed class GetInvoiceTaskCommand : GetRecordCmdlet<InvoiceTask>
{
    /// <summary>Only work for the client with this identifier.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [TextTransformation(Now = true)]
    [Completes]
    public string? ClientId { get; set; }

    /// <summary>Only work with the item of this identifier.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [TextTransformation(Now = true)]
    [Completes]
    public string? ItemId { get; set; }

    /// <summary>Only work with the warehouse of this identifier.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [TextTransformation(Now = true)]
    [Completes]
    public string? WarehouseId { get; set; }

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

    private protected override ListQuery Query() => new RecordQuery
    {
        PageSize = PageSize,
        ClientId = ClientId,
        ItemId = ItemId,
        WarehouseId = WarehouseId,
        DateFrom = DateFrom,
        DateTo = DateTo,
    };
}

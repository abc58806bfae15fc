using System;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Gets work that was done and is not invoiced yet.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceTask", DefaultParameterSetName = NameSet)]
[OutputType(typeof(InvoiceTask))]
public sealed class GetInvoiceTaskCommand : GetRecordCmdlet<InvoiceTask>
{
    /// <summary>Only for the client with this identifier.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [TextTransformation(Now = true)]
    public string? ClientId { get; set; }

    /// <summary>Only of the article with this identifier.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [TextTransformation(Now = true)]
    public string? ItemId { get; set; }

    /// <summary>Only out of the warehouse with this identifier.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [TextTransformation(Now = true)]
    public string? WarehouseId { get; set; }

    /// <summary>First day.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [DateTransformation(Now = true)]
    public DateTime? DateFrom { get; set; }

    /// <summary>Last day.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [DateTransformation(Now = true)]
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

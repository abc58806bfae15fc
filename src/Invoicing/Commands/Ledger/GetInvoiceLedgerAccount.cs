using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Gets accounts of the ledger: the chart of accounts.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceLedgerAccount", DefaultParameterSetName = NameSet)]
[OutputType(typeof(LedgerAccount))]
public sealed class GetInvoiceLedgerAccountCommand : GetRecordCmdlet<LedgerAccount>
{
    /// <summary>Exactly this code, such as 4010; asked of the provider.</summary>
    [Parameter(ParameterSetName = NameSet)]
    public string? Code { get; set; }

    private protected override ListQuery Query() => new RecordQuery { PageSize = PageSize, Code = Code };
}

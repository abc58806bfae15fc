using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Gets ledger accounts: the chart of accounts.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceLedgerAccount", DefaultParameterSetName = NameSet)]
[OutputType(typeof(LedgerAccount))]
public sealed class GetInvoiceLedgerAccountCommand : GetRecordCmdlet<LedgerAccount>
{
    /// <summary>The exact code, such as 4010. The provider filters by it.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [Completes]
    public string? Code { get; set; }

    private protected override ListQuery Query() => new RecordQuery { PageSize = PageSize, Code = Code };
}

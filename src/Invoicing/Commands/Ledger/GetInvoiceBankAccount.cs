using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Gets the bank accounts and cash registers of the company.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceBankAccount", DefaultParameterSetName = NameSet)]
[OutputType(typeof(BankAccount))]
public sealed class GetInvoiceBankAccountCommand : GetRecordCmdlet<BankAccount>
{
}

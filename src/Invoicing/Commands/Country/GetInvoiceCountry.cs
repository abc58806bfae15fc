using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Gets the provider's countries with their codes. Requires neither key nor login.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceCountry", DefaultParameterSetName = NameSet)]
[OutputType(typeof(Country))]
public sealed class GetInvoiceCountryCommand : GetRecordCmdlet<Country>
{
}

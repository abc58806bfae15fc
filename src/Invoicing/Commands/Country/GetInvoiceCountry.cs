using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Gets the countries that the provider knows, with their codes. It needs neither key nor login.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceCountry", DefaultParameterSetName = NameSet)]
[OutputType(typeof(Country))]
public sealed class GetInvoiceCountryCommand : GetRecordCmdlet<Country>
{
}

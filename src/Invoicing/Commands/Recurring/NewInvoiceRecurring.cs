using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Makes a recurring profile, by which the provider issues the same invoice again and again.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceRecurring", SupportsShouldProcess = true)]
[OutputType(typeof(Recurring))]
public sealed class NewInvoiceRecurringCommand : RecurringParameters<ICreator<Recurring>>
{
    /// <summary>The row or object that the values come from; an error carries it.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => Create(InputObject);
}

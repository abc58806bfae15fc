using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Creates a recurring invoice: the provider issues the same invoice at intervals.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceRecurring", SupportsShouldProcess = true)]
[OutputType(typeof(Recurring))]
public sealed class NewInvoiceRecurringCommand : RecurringParameters<ICreator<Recurring>>
{
    /// <summary>The row or object from the pipeline. Errors carry it.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => Create(InputObject);
}

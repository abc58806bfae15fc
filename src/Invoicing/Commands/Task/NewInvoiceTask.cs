using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Notes down work that was done and is not invoiced yet.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceTask", SupportsShouldProcess = true)]
[OutputType(typeof(InvoiceTask))]
public sealed class NewInvoiceTaskCommand : TaskParameters<ICreator<InvoiceTask>>
{
    /// <summary>What was done, in short.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string? Name { get; set; }

    /// <summary>The row or object that the values come from; an error carries it.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => Create(InputObject);
}

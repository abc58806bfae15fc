using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Changes recurring profiles: what is given is changed, everything else stays.</summary>
[Cmdlet(VerbsCommon.Set, "InvoiceRecurring", SupportsShouldProcess = true)]
[OutputType(typeof(Recurring))]
public sealed class SetInvoiceRecurringCommand : RecurringParameters<IUpdater<Recurring>>
{
    /// <summary>What shall be changed: the object or its identifier.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Recurring")]
    [RecordTransformation]
    public RecordIdentity[] InputObject { get; set; } = [];

    /// <summary>Write the object as it is afterwards, which costs a request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(InputObject, record => Change(record, PassThru));
}

using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Changes taxes: what is given is changed, everything else stays.</summary>
[Cmdlet(VerbsCommon.Set, "InvoiceTax", SupportsShouldProcess = true)]
[OutputType(typeof(Tax))]
public sealed class SetInvoiceTaxCommand : TaxParameters<IUpdater<Tax>>
{
    /// <summary>What shall be changed: the object, its identifier or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id", "Tax")]
    [RecordTransformation]
    public RecordIdentity[] InputObject { get; set; } = [];

    /// <summary>New name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Name { get; set; }

    /// <summary>Write the object as it is afterwards, which costs a request.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEachFound(InputObject, record => Change(record, PassThru));
}
